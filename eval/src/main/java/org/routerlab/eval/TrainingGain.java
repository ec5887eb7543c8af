package org.routerlab.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.routerlab.core.Require;

/**
 * What routers gain by another training: on more queries, on embeddings of another encoder, or with
 * the encoder trained along.
 *
 * <p>Both trainings of every router are on the same test queries and resamples. Source: Plateau
 * (arXiv 2606.07587), § 6 with Figure 5 and Tables 6 and 13.
 *
 * @param rows one a pair, in the given order
 * @param meanGain the mean of the gains, in percentage points
 * @param meanClosed the mean of the shares of the gap closed, of those that have one; NaN without
 */
public record TrainingGain(List<Row> rows, Estimate meanGain, Estimate meanClosed) {

  /** One router by two trainings. */
  public record Pair(RouterRuns before, RouterRuns after) {}

  /**
   * What one router gains.
   *
   * @param router the name of the second training
   * @param before the accuracy by the first training, a fraction
   * @param after the accuracy by the second
   * @param gain the difference in percentage points; above 0 the second is better
   * @param closed the difference over what the first lacks to the oracle: a fraction of at most 1,
   *     negative for a loss; NaN where the first is as good as the oracle
   */
  public record Row(
      String router, Estimate before, Estimate after, Estimate gain, Estimate closed) {}

  /** Places of the sums: queries, the oracle's scores, then two for every pair. */
  private static final int QUERIES = 0;

  private static final int ORACLE = 1;
  private static final int PAIRS = 2;

  /** Copies the rows. */
  public TrainingGain {
    rows = List.copyOf(rows);
  }

  /**
   * Compares trainings; at least one pair.
   *
   * @throws IllegalArgumentException where not all are on the same test queries and pool
   */
  public static TrainingGain of(List<Pair> pairs, Bootstrap bootstrap) {
    Require.positive("pairs", pairs.size());
    TestSet test = pairs.get(0).after().test();
    ColumnIndex index = new ColumnIndex();
    int[] numbers = new int[PAIRS + 2 * pairs.size()];
    numbers[QUERIES] = index.numberOf(Column.constant(test.size(), 1));
    double[] oracle = new double[test.size()];
    Arrays.setAll(oracle, test::oracleScore);
    numbers[ORACLE] = index.numberOf(Column.of(oracle));
    List<ToDoubleFunction<double[]>> figures = new ArrayList<>();
    for (int pair = 0; pair < pairs.size(); pair++) {
      int before = PAIRS + 2 * pair;
      numbers[before] = index.numberOf(scores(pairs.get(pair).before(), test));
      numbers[before + 1] = index.numberOf(scores(pairs.get(pair).after(), test));
      figures.add(sums -> sums[before] / sums[QUERIES]);
      figures.add(sums -> sums[before + 1] / sums[QUERIES]);
      figures.add(sums -> gain(sums, before));
      figures.add(sums -> closed(sums, before));
    }
    figures.add(sums -> mean(sums, TrainingGain::gain));
    figures.add(sums -> mean(sums, TrainingGain::closed));
    Resampled resampled =
        bootstrap.resample(
            test, figures.stream().map(each -> new Statistic(numbers, each)).toList(), index);
    List<Estimate> found = new ArrayList<>();
    for (int figure = 0; figure < figures.size(); figure++) {
      found.add(resampled.estimate(figure, bootstrap.confidence(), test.size()));
    }
    List<Row> rows = new ArrayList<>();
    for (int pair = 0; pair < pairs.size(); pair++) {
      List<Estimate> own = found.subList(4 * pair, 4 * pair + 4);
      String name = pairs.get(pair).after().router();
      rows.add(new Row(name, own.get(0), own.get(1), own.get(2), own.get(3)));
    }
    return new TrainingGain(rows, found.get(found.size() - 2), found.get(found.size() - 1));
  }

  private static Column scores(RouterRuns runs, TestSet test) {
    HoldOutChange.requireSameQueries(runs.test(), test);
    return Metrics.accuracy().columns(runs).get(0);
  }

  private interface OfPair {
    double value(double[] sums, int before);
  }

  private static double gain(double[] sums, int before) {
    return 100 * (sums[before + 1] - sums[before]) / sums[QUERIES];
  }

  private static double closed(double[] sums, int before) {
    double gap = sums[ORACLE] - sums[before];
    return gap > 0 ? (sums[before + 1] - sums[before]) / gap : Double.NaN;
  }

  /** The mean over the pairs with a value. */
  private static double mean(double[] sums, OfPair figure) {
    double total = 0;
    int known = 0;
    for (int before = PAIRS; before < sums.length; before += 2) {
      double value = figure.value(sums, before);
      if (!Double.isNaN(value)) {
        total += value;
        known++;
      }
    }
    return total / known;
  }
}
