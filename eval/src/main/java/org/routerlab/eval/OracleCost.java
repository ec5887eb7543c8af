package org.routerlab.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * What the oracle pays a query, in the readings of several sources.
 *
 * <p>Yardsticks: the same for every router. All are mean realised costs in the unit of the outcome
 * table and need costs. The reference {@code oracle} of {@link References} is another: of the
 * models of the highest score it takes the cheapest, so that on binary scores its cost is {@code
 * oracle-cost}.
 */
public final class OracleCost {

  private OracleCost() {}

  /** All readings. */
  public static List<Metric> metrics() {
    List<Metric> metrics = new ArrayList<>();
    for (Correctness correctness : Correctness.values()) {
      metrics.add(cheapestCorrect(correctness));
    }
    metrics.addAll(List.of(nothingUnsolved(), randomBest()));
    return List.copyOf(metrics);
  }

  /**
   * {@code oracle-cost}: the mean cost of the cheapest correct model, of the cheapest of all where
   * none is correct; {@code oracle-cost-above-0} and {@code oracle-cost-at-1} by what is correct.
   */
  public static QueryMetric cheapestCorrect(Correctness correctness) {
    boolean isHeadline = correctness == Correctness.HALF;
    return metric(
        isHeadline ? "" : correctness.suffix(),
        "mean_i min c[i, m] over m with "
            + correctness.words()
            + ", over all m where there is none",
        "arXiv 2601.07206",
        (test, row) -> {
          double least = leastCorrect(test, row, correctness);
          return Double.isInfinite(least) ? leastOfAll(test, row) : least;
        });
  }

  /**
   * {@code oracle-cost-nothing-unsolved}: as {@code oracle-cost}, but 0 where no model is correct.
   */
  public static QueryMetric nothingUnsolved() {
    return metric(
        "-nothing-unsolved",
        "mean_i min c[i, m] over m with y >= 0.5, 0 where there is none",
        "arXiv 2403.12031",
        (test, row) -> {
          double least = leastCorrect(test, row, Correctness.HALF);
          return Double.isInfinite(least) ? 0 : least;
        });
  }

  /**
   * {@code oracle-cost-random-best}: the mean expected cost of an even draw among the models of the
   * highest score.
   */
  public static QueryMetric randomBest() {
    return metric(
        "-random-best",
        "mean_i of the mean c[i, m] over m with y[i, m] = max_m y[i, m]",
        "ORBIT",
        (test, row) -> {
          double sum = 0;
          int best = 0;
          for (int model = 0; model < test.pool().size(); model++) {
            boolean isBest = test.score(row, model) >= test.oracleScore(row);
            sum += isBest ? test.cost(row, model) : 0;
            best += isBest ? 1 : 0;
          }
          return sum / best;
        });
  }

  /** The least cost of a correct model; infinite where none is correct. */
  static double leastCorrect(TestSet test, int row, Correctness correctness) {
    double least = Double.POSITIVE_INFINITY;
    for (int model = 0; model < test.pool().size(); model++) {
      if (correctness.accepts(test.score(row, model))) {
        least = Math.min(least, test.cost(row, model));
      }
    }
    return least;
  }

  private static double leastOfAll(TestSet test, int row) {
    double least = Double.POSITIVE_INFINITY;
    for (int model = 0; model < test.pool().size(); model++) {
      least = Math.min(least, test.cost(row, model));
    }
    return least;
  }

  private static QueryMetric metric(
      String reading, String formula, String source, ToDoubleBiFunction<TestSet, Integer> cost) {
    return QueryMetric.of(
        new MetricDefinition("oracle-cost" + reading, "cost", Better.NEITHER, true, formula, source)
            .in("[0, inf)")
            .variantOf(reading.isEmpty() ? "" : "oracle-cost"),
        evaluation -> {
          double[] costs = new double[evaluation.test().size()];
          Arrays.setAll(costs, row -> cost.applyAsDouble(evaluation.test(), row));
          return Ratio.mean(costs);
        });
  }
}
