package org.routerlab.experiments.report;

/**
 * One column of a comparison: a metric on a subset of the queries.
 *
 * @param subset {@code all}, or the subset's name in {@code results.csv}
 */
record Column(String metric, String subset) {

  static final Column ACCURACY = new Column("accuracy", Measurements.ALL);

  MetricStyle style() {
    return MetricStyle.of(metric);
  }

  /** The heading: the metric's, or the subset's where accuracy is measured on one. */
  String header() {
    if (subset.equals(Measurements.ALL)) {
      return style().header();
    }
    if (subset.startsWith(Measurements.TAG)) {
      return subset.substring(subset.indexOf('=') + 1);
    }
    return subset.startsWith(Measurements.DATASET)
        ? subset.substring(Measurements.DATASET.length())
        : Character.toUpperCase(subset.charAt(0)) + subset.substring(1);
  }

  /** The name in a CSV header. */
  String key() {
    return subset.equals(Measurements.ALL) ? metric : metric + "@" + subset;
  }
}
