package org.routerlab.eval;

import java.util.List;

/** All families of metrics; a new one is a line here. */
public final class MetricFamilies {

  private static final List<MetricFamily> ALL =
      List.of(
          new MetricFamily(
              "standard", "Standard metrics", test -> Metrics.standard(test, 0.2, 0.5, 0.7, 0.9)),
          new MetricFamily(
              "predictions",
              "Quality of predictions",
              test -> List.of(Metrics.crossEntropy(), Metrics.brier(), Metrics.calibrationError())),
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
          new MetricFamily("router-bench", "RouterBench", test -> RouterBench.metrics()),
          new MetricFamily("zero-router", "Gains over mixing models", test -> ZeroRouter.metrics()),
          new MetricFamily("collapse", "Router collapse", test -> Collapse.metrics()));

  private MetricFamilies() {}

  /** The families, in the order of the documentation. */
  public static List<MetricFamily> all() {
    return ALL;
  }
}
