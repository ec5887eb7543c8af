package org.routerlab.eval;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How much accuracy on some datasets a router loses when it is trained without them: accuracy
 * trained without, less accuracy trained with, on the same test queries.
 *
 * <p>Source: Who Routes the Router, appendix I.2.
 *
 * @param router its name
 * @param datasets the group held out, sorted
 * @param change in percentage points, negative for a loss, with the interval of the paired
 *     difference
 * @param bestSingleChange the same for the best single model, which bounds a router that falls back
 *     to it
 */
public record HoldOutChange(
    String router, List<String> datasets, Estimate change, Estimate bestSingleChange) {

  /** Copies the names. */
  public HoldOutChange {
    datasets = List.copyOf(datasets);
  }

  /**
   * Compares two trainings of a router.
   *
   * @param without trained without {@code datasets}
   * @param with trained with them
   * @throws IllegalArgumentException where the two are not on the same test queries and pool
   */
  public static HoldOutChange of(
      RouterRuns without, RouterRuns with, Set<String> datasets, Bootstrap bootstrap) {
    requireSameQueries(without.test(), with.test());
    TestSet test = with.test();
    QuerySubset group = test.subset("held-out", query -> datasets.contains(query.dataset()));
    Estimate bestSingle =
        difference(
            RouterRuns.of(References.of(without.test()).bestSingle()),
            RouterRuns.of(References.of(test).bestSingle()),
            group,
            bootstrap);
    return new HoldOutChange(
        with.router(),
        List.copyOf(new TreeSet<>(datasets)),
        difference(without, with, group, bootstrap),
        bestSingle);
  }

  private static Estimate difference(
      RouterRuns without, RouterRuns with, QuerySubset group, Bootstrap bootstrap) {
    return bootstrap.change(without, with, Metrics.accuracy().on(group)).times(100);
  }

  static void requireSameQueries(TestSet without, TestSet with) {
    if (!without.pool().equals(with.pool()) || !without.hasQueriesOf(with)) {
      throw new IllegalArgumentException(
          "two trainings are compared on the same test queries and pool but they are on "
              + without.size()
              + " and "
              + with.size()
              + " queries, or of different ids or models");
    }
  }
}
