package org.routerlab.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * What parts of the pool, picked on other outcomes, are worth on the test queries: how many models
 * are enough.
 *
 * <p>All figures are on the same resamples. RouterLab's own.
 *
 * @param steps in the order of the pools
 */
public record PoolCurve(List<Step> steps) {

  /**
   * One part of the pool. Its value on the outcomes it was picked on is that of {@link
   * SubPool#value()} and leans upwards; the others here are on test and do not.
   *
   * @param oracle the accuracy of the oracle among the members
   * @param oracleChange the same less that of the oracle among all models, at most 0
   * @param bestSingle the accuracy of the member with the best training mean
   * @param routed the accuracy of the router restricted to the members; NaN without a router that
   *     predicts scores
   * @param routedChange the same less that of the router among all models
   */
  public record Step(
      SubPool pool,
      Estimate oracle,
      Estimate oracleChange,
      Estimate bestSingle,
      Estimate routed,
      Estimate routedChange) {

    /** The number of models. */
    public int size() {
      return pool.size();
    }
  }

  /** Copies the steps. */
  public PoolCurve {
    steps = List.copyOf(steps);
  }

  /** Measures pools without a router. */
  public static PoolCurve of(TestSet test, List<SubPool> pools, Bootstrap bootstrap) {
    return of(test, pools, Optional.empty(), bootstrap);
  }

  /**
   * Measures pools with a router; one that predicts scores is restricted to a pool by choosing the
   * member of the highest prediction.
   */
  public static PoolCurve of(
      TestSet test, List<SubPool> pools, RouterRuns router, Bootstrap bootstrap) {
    return of(test, pools, Optional.of(router), bootstrap);
  }

  private static PoolCurve of(
      TestSet test, List<SubPool> pools, Optional<RouterRuns> router, Bootstrap bootstrap) {
    ColumnIndex index = new ColumnIndex();
    int ones = index.numberOf(Column.constant(test.size(), 1));
    int[] everyone = IntStream.range(0, test.pool().size()).toArray();
    int fullOracle = index.numberOf(oracle(test, everyone));
    int fullRouted = index.numberOf(routed(test, router, everyone));
    List<Statistic> statistics = new ArrayList<>();
    for (SubPool pool : pools) {
      int[] members = pool.members().stream().mapToInt(test.pool()::indexOf).toArray();
      int oracle = index.numberOf(oracle(test, members));
      int single = index.numberOf(bestSingle(test, members));
      int routed = index.numberOf(routed(test, router, members));
      ToDoubleFunction<double[]> mean = sums -> sums[1] / sums[0];
      ToDoubleFunction<double[]> change = sums -> (sums[1] - sums[2]) / sums[0];
      statistics.add(new Statistic(new int[] {ones, oracle}, mean));
      statistics.add(new Statistic(new int[] {ones, oracle, fullOracle}, change));
      statistics.add(new Statistic(new int[] {ones, single}, mean));
      statistics.add(new Statistic(new int[] {ones, routed}, mean));
      statistics.add(new Statistic(new int[] {ones, routed, fullRouted}, change));
    }
    Resampled resampled = bootstrap.resample(test, statistics, index);
    List<Step> steps = new ArrayList<>();
    int figures = pools.isEmpty() ? 0 : statistics.size() / pools.size();
    for (int pool = 0; pool < pools.size(); pool++) {
      Estimate[] found = new Estimate[figures];
      for (int i = 0; i < figures; i++) {
        found[i] = resampled.estimate(pool * figures + i, bootstrap.confidence(), test.size());
      }
      steps.add(new Step(pools.get(pool), found[0], found[1], found[2], found[3], found[4]));
    }
    return new PoolCurve(steps);
  }

  private static Column oracle(TestSet test, int[] members) {
    double[] scores = new double[test.size()];
    for (int row = 0; row < scores.length; row++) {
      for (int member : members) {
        scores[row] = Math.max(scores[row], test.score(row, member));
      }
    }
    return Column.of(scores);
  }

  private static Column bestSingle(TestSet test, int[] members) {
    ModelRanking ranking = test.ranking();
    int best = IntStream.of(members).reduce((a, b) -> ranking.prefers(a, b) ? a : b).orElseThrow();
    double[] scores = new double[test.size()];
    Arrays.setAll(scores, row -> test.score(row, best));
    return Column.of(scores);
  }

  private static Column routed(TestSet test, Optional<RouterRuns> router, int[] members) {
    List<Evaluation> runs = router.map(RouterRuns::seeds).orElse(List.of());
    boolean isScored = runs.stream().allMatch(run -> run.predictions().isPresent());
    if (runs.isEmpty() || !isScored) {
      return Column.constant(test.size(), Double.NaN);
    }
    return Column.mean(
        runs.stream().map(run -> routed(test, run.predictions().orElseThrow(), members)).toList());
  }

  private static Column routed(TestSet test, FloatMatrix predictions, int[] members) {
    double[] scores = new double[test.size()];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = test.score(row, PoolMask.best(predictions, row, members, test.ranking()));
    }
    return Column.of(scores);
  }
}
