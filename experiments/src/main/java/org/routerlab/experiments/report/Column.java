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
    String name = subset.substring(Math.max(subset.indexOf(':'), subset.indexOf('=')) + 1);
    return subset.indexOf(':') < 0
        ? Character.toUpperCase(name.charAt(0)) + name.substring(1)
        : name;
  }

  /** The name in a CSV header. */
  String key() {
    return subset.equals(Measurements.ALL) ? metric : metric + "@" + subset;
  }
}
