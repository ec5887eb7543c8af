package org.routerlab.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Metrics of which models a router chooses on hard queries, against all queries and against the
 * models that are right.
 *
 * <p>Hard and solvable queries are those of {@link TestSet#subsets()}. On a query that n ≥ 1 models
 * answer correctly the truth gives each of them 1 / n; the truth on some queries is the mean of
 * that over them. Two distributions are compared by total variation, half the sum of the absolute
 * differences of their shares: the least share of choices that must change to turn one into the
 * other. It is above 0 for two samples of one distribution, so that values from few queries, and
 * the intervals of all, lean upwards. Of several runs it is that of their mean shares. On a subset,
 * both distributions are of its queries.
 */
public final class SelectionTruth {

  private static final String PLATEAU = "arXiv 2606.07587, Figures 4 and 6 to 9";

  private SelectionTruth() {}

  /**
   * {@code selection-shift}: how far choices on hard queries are from those on all queries, ½ Σ_m
   * |f_hard(m) − f_all(m)| of the shares f of the queries for which m is chosen.
   *
   * <p>Fraction; neither way is better; 0 for a router that always chooses one model. NaN without a
   * hard query. Source: Plateau (arXiv 2606.07587), Figures 4 and 6 to 9, which show the shares;
   * the distance is RouterLab's.
   */
  public static SetMetric shift() {
    return SetMetric.of(
        definition("selection-shift", "0.5 * sum_m |f_hard(m) - f_all(m)|"),
        evaluation -> {
          List<Column> columns = shares(evaluation, hard(evaluation.test()));
          columns.addAll(shares(evaluation, everyQuery(evaluation.test())));
          return columns;
        },
        SelectionTruth::distance);
  }

  /**
   * {@code selection-truth-distance}: how far choices on hard queries are from the truth on them.
   *
   * <p>Fraction; neither way is better, as several models may be right: an oracle that takes the
   * cheapest right model is not at 0. NaN without a hard query. Source: as {@link #shift()}.
   */
  public static SetMetric distance() {
    return SetMetric.of(
        definition("selection-truth-distance", "0.5 * sum_m |f_hard(m) - truth_hard(m)|"),
        evaluation -> againstTruth(evaluation, hard(evaluation.test())),
        SelectionTruth::distance);
  }

  /**
   * {@code selection-truth-distance-solvable}: the same on all solvable queries, hard and easy.
   *
   * <p>Fraction; neither way is better. NaN without a solvable query. RouterLab's own.
   */
  public static SetMetric distanceOnSolvable() {
    return SetMetric.of(
        definition(
                "selection-truth-distance-solvable",
                "0.5 * sum_m |f_solvable(m) - truth_solvable(m)|")
            .undefined("without a solvable query")
            .variantOf("selection-truth-distance"),
        evaluation -> againstTruth(evaluation, solvable(evaluation.test())),
        SelectionTruth::distance);
  }

  /** The metrics here, with the share of every model on hard queries. */
  static List<Metric> all(TestSet test) {
    List<Metric> metrics = new ArrayList<>(List.of(shift(), distance(), distanceOnSolvable()));
    for (int model = 0; model < test.pool().size(); model++) {
      metrics.add(Metrics.selectionShare(test, model).on(hard(test)));
    }
    return List.copyOf(metrics);
  }

  /** What the truth gives to {@code model}, a query at a time; 0 outside {@code subset}. */
  static Column truth(TestSet test, int model, QuerySubset subset) {
    double[] shares = new double[test.size()];
    for (int row : subset.rows()) {
      if (test.isCorrect(row, model)) {
        int query = row;
        long right =
            IntStream.range(0, test.pool().size()).filter(m -> test.isCorrect(query, m)).count();
        shares[row] = 1.0 / right;
      }
    }
    return Column.of(shares);
  }

  static QuerySubset hard(TestSet test) {
    return test.subset("hard");
  }

  static QuerySubset solvable(TestSet test) {
    QuerySubset unsolvable = test.subset("unsolvable");
    return QuerySubset.of("solvable", test.size(), row -> !unsolvable.contains(row));
  }

  static QuerySubset everyQuery(TestSet test) {
    return QuerySubset.of(QuerySubset.ALL, test.size(), row -> true);
  }

  /** The total variation of two distributions: queries and shares of one, then of the other. */
  static double distance(double[] sums) {
    int half = sums.length / 2;
    if (sums[0] == 0 || sums[half] == 0) {
      return Double.NaN;
    }
    double sum = 0;
    for (int i = 1; i < half; i++) {
      sum += Math.abs(sums[i] / sums[0] - sums[half + i] / sums[half]);
    }
    return sum / 2;
  }

  private static List<Column> againstTruth(Evaluation evaluation, QuerySubset subset) {
    TestSet test = evaluation.test();
    List<Column> columns = shares(evaluation, subset);
    columns.add(columns.get(0));
    for (int model = 0; model < test.pool().size(); model++) {
      columns.add(truth(test, model, subset));
    }
    return columns;
  }

  /** The queries of a subset, then those of them for which each model is chosen. */
  private static List<Column> shares(Evaluation evaluation, QuerySubset subset) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.constant(evaluation.test().size(), 1).within(subset));
    for (int model = 0; model < evaluation.test().pool().size(); model++) {
      int chosen = model;
      double[] shares = new double[evaluation.test().size()];
      Arrays.setAll(shares, row -> evaluation.selection().share(row, chosen));
      columns.add(Column.of(shares).within(subset));
    }
    return columns;
  }

  private static MetricDefinition definition(String name, String formula) {
    return new MetricDefinition(name, "fraction", Better.NEITHER, false, formula, PLATEAU)
        .undefined("without a hard query");
  }
}
