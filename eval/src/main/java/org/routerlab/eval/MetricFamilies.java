package org.routerlab.eval;

import java.util.List;
import java.util.stream.Stream;

/** All families of metrics; a new one is a line here. */
public final class MetricFamilies {

  private static final List<MetricFamily> ALL =
      List.of(
          new MetricFamily(
              "standard", "Standard metrics", test -> Metrics.standard(test, 0.2, 0.5, 0.7, 0.9)),
          new MetricFamily("predictions", "Quality of predictions", MetricFamilies::predictions),
          new MetricFamily(
              "selection", "Selection against the truth on hard queries", SelectionTruth::all));

  private MetricFamilies() {}

  /** On all queries, then on hard ones, where Plateau (arXiv 2606.07587, Table 5) looks too. */
  private static List<Metric> predictions(TestSet test) {
    List<Metric> all = List.of(Metrics.crossEntropy(), Metrics.brier(), Metrics.calibrationError());
    QuerySubset hard = test.subset("hard");
    return Stream.concat(all.stream(), all.stream().map(metric -> metric.on(hard))).toList();
  }

  /** The families, in the order of the documentation. */
  public static List<MetricFamily> all() {
    return ALL;
  }
}
