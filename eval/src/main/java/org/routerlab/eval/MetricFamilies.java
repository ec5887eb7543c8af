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
              "batch-allocation",
              "All test queries allocated at once",
              test -> List.of(Metrics.batchAllocationAccuracy())),
          new MetricFamily("llmrouterbench", "LLMRouterBench", LlmRouterBench::metrics),
          new MetricFamily(
              "routing-accuracy",
              "Readings of routing accuracy",
              test -> RoutingAccuracy.metrics()),
          new MetricFamily(
              "oracle-cost", "Readings of the oracle's cost", test -> OracleCost.metrics()),
          new MetricFamily("router-arena", "RouterArena", test -> RouterArena.metrics()),
          new MetricFamily("router-eval", "RouterEval", RouterEval::metrics),
          new MetricFamily(
              "route-llm", "Calls to a strong and a weak model", test -> RouteLlm.metrics()),
          new MetricFamily(
              "deferral-areas", "Areas under the deferral curve", test -> DeferralAreas.metrics()),
          new MetricFamily(
              "quality-neutral-cost", "Quality-neutral cost", test -> QualityNeutralCost.metrics()),
          new MetricFamily(
              "predicted-cost", "Budgets for a query", test -> PredictedCostArea.metrics()),
          new MetricFamily("router-bench", "RouterBench", test -> RouterBench.metrics()),
          new MetricFamily("zero-router", "Gains over mixing models", test -> ZeroRouter.metrics()),
          new MetricFamily("collapse", "Router collapse", test -> Collapse.metrics()),
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
