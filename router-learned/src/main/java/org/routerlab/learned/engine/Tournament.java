package org.routerlab.learned.engine;

import java.util.List;
import java.util.stream.IntStream;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * Scores models by how they do against others: a model's mean result over its matches.
 *
 * @param models the number of models
 * @param matches the pairs that are compared
 * @param anchor the model whose score is one half because all others are measured by it; −1 where
 *     every model meets every other
 */
public record Tournament(int models, List<Match> matches, int anchor) {

  /** Bounds the memory for rows; a score does not depend on it. */
  private static final int ROWS_AT_ONCE = 256;

  /**
   * One pair of models.
   *
   * @param first one of the two
   * @param second the other
   * @param forest predicts the result of the first, in [0, 1]; null where nothing is known, and
   *     then it is one half
   */
  public record Match(int first, int second, RandomForest forest) {

    private double[] results(float[][] rows) {
      return forest == null
          ? IntStream.range(0, rows.length).mapToDouble(row -> 0.5).toArray()
          : forest.predict(rows);
    }
  }

  /** Copies the matches. */
  public Tournament {
    matches = List.copyOf(matches);
  }

  /** Rows × models: scores in [0, 1], one half for a model without a match. */
  public FloatMatrix scores(FloatMatrix features) {
    float[] all = new float[features.rows() * models];
    IntStream.range(0, (features.rows() + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE)
        .map(block -> block * ROWS_AT_ONCE)
        .parallel()
        .forEach(start -> fill(features, start, all));
    return FloatMatrix.wrap(features.rows(), models, all);
  }

  private void fill(FloatMatrix features, int start, float[] all) {
    float[][] rows = new float[Math.min(ROWS_AT_ONCE, features.rows() - start)][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = features.row(start + i);
    }
    double[] sums = new double[rows.length * models];
    int[] played = new int[models];
    for (Match match : matches) {
      double[] results = match.results(rows);
      for (int i = 0; i < results.length; i++) {
        sums[i * models + match.first()] += results[i];
        sums[i * models + match.second()] += 1 - results[i];
      }
      played[match.first()]++;
      played[match.second()]++;
    }
    for (int i = 0; i < sums.length; i++) {
      int model = i % models;
      boolean isHalf = model == anchor || played[model] == 0;
      all[start * models + i] = (float) (isHalf ? 0.5 : sums[i] / played[model]);
    }
  }
}
