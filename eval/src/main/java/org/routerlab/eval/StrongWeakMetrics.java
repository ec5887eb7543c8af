package org.routerlab.eval;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;

/** The metrics of {@link RouteLlm} for one pair; their names end in {@code suffix}. */
record StrongWeakMetrics(String suffix, Function<TestSet, ModelPair> pair) {

  /** By what queries are sorted. */
  enum Priority {
    /** The strong model's prediction less the weak one's. */
    DIFFERENCE,
    /** The weak model's prediction, lowest first. */
    WEAK
  }

  private static final String ROUTE_LLM = "arXiv 2406.18665";
  private static final String WRR = "Who Routes the Router, section 4.4 and appendix I.1";
  private static final String ONLY_DECIDES = "for a router that only decides";
  private static final String NO_GAP = "where the strong model is not better; " + ONLY_DECIDES;

  List<Metric> all() {
    return List.of(
        recoveredArea(),
        meanRecovered(),
        recoveredAtThresholds(),
        callsFor(20),
        callsFor(50),
        callsFor(80),
        callsInterpolated(20),
        callsInterpolated(50),
        callsInterpolated(80),
        area(),
        gain(),
        areaByWeak(),
        gainByWeak());
  }

  CountMetric recoveredArea() {
    return metric(
        recovered("apgr", "int_0^1 PGR(f) df"),
        Priority.DIFFERENCE,
        StrongWeakOrder::recoveredArea);
  }

  CountMetric meanRecovered() {
    return metric(
        recovered("apgr-10", "mean of PGR(f) over f = 0.1, 0.2 ... 1").variantOf("apgr" + suffix),
        Priority.DIFFERENCE,
        (order, counts) -> order.meanRecovered(counts, 10));
  }

  SetMetric recoveredAtThresholds() {
    return atThresholds(
        recovered("apgr-thresholds", "trapezoid area of PGR over the shares of w >= its deciles")
            .variantOf("apgr" + suffix),
        StrongWeakThresholds::recoveredArea);
  }

  SetMetric callsInterpolated(int percent) {
    Require.between("percent", percent, 1, 99);
    String formula =
        "f at which PGR = "
            + percent
            + " %, interpolated in the shares of w >= its deciles with accuracy as abscissa; wrong"
            + " where accuracy dips";
    return atThresholds(
        definition(
                "cpt-" + percent + "-interpolated", Better.LOWER, formula, ROUTE_LLM + ", its code")
            .undefined(NO_GAP)
            .variantOf("cpt-" + percent + suffix),
        sums -> StrongWeakThresholds.shareRecovering(sums, percent));
  }

  private SetMetric atThresholds(MetricDefinition definition, ToDoubleFunction<double[]> value) {
    return SetMetric.of(
        definition,
        evaluation -> {
          TestSet test = evaluation.test();
          ModelPair models = pair.apply(test);
          return priority(evaluation, models, Priority.DIFFERENCE)
              .map(priority -> StrongWeakThresholds.columns(test, models, priority))
              .orElseGet(() -> StrongWeakThresholds.unknown(test));
        },
        value);
  }

  CountMetric callsFor(int percent) {
    Require.between("percent", percent, 1, 99);
    String formula = "least f with PGR(f) >= " + percent + " %, linear between queries";
    return metric(
        definition("cpt-" + percent, Better.LOWER, formula, ROUTE_LLM).undefined(NO_GAP),
        Priority.DIFFERENCE,
        (order, counts) -> order.shareRecovering(counts, percent));
  }

  CountMetric area() {
    return metric(
        routingRate("routing-rate-area", "int_0^1 A(f) df"),
        Priority.DIFFERENCE,
        StrongWeakOrder::area);
  }

  CountMetric gain() {
    return metric(
        routingRate("routing-rate-gain", "int_0^1 A(f) df - (A_weak + A_strong) / 2")
            .in("[-0.5, 0.5]"),
        Priority.DIFFERENCE,
        StrongWeakOrder::areaAboveLine);
  }

  CountMetric areaByWeak() {
    return metric(
        routingRate("routing-rate-area-by-weak", "int_0^1 A(f) df, by rising p_weak")
            .variantOf("routing-rate-area" + suffix),
        Priority.WEAK,
        StrongWeakOrder::area);
  }

  CountMetric gainByWeak() {
    return metric(
        routingRate(
                "routing-rate-gain-by-weak",
                "int_0^1 A(f) df - (A_weak + A_strong) / 2, by rising p_weak")
            .in("[-0.5, 0.5]")
            .variantOf("routing-rate-gain" + suffix),
        Priority.WEAK,
        StrongWeakOrder::areaAboveLine);
  }

  private MetricDefinition recovered(String name, String formula) {
    return definition(name, Better.HIGHER, formula, ROUTE_LLM).in("(-inf, inf)").undefined(NO_GAP);
  }

  private MetricDefinition routingRate(String name, String formula) {
    return definition(name, Better.HIGHER, formula, WRR)
        .undefined("where weak and strong are one model; " + ONLY_DECIDES);
  }

  private MetricDefinition definition(String name, Better better, String formula, String source) {
    return new MetricDefinition(name + suffix, "fraction", better, false, formula, source);
  }

  private CountMetric metric(
      MetricDefinition definition, Priority by, ToDoubleBiFunction<StrongWeakOrder, int[]> value) {
    return CountMetric.of(
        definition,
        evaluation -> {
          Optional<StrongWeakOrder> order = order(evaluation, pair.apply(evaluation.test()), by);
          return counts -> order.map(o -> value.applyAsDouble(o, counts)).orElse(Double.NaN);
        });
  }

  /** Empty for a router without predictions, and where the pair is one model. */
  static Optional<StrongWeakOrder> order(Evaluation evaluation, ModelPair pair, Priority by) {
    return priority(evaluation, pair, by)
        .map(priority -> StrongWeakOrder.of(evaluation.test(), pair, priority));
  }

  private static Optional<double[]> priority(Evaluation evaluation, ModelPair pair, Priority by) {
    return evaluation
        .predictions()
        .filter(predictions -> pair.weak() != pair.strong())
        .map(predictions -> priority(predictions, pair, by));
  }

  private static double[] priority(FloatMatrix predictions, ModelPair pair, Priority by) {
    double[] priority = new double[predictions.rows()];
    for (int row = 0; row < priority.length; row++) {
      double strong = by == Priority.WEAK ? 0 : predictions.get(row, pair.strong());
      priority[row] = strong - predictions.get(row, pair.weak());
    }
    return priority;
  }
}
