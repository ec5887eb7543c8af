package org.routerlab.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What two routers gain and lose against each other, for every pair of routers.
 *
 * <p>For routers a and b on query i: they differ where they choose different models; a gains max(0,
 * y_a − y_b) and loses max(0, y_b − y_a), which on binary scores say that only a, or only b, is
 * right. Of several runs everything is the mean over all pairs of a run of a and a run of b. Pairs
 * that never differ have no change and are left out of its medians; with fewer than two routers
 * there are no pairs and every median is NaN. Source: Plateau (arXiv 2606.07587), § 5.2 and Table
 * 4.
 *
 * @param pairs every pair once, the earlier router first
 * @param leastDiffer the least share of queries on which a pair differs, a fraction; its interval
 *     leans downwards as that of any minimum
 * @param mostDiffer the greatest such share; its interval leans upwards
 * @param accuracyGap the median over pairs of |A_a − A_b|, a fraction
 * @param change the median over pairs of the mean |y_a − y_b| where the two differ, in [0, 1]
 * @param signedChange the median over pairs of |mean (y_a − y_b)| where the two differ, in [0, 1]
 * @param ratio change ÷ signedChange, at least 1; infinite where gains and losses cancel in at
 *     least half of the pairs
 */
public record ErrorExchange(
    List<Pair> pairs,
    Estimate leastDiffer,
    Estimate mostDiffer,
    Estimate accuracyGap,
    Estimate change,
    Estimate signedChange,
    Estimate ratio) {

  /** Resampled values kept at once are at most this many pairs of routers. */
  private static final int PAIRS_AT_ONCE = 256;

  private static final double ROUNDING = 1e-9;

  /** Columns a pair has: differ, gain, loss. */
  private static final int COLUMNS = 3;

  /**
   * Two routers.
   *
   * @param differ the share of queries for which they choose different models; a fraction
   * @param onlyFirst what the first gains, per query of all; a fraction
   * @param onlySecond what the second gains, per query of all; a fraction
   * @param net onlyFirst less onlySecond, which is the difference of the accuracies, in [−1, 1]
   */
  public record Pair(
      String first,
      String second,
      Estimate differ,
      Estimate onlyFirst,
      Estimate onlySecond,
      Estimate net) {}

  /** Copies the pairs. */
  public ErrorExchange {
    pairs = List.copyOf(pairs);
  }

  /** Compares every two of some routers on one test set. */
  public static ErrorExchange of(TestSet test, List<RouterRuns> routers, Bootstrap bootstrap) {
    List<int[]> members = new ArrayList<>();
    for (int a = 0; a < routers.size(); a++) {
      for (int b = a + 1; b < routers.size(); b++) {
        members.add(new int[] {a, b});
      }
    }
    List<List<Column>> columns =
        members.parallelStream()
            .map(pair -> columns(routers.get(pair[0]), routers.get(pair[1])))
            .toList();
    List<Pair> pairs = new ArrayList<>();
    for (int from = 0; from < members.size(); from += PAIRS_AT_ONCE) {
      int to = Math.min(members.size(), from + PAIRS_AT_ONCE);
      pairs.addAll(
          pairs(test, routers, members.subList(from, to), columns.subList(from, to), bootstrap));
    }
    return summary(test, pairs, columns, bootstrap);
  }

  private static List<Pair> pairs(
      TestSet test,
      List<RouterRuns> routers,
      List<int[]> members,
      List<List<Column>> columns,
      Bootstrap bootstrap) {
    ColumnIndex index = new ColumnIndex();
    List<Statistic> statistics = new ArrayList<>();
    Column ones = Column.constant(test.size(), 1);
    for (List<Column> ofPair : columns) {
      int[] numbers = {
        index.numberOf(ones),
        index.numberOf(ofPair.get(0)),
        index.numberOf(ofPair.get(1)),
        index.numberOf(ofPair.get(2))
      };
      statistics.add(new Statistic(numbers, sums -> sums[1] / sums[0]));
      statistics.add(new Statistic(numbers, sums -> sums[2] / sums[0]));
      statistics.add(new Statistic(numbers, sums -> sums[3] / sums[0]));
      statistics.add(new Statistic(numbers, sums -> (sums[2] - sums[3]) / sums[0]));
    }
    Resampled resampled = bootstrap.resample(test, statistics, index);
    int each = statistics.size() / members.size();
    return IntStream.range(0, members.size())
        .parallel()
        .mapToObj(
            pair -> {
              List<Estimate> estimates =
                  IntStream.range(pair * each, (pair + 1) * each)
                      .mapToObj(s -> resampled.estimate(s, bootstrap.confidence(), test.size()))
                      .toList();
              return new Pair(
                  routers.get(members.get(pair)[0]).router(),
                  routers.get(members.get(pair)[1]).router(),
                  estimates.get(0),
                  estimates.get(1),
                  estimates.get(2),
                  estimates.get(3));
            })
        .toList();
  }

  private static ErrorExchange summary(
      TestSet test, List<Pair> pairs, List<List<Column>> columns, Bootstrap bootstrap) {
    ColumnIndex index = new ColumnIndex();
    List<Integer> numbers = new ArrayList<>();
    numbers.add(index.numberOf(Column.constant(test.size(), 1)));
    columns.forEach(pair -> pair.forEach(column -> numbers.add(index.numberOf(column))));
    int[] all = numbers.stream().mapToInt(Integer::intValue).toArray();
    List<ToDoubleFunction<double[]>> figures =
        List.of(
            sums -> Arrays.stream(differ(sums)).min().orElse(Double.NaN),
            sums -> Arrays.stream(differ(sums)).max().orElse(Double.NaN),
            sums -> median(ofPairs(sums, ErrorExchange::net, false)),
            ErrorExchange::change,
            ErrorExchange::signedChange,
            sums -> change(sums) / signedChange(sums));
    List<Statistic> statistics =
        figures.stream().map(figure -> new Statistic(all, figure)).toList();
    Resampled resampled = bootstrap.resample(test, statistics, index);
    List<Estimate> estimates =
        IntStream.range(0, figures.size())
            .mapToObj(s -> resampled.estimate(s, bootstrap.confidence(), test.size()))
            .toList();
    return new ErrorExchange(
        pairs,
        estimates.get(0),
        estimates.get(1),
        estimates.get(2),
        estimates.get(3),
        estimates.get(4),
        estimates.get(5));
  }

  private static double change(double[] sums) {
    return median(ofPairs(sums, Double::sum, true));
  }

  private static double signedChange(double[] sums) {
    return median(ofPairs(sums, ErrorExchange::net, true));
  }

  /** The size of what is left of gains and losses; what rounding leaves is nothing. */
  private static double net(double gain, double loss) {
    double net = Math.abs(gain - loss);
    return net < ROUNDING ? 0 : net;
  }

  private static double[] differ(double[] sums) {
    return IntStream.range(0, sums.length / COLUMNS)
        .mapToDouble(pair -> sums[1 + pair * COLUMNS] / sums[0])
        .toArray();
  }

  /** A value of each pair from its gain and loss, per query of all or of those that differ. */
  private static double[] ofPairs(double[] sums, DoubleBinaryOperator value, boolean ofDiffering) {
    double[] values = new double[sums.length / COLUMNS];
    for (int pair = 0; pair < values.length; pair++) {
      int at = 1 + pair * COLUMNS;
      double queries = ofDiffering ? sums[at] : sums[0];
      values[pair] = value.applyAsDouble(sums[at + 1], sums[at + 2]) / queries;
    }
    return values;
  }

  /** The median of those that are not NaN; the mean of the middle two of an even number. */
  static double median(double[] values) {
    double[] sorted =
        Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Where the two differ, what the first gains and what it loses; means over pairs of runs. */
  private static List<Column> columns(RouterRuns first, RouterRuns second) {
    TestSet test = first.test();
    double[][] sums = new double[COLUMNS][test.size()];
    for (Evaluation a : first.seeds()) {
      for (Evaluation b : second.seeds()) {
        addRun(a, b, sums);
      }
    }
    int runs = first.seeds().size() * second.seeds().size();
    return Arrays.stream(sums)
        .map(values -> Column.of(Arrays.stream(values).map(value -> value / runs).toArray()))
        .toList();
  }

  private static void addRun(Evaluation a, Evaluation b, double[][] sums) {
    for (int row = 0; row < sums[0].length; row++) {
      double change = a.score(row) - b.score(row);
      sums[0][row] += 1 - a.selection().expect(row, b.selection()::share);
      sums[1][row] += Math.max(0, change);
      sums[2][row] += Math.max(0, -change);
    }
  }
}
