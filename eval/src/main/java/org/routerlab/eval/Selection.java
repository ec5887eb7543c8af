package org.routerlab.eval;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.routerlab.core.Decisions;
import org.routerlab.core.Require;
import org.routerlab.eval.select.Utility;

/**
 * What a router does with every query: one model each, a cascade of models of which one gives the
 * answer, a draw among several with equal chances, or with some chance the one and else the draw.
 *
 * <p>A draw is never carried out: its scores and costs are exact expectations.
 */
public final class Selection {

  private final int size;
  private final int[] chosen;
  private final int[] drawn;
  private final double chosenShare;
  private final int[][] called;

  private Selection(int size, int[] chosen, int[] drawn, double chosenShare, int[][] called) {
    this.size = size;
    this.chosen = chosen;
    this.drawn = drawn;
    this.chosenShare = chosenShare;
    this.called = called;
  }

  private Selection(int size, int[] chosen, int[] drawn) {
    this(size, chosen, drawn, drawn.length == 0 ? 1 : 0, new int[0][]);
  }

  /** The given choices. */
  public static Selection of(Decisions decisions) {
    return new Selection(decisions.size(), decisions.toArray(), new int[0]);
  }

  /** For each of {@code size} queries, a draw among the same models; at least one. */
  public static Selection uniform(int size, int... models) {
    if (models.length == 0) {
      throw new IllegalArgumentException("a draw must be among at least one model but has none");
    }
    return new Selection(size, new int[0], models.clone());
  }

  /**
   * The answers given after calling several models, each of which is paid for.
   *
   * @param answers the model whose answer is given
   * @param called for each query the models called, each once, that one among them
   * @throws IllegalArgumentException where that one was not called, or one was called twice
   */
  public static Selection cascade(Decisions answers, int[][] called) {
    Require.equal("called models", called.length, "decisions", answers.size());
    int[][] copies = new int[called.length][];
    for (int row = 0; row < called.length; row++) {
      int answer = answers.model(row);
      copies[row] = called[row].clone();
      boolean isRepeated = IntStream.of(copies[row]).distinct().count() < copies[row].length;
      if (isRepeated || IntStream.of(copies[row]).noneMatch(model -> model == answer)) {
        throw new IllegalArgumentException(
            "a cascade must call each model once and answer by one it called but on row "
                + row
                + " called "
                + Arrays.toString(copies[row])
                + " and answered by "
                + answer);
      }
    }
    return new Selection(answers.size(), answers.toArray(), new int[0], 1, copies);
  }

  /**
   * With chance {@code share} the given choice, else a draw among the given models.
   *
   * @param share in [0, 1]
   */
  static Selection mixture(double share, Decisions decisions, int... models) {
    Require.between("share", share, 0, 1);
    return new Selection(
        decisions.size(), decisions.toArray(), models.clone(), share, new int[0][]);
  }

  /** A selection over an array that the caller gives up. */
  static Selection wrap(int[] chosen) {
    return new Selection(chosen.length, chosen, new int[0]);
  }

  /** The number of queries. */
  public int size() {
    return size;
  }

  /** Whether one model is chosen for each query, so that there is nothing to draw. */
  public boolean isDecided() {
    return drawn.length == 0;
  }

  /**
   * The choices.
   *
   * @throws IllegalStateException where models are drawn; ask {@link #isDecided()} first
   */
  public Decisions decisions() {
    if (!isDecided()) {
      throw new IllegalStateException(
          "this selection draws among " + drawn.length + " models and decides on none");
    }
    return Decisions.of(chosen);
  }

  /**
   * The expectation of {@code value} on {@code row} for the model that gives the answer; for costs
   * see {@link #spend}.
   */
  public double expect(int row, CellValue value) {
    return expect(row, model -> value.of(row, model));
  }

  /** The expected cost of all models called on {@code row}: of a cascade the sum over them. */
  public double spend(int row, CellValue cost) {
    return expect(row, model -> paid(row, model, cost));
  }

  private double expect(int row, IntToDoubleFunction value) {
    if (isDecided()) {
      return value.applyAsDouble(chosen[row]);
    }
    double sum = 0;
    for (int model : drawn) {
      sum += value.applyAsDouble(model);
    }
    double mean = sum / drawn.length;
    return chosen.length == 0
        ? mean
        : chosenShare * value.applyAsDouble(chosen[row]) + (1 - chosenShare) * mean;
  }

  private double paid(int row, int model, CellValue cost) {
    if (called.length == 0) {
      return cost.of(row, model);
    }
    double sum = 0;
    for (int each : called[row]) {
      sum += cost.of(row, each);
    }
    return sum;
  }

  /** The chance that {@code model} is selected for {@code row}. */
  public double share(int row, int model) {
    return expect(row, (r, m) -> m == model ? 1 : 0);
  }

  /** The models that are drawn among; none where there is nothing to draw. */
  int[] drawn() {
    return drawn.clone();
  }

  /** The expectation of {@code value} on every row. */
  double[] expect(CellValue value) {
    return rows(row -> expect(row, value));
  }

  /** The expected cost of all models called, on every row. */
  double[] spend(CellValue cost) {
    return rows(row -> spend(row, cost));
  }

  /** The expected utility of the score of the answer and the cost of all calls, on every row. */
  double[] utility(double lambda, CellValue score, CellValue cost) {
    return rows(
        row ->
            expect(
                row, model -> Utility.value(lambda, score.of(row, model), paid(row, model, cost))));
  }

  private double[] rows(IntToDoubleFunction value) {
    double[] all = new double[size];
    Arrays.setAll(all, value);
    return all;
  }
}
