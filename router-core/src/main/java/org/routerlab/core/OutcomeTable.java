package org.routerlab.core;

import java.util.Objects;
import java.util.stream.IntStream;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * What was recorded: the score, and optionally the cost, of every model on every query.
 *
 * <p>Scores are in [0, 1]; a score of NaN says that this model was not observed on this query.
 * Costs are at least 0, in one unit throughout the table (US dollars where the benchmark has them);
 * a cost of NaN is unknown. Both matrices are queries × models.
 */
public final class OutcomeTable {

  /** The score from which on an answer counts as correct, unless a benchmark says otherwise. */
  public static final float CORRECT = 0.5f;

  private final ModelPool pool;
  private final FloatMatrix scores;
  private final FloatMatrix costs;

  /**
   * A table of scores, and of costs where they are known.
   *
   * @param scores queries × models, each in [0, 1] or NaN for "not observed"
   * @param costs queries × models, each at least 0 or NaN for "unknown"; null where there are none
   */
  public OutcomeTable(ModelPool pool, FloatMatrix scores, FloatMatrix costs) {
    this.pool = Objects.requireNonNull(pool, "pool");
    this.scores = Objects.requireNonNull(scores, "scores");
    this.costs = costs;
    Require.equal("score columns", scores.columns(), "models in the pool", pool.size());
    if (costs != null) {
      Require.equal("cost columns", costs.columns(), "models in the pool", pool.size());
      Require.equal("cost rows", costs.rows(), "score rows", scores.rows());
    }
  }

  /** A table without costs. */
  public OutcomeTable(ModelPool pool, FloatMatrix scores) {
    this(pool, scores, null);
  }

  /** The models, in column order. */
  public ModelPool pool() {
    return pool;
  }

  /** The number of queries. */
  public int size() {
    return scores.rows();
  }

  /** Queries × models, each in [0, 1] or NaN where not observed. */
  public FloatMatrix scores() {
    return scores;
  }

  /** Whether this table records costs. */
  public boolean hasCosts() {
    return costs != null;
  }

  /**
   * Queries × models, each at least 0 or NaN where unknown.
   *
   * @throws IllegalStateException where this table has no costs; ask {@link #hasCosts()} first
   */
  public FloatMatrix costs() {
    if (costs == null) {
      throw new IllegalStateException("this outcome table records no costs");
    }
    return costs;
  }

  /** The score of {@code model} on query {@code row}: in [0, 1], or NaN where not observed. */
  public float score(int row, int model) {
    return scores.get(row, model);
  }

  /** The cost of {@code model} on query {@code row}: at least 0, or NaN where unknown. */
  public float cost(int row, int model) {
    return costs().get(row, model);
  }

  /** Whether {@code model} was observed on query {@code row}. */
  public boolean isObserved(int row, int model) {
    return !Float.isNaN(scores.get(row, model));
  }

  /** Whether {@code model} answered query {@code row} correctly: an observed score ≥ 0.5. */
  public boolean isCorrect(int row, int model) {
    return scores.get(row, model) >= CORRECT;
  }

  /** Whether every model was observed on query {@code row}. */
  public boolean isComplete(int row) {
    for (int model = 0; model < pool.size(); model++) {
      if (!isObserved(row, model)) {
        return false;
      }
    }
    return true;
  }

  /** The rows on which every model was observed, ascending: what evaluation uses by default. */
  public int[] completeRows() {
    return IntStream.range(0, size()).filter(this::isComplete).toArray();
  }

  /** The table of the given rows, in that order, as a view. */
  public OutcomeTable selectRows(int[] rows) {
    return new OutcomeTable(
        pool, scores.selectRows(rows), costs == null ? null : costs.selectRows(rows));
  }

  /** Each model's mean over its observed scores; NaN for a model never observed. */
  public double[] meanScores() {
    return columnMeans(scores);
  }

  /**
   * Each model's mean over its known costs; NaN for a model without one.
   *
   * @throws IllegalStateException where this table has no costs
   */
  public double[] meanCosts() {
    return columnMeans(costs());
  }

  /**
   * Routing accuracy: the mean score of the chosen models over all rows, in [0, 1]; NaN where a
   * chosen model was not observed, or there are no rows.
   */
  public double meanScore(Decisions decisions) {
    Require.equal("decisions", decisions.size(), "queries", size());
    double sum = 0;
    for (int row = 0; row < size(); row++) {
      sum += scores.get(row, decisions.model(row));
    }
    return sum / size();
  }

  private static double[] columnMeans(FloatMatrix matrix) {
    double[] sums = new double[matrix.columns()];
    int[] counts = new int[matrix.columns()];
    for (int row = 0; row < matrix.rows(); row++) {
      for (int column = 0; column < sums.length; column++) {
        float value = matrix.get(row, column);
        if (!Float.isNaN(value)) {
          sums[column] += value;
          counts[column]++;
        }
      }
    }
    for (int column = 0; column < sums.length; column++) {
      sums[column] /= counts[column];
    }
    return sums;
  }
}
