package org.routerlab.eval;

import java.util.Arrays;

/**
 * How near a router is to the optimum of every query, the cheapest model that answers it in full (a
 * score of 1), as RouterArena (arXiv 2510.00202) measures it.
 *
 * <p>Published code and leaderboard disagree about which queries count, see {@link Over}; each
 * measure has a reading for both.
 */
public final class ArenaOptimality {

  private static final String SOURCE = "arXiv 2510.00202";

  /** The queries that count. */
  public enum Over {
    /** Those that have an optimum: some model answers in full. */
    SOLVABLE("-solvable", "i that some model answers in full"),

    /** Those that the router itself answers in full, as in the stored code. */
    ANSWERED("-answered", "i that the router answers in full");

    private final String suffix;
    private final String words;

    Over(String suffix, String words) {
      this.suffix = suffix;
      this.words = words;
    }
  }

  private ArenaOptimality() {}

  /**
   * {@code opt-sel} (OptSel): the share of queries on which the router chooses the optimum, over
   * those that have one; {@code opt-sel-answered} over those the router answers in full.
   *
   * <p>Fraction; higher is better. Of models that cost the same the optimum is the first by the
   * ranking. NaN where no query counts. Needs costs.
   */
  public static QueryMetric selection(Over over) {
    return QueryMetric.of(
        definition("opt-sel", Over.SOLVABLE, over, true, "share of i with r(i) = opt(i), over "),
        evaluation -> {
          TestSet test = evaluation.test();
          int[] optimum = optima(test);
          CellValue counts = counts(test, over);
          Selection selection = evaluation.selection();
          return new Ratio(
              Column.of(selection.expect((row, model) -> model == optimum[row] ? 1 : 0)),
              Column.of(selection.expect(counts)));
        });
  }

  /**
   * {@code opt-acc} (OptAcc): the router's scores ÷ those of the optima, over the queries that have
   * one; {@code opt-acc-answered} over those the router answers in full is always 1.
   *
   * <p>Fraction; higher is better. NaN where no query counts.
   */
  public static QueryMetric accuracy(Over over) {
    return QueryMetric.of(
        definition(
            "opt-acc", Over.SOLVABLE, over, false, "sum y[i, r(i)] / sum y[i, opt(i)], over "),
        evaluation -> {
          TestSet test = evaluation.test();
          CellValue counts = counts(test, over);
          Selection selection = evaluation.selection();
          return new Ratio(
              Column.of(
                  selection.expect((row, model) -> counts.of(row, model) * test.score(row, model))),
              Column.of(selection.expect(counts)));
        });
  }

  /**
   * {@code opt-cost} (OptCost): the cost of the optima ÷ what the router pays, over the queries it
   * answers in full; {@code opt-cost-solvable} over all queries that have an optimum, where a
   * router that saves on wrong answers is above 1.
   *
   * <p>At least 0, {@code opt-cost} at most 1; higher is better. NaN where no query counts and
   * where the router pays nothing. Needs costs.
   */
  public static QueryMetric cost(Over over) {
    MetricDefinition definition =
        definition(
            "opt-cost", Over.ANSWERED, over, true, "sum c[i, opt(i)] / sum c[i, r(i)], over ");
    return QueryMetric.of(
        over == Over.SOLVABLE ? definition.in("[0, inf)") : definition,
        evaluation -> {
          TestSet test = evaluation.test();
          int[] optimum = optima(test);
          CellValue counts = counts(test, over);
          Selection selection = evaluation.selection();
          double[] best = selection.expect(counts);
          for (int row = 0; row < best.length; row++) {
            best[row] *= optimum[row] < 0 ? 0 : test.cost(row, optimum[row]);
          }
          return new Ratio(Column.of(best), Column.of(paid(evaluation, counts)));
        });
  }

  /** What is paid for the queries that count; a cascade pays for all models it called. */
  private static double[] paid(Evaluation evaluation, CellValue counts) {
    TestSet test = evaluation.test();
    Selection selection = evaluation.selection();
    double[] paid = new double[test.size()];
    Arrays.setAll(
        paid,
        row ->
            selection.isDecided()
                ? selection.expect(row, counts) * selection.spend(row, test::cost)
                : selection.expect(row, (r, model) -> counts.of(r, model) * test.cost(r, model)));
    return paid;
  }

  /** 1 where a query counts if a model is chosen, else 0. */
  private static CellValue counts(TestSet test, Over over) {
    return switch (over) {
      case SOLVABLE -> (row, model) -> test.oracleScore(row) >= 1 ? 1 : 0;
      case ANSWERED -> (row, model) -> test.score(row, model) >= 1 ? 1 : 0;
    };
  }

  /** The cheapest model that answers each query in full; −1 where none does. */
  private static int[] optima(TestSet test) {
    int[] optima = new int[test.size()];
    for (int row = 0; row < optima.length; row++) {
      optima[row] = -1;
      for (int model = 0; model < test.pool().size(); model++) {
        if (test.score(row, model) >= 1 && isCheaper(test, row, model, optima[row])) {
          optima[row] = model;
        }
      }
    }
    return optima;
  }

  private static boolean isCheaper(TestSet test, int row, int model, int other) {
    if (other < 0) {
      return true;
    }
    int order = Float.compare(test.cost(row, model), test.cost(row, other));
    return order < 0 || (order == 0 && test.ranking().prefers(model, other));
  }

  private static MetricDefinition definition(
      String headline, Over usual, Over over, boolean needsCosts, String formula) {
    boolean isHeadline = over == usual;
    return new MetricDefinition(
            headline + (isHeadline ? "" : over.suffix),
            "fraction",
            Better.HIGHER,
            needsCosts,
            formula + over.words + "; opt the cheapest model of score 1",
            SOURCE)
        .undefined(
            headline.equals("opt-cost")
                ? "where no query counts, or the router pays nothing for those"
                : "where no query counts")
        .variantOf(isHeadline ? "" : headline);
  }
}
