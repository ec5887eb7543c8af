package org.routerlab.eval;

import java.util.List;
import org.routerlab.core.Require;

/**
 * The score of RouterArena (arXiv 2510.00202); how near a router is to the cheapest full answer is
 * {@link ArenaOptimality}, whether it keeps its choices {@link Robustness}.
 *
 * <p>The cost of 1000 queries is 1000 times the mean realised cost in the unit of the outcome
 * table. The bounds are in US dollars, so that the score means something on tables whose costs are
 * in dollars a query.
 */
public final class RouterArena {

  /** The costs of 1000 queries, in US dollars, that are worth all and nothing. */
  private static final double LEAST = 0.0044;

  private static final double GREATEST = 200;

  /** The weight of accuracy against cost that the source ranks by; lower is more accuracy. */
  private static final double BETA = 0.1;

  private static final int QUERIES = 1000;

  private RouterArena() {}

  /** The score with its variant, then the optimality of choices with theirs. */
  public static List<Metric> metrics() {
    return List.of(
        arena(),
        arenaUnclamped(),
        ArenaOptimality.selection(ArenaOptimality.Over.SOLVABLE),
        ArenaOptimality.selection(ArenaOptimality.Over.ANSWERED),
        ArenaOptimality.accuracy(ArenaOptimality.Over.SOLVABLE),
        ArenaOptimality.accuracy(ArenaOptimality.Over.ANSWERED),
        ArenaOptimality.cost(ArenaOptimality.Over.ANSWERED),
        ArenaOptimality.cost(ArenaOptimality.Over.SOLVABLE));
  }

  /**
   * {@code arena}: a weighted harmonic mean of accuracy A and cheapness C, 1.1 A C ÷ (0.1 A + C),
   * where C falls from 1 to 0 with the logarithm of the cost of 1000 queries from $0.0044 to $200;
   * costs beyond are taken as these.
   *
   * <p>In [0, 1]; higher is better; 0 for a router that is never right or costs $200 or more. Needs
   * costs, in US dollars.
   */
  public static SetMetric arena() {
    return metric("arena", true);
  }

  /**
   * {@code arena-unclamped}: the same without bounds on cost, so that C leaves [0, 1] beyond
   * $0.0044 and $200.
   *
   * <p>In (−∞, 1.1 A]; higher is better, where cost is below $200. NaN for a router that costs
   * nothing, and where 0.1 A + C is not above 0. Needs costs, in US dollars.
   */
  public static SetMetric arenaUnclamped() {
    return metric("arena-unclamped", false);
  }

  /**
   * The arena score of an accuracy and a cost, β being 0.1.
   *
   * @param accuracy in [0, 1]
   * @param cost of 1000 queries in US dollars, at least 0
   */
  public static double score(double accuracy, double cost) {
    Require.between("accuracy", accuracy, 0, 1);
    return harmonic(accuracy, cheapness(Math.max(LEAST, Math.min(GREATEST, cost))));
  }

  private static double cheapness(double cost) {
    return (log2(GREATEST) - log2(cost)) / (log2(GREATEST) - log2(LEAST));
  }

  /** 0 where either is 0: the score is at most 1.1 times the lesser of A and 10 C. */
  private static double harmonic(double accuracy, double cheapness) {
    return accuracy == 0 || cheapness == 0
        ? 0
        : (1 + BETA) * accuracy * cheapness / (BETA * accuracy + cheapness);
  }

  private static double unclamped(double accuracy, double cost) {
    double cheapness = cheapness(cost);
    boolean isKnown = cost > 0 && BETA * accuracy + cheapness > 0;
    return isKnown ? harmonic(accuracy, cheapness) : Double.NaN;
  }

  private static double log2(double value) {
    return StrictMath.log(value) / StrictMath.log(2);
  }

  private static SetMetric metric(String name, boolean clamped) {
    String formula =
        "1.1 A C / (0.1 A + C), C = log(200 / c) / log(200 / 0.0044), c = 1000 mean_i c[i, r(i)]"
            + (clamped ? " kept in [0.0044, 200]" : "")
            + "; costs in USD";
    MetricDefinition definition =
        new MetricDefinition(
            name, "score", Better.HIGHER, true, formula, "arXiv 2510.00202 (beta = 0.1)");
    return SetMetric.of(
        clamped
            ? definition
            : definition
                .in("(-inf, 1.1]")
                .undefined("for a router that costs nothing, or so much that 0.1 A + C <= 0")
                .variantOf("arena"),
        evaluation ->
            List.of(
                Column.constant(evaluation.test().size(), 1),
                Column.of(AccuracyMetrics.scores(evaluation)),
                Column.of(evaluation.selection().spend(evaluation.test()::cost))),
        sums -> {
          double accuracy = sums[1] / sums[0];
          double cost = QUERIES * sums[2] / sums[0];
          if (sums[0] == 0) {
            return Double.NaN;
          }
          return clamped ? score(Math.min(1, accuracy), cost) : unclamped(accuracy, cost);
        });
  }
}
