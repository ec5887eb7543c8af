package org.routerlab.learned.engine;

import org.routerlab.core.matrix.FloatMatrix;

/** Scores from places in an order. */
public final class RankScores {

  private RankScores() {}

  /**
   * 1 / (rank + offset), where the rank is the number of values in the same row that are higher, so
   * that equal values share a rank.
   *
   * @param values finite
   * @param offset above 0
   */
  public static FloatMatrix reciprocal(FloatMatrix values, double offset) {
    int columns = values.columns();
    float[] scores = new float[values.rows() * columns];
    for (int row = 0; row < values.rows(); row++) {
      float[] all = values.row(row);
      for (int column = 0; column < columns; column++) {
        int higher = 0;
        for (float other : all) {
          higher += other > all[column] ? 1 : 0;
        }
        scores[row * columns + column] = (float) (1 / (higher + offset));
      }
    }
    return FloatMatrix.wrap(values.rows(), columns, scores);
  }
}
