package org.routerlab.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.routerlab.core.Require;

/**
 * How much of what routers lose against the oracle they lose on hard queries.
 *
 * <p>Hard and easy are the standing subsets of {@link TestSet#subsets()}; which queries they are is
 * settled on the whole test set, while shares and gaps are of each resample. A gap is the oracle's
 * score less the mean score of all routers; on binary scores, where the oracle is right on every
 * hard and easy query, it is one minus their mean accuracy. Figures of a subset without queries are
 * NaN. Source: Plateau (arXiv 2606.07587), § 5.1 and Table 3.
 *
 * @param hardShare hard queries ÷ all queries; a fraction
 * @param hardSpread the greatest less the least accuracy of a router on hard queries, in [0, 1]; 0
 *     with one router
 * @param hardGap the mean gap on hard queries, in [0, 1]
 * @param easyGap the mean gap on easy queries, in [0, 1]
 * @param ratio hardGap ÷ easyGap; infinite where only easyGap is 0, NaN where both are
 * @param explained the sum of gaps on hard queries ÷ that on all queries, in [0, 1]; NaN where
 *     routers are as good as the oracle. Unsolvable queries add to the denominator only where some
 *     score is below one half yet not 0
 */
public record HardEasyGap(
    Estimate hardShare,
    Estimate hardSpread,
    Estimate hardGap,
    Estimate easyGap,
    Estimate ratio,
    Estimate explained) {

  /** Places of the sums that come before those of the routers. */
  private static final int ALL = 0;

  private static final int HARD = 1;
  private static final int EASY = 2;
  private static final int GAP_HARD = 3;
  private static final int GAP_EASY = 4;
  private static final int GAP_ALL = 5;
  private static final int ROUTERS = 6;

  /** Measures routers on one test set; at least one. */
  public static HardEasyGap of(TestSet test, List<RouterRuns> routers, Bootstrap bootstrap) {
    Require.positive("routers", routers.size());
    QuerySubset hard = test.subset("hard");
    QuerySubset easy = test.subset("easy");
    Column ones = Column.constant(test.size(), 1);
    Column gaps = gaps(test, routers);
    List<Column> columns = new ArrayList<>();
    columns.add(ones);
    columns.add(ones.within(hard));
    columns.add(ones.within(easy));
    columns.add(gaps.within(hard));
    columns.add(gaps.within(easy));
    columns.add(gaps);
    for (RouterRuns runs : routers) {
      columns.add(Metrics.accuracy().on(hard).columns(runs).get(0));
    }
    ColumnIndex index = new ColumnIndex();
    int[] numbers = columns.stream().mapToInt(index::numberOf).toArray();
    List<ToDoubleFunction<double[]>> figures =
        List.of(
            sums -> sums[HARD] / sums[ALL],
            HardEasyGap::spread,
            sums -> sums[GAP_HARD] / sums[HARD],
            sums -> sums[GAP_EASY] / sums[EASY],
            sums -> sums[GAP_HARD] / sums[HARD] / (sums[GAP_EASY] / sums[EASY]),
            sums -> sums[GAP_HARD] / sums[GAP_ALL]);
    List<Statistic> statistics =
        figures.stream().map(figure -> new Statistic(numbers, figure)).toList();
    Resampled resampled = bootstrap.resample(test, statistics, index);
    int[] queries = {
      test.size(), hard.size(), hard.size(), easy.size(), hard.size() + easy.size(), test.size()
    };
    List<Estimate> estimates = new ArrayList<>();
    for (int i = 0; i < queries.length; i++) {
      estimates.add(resampled.estimate(i, bootstrap.confidence(), queries[i]));
    }
    return new HardEasyGap(
        estimates.get(0),
        estimates.get(1),
        estimates.get(2),
        estimates.get(3),
        estimates.get(4),
        estimates.get(5));
  }

  /** The oracle's score less the mean score of all routers, a query at a time. */
  private static Column gaps(TestSet test, List<RouterRuns> routers) {
    double[] gaps = new double[test.size()];
    List<double[]> scores =
        routers.stream().map(runs -> Metrics.accuracy().columns(runs).get(0).toArray()).toList();
    for (int row = 0; row < gaps.length; row++) {
      double sum = 0;
      for (double[] ofRouter : scores) {
        sum += test.oracleScore(row) - ofRouter[row];
      }
      gaps[row] = sum / scores.size();
    }
    return Column.of(gaps);
  }

  private static double spread(double[] sums) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = ROUTERS; i < sums.length; i++) {
      least = Math.min(least, sums[i]);
      greatest = Math.max(greatest, sums[i]);
    }
    return (greatest - least) / sums[HARD];
  }
}
