package org.routerlab.core;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.routerlab.core.matrix.FloatMatrix;

/** The model chosen for each query, as columns of the pool; one entry a query. */
public final class Decisions {

  private final int[] models;

  private Decisions(int[] models) {
    this.models = models;
  }

  /** The given choices, copied. */
  public static Decisions of(int... models) {
    return new Decisions(models.clone());
  }

  /** One choice for each of {@code size} queries. */
  public static Decisions of(int size, IntUnaryOperator modelOfRow) {
    int[] models = new int[size];
    Arrays.setAll(models, modelOfRow);
    return new Decisions(models);
  }

  /** The same model for every query. */
  public static Decisions constant(int size, int model) {
    return of(size, row -> model);
  }

  /**
   * The model with the highest prediction, a query at a time.
   *
   * @param predictions queries × models, finite
   * @param ties decides between equal predictions
   * @throws IllegalStateException on a prediction that is NaN
   */
  public static Decisions argmax(FloatMatrix predictions, ModelRanking ties) {
    Require.equal("prediction columns", predictions.columns(), "ranked models", ties.size());
    return of(
        predictions.rows(),
        row -> {
          int best = -1;
          for (int model = 0; model < predictions.columns(); model++) {
            float value = predictions.get(row, model);
            if (Float.isNaN(value)) {
              throw new IllegalStateException(
                  "predictions must be finite but row " + row + ", model " + model + " is NaN");
            }
            if (best < 0
                || value > predictions.get(row, best)
                || (value == predictions.get(row, best) && ties.prefers(model, best))) {
              best = model;
            }
          }
          return best;
        });
  }

  /** The number of queries decided. */
  public int size() {
    return models.length;
  }

  /** The column of the model chosen for query {@code row}. */
  public int model(int row) {
    return models[row];
  }

  /** The choices as a new array. */
  public int[] toArray() {
    return models.clone();
  }

  /** The decisions of the given rows, in that order. */
  public Decisions selectRows(int[] rows) {
    return of(rows.length, i -> models[rows[i]]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Decisions decisions && Arrays.equals(models, decisions.models);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(models);
  }

  @Override
  public String toString() {
    return "Decisions" + Arrays.toString(models);
  }
}
