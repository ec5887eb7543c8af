package org.routerlab.eval;

import java.util.Arrays;
import java.util.List;

/** Whether a router keeps its choices when the queries are put a little differently. */
public final class Robustness {

  private Robustness() {}

  /**
   * One minus the share of choices that change: the mean over queries, perturbations and runs of
   * whether the same model is chosen.
   *
   * <p>Fraction; 1 for a router that never changes its mind, the best single model among them;
   * higher is better, at equal accuracy. A run is compared with the run of its own place; of a draw
   * it is the chance that two draws agree. NaN without perturbations or queries. Source:
   * RouterArena (arXiv 2510.00202).
   *
   * @param original on the queries as they are
   * @param perturbed the same router on the same test set, its predictions made from perturbed
   *     texts or embeddings; one for each perturbation
   * @throws IllegalArgumentException where test sets or numbers of runs differ
   */
  public static Estimate of(RouterRuns original, List<RouterRuns> perturbed, Bootstrap bootstrap) {
    perturbed.forEach(runs -> requireLike(original, runs));
    TestSet test = original.test();
    double[] kept = new double[test.size()];
    for (RouterRuns runs : perturbed) {
      for (int run = 0; run < runs.seeds().size(); run++) {
        Selection before = original.seeds().get(run).selection();
        Selection after = runs.seeds().get(run).selection();
        for (int row = 0; row < kept.length; row++) {
          kept[row] += before.expect(row, after::share);
        }
      }
    }
    double compared = (double) perturbed.size() * original.seeds().size();
    ColumnIndex index = new ColumnIndex();
    int[] numbers = {
      index.numberOf(Column.of(Arrays.stream(kept).map(sum -> sum / compared).toArray())),
      index.numberOf(Column.constant(test.size(), 1))
    };
    return bootstrap
        .resample(test, List.of(new Statistic(numbers, sums -> sums[0] / sums[1])), index)
        .estimate(0, bootstrap.confidence(), test.size());
  }

  private static void requireLike(RouterRuns original, RouterRuns perturbed) {
    if (original.test() != perturbed.test()
        || original.seeds().size() != perturbed.seeds().size()) {
      throw new IllegalArgumentException(
          "robustness needs as many runs on the same test set but "
              + original.router()
              + " has "
              + original.seeds().size()
              + " on "
              + original.test().size()
              + " queries and perturbed "
              + perturbed.seeds().size()
              + " on "
              + perturbed.test().size());
    }
  }
}
