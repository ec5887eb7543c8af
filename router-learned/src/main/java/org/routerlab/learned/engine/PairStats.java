package org.routerlab.learned.engine;

import org.routerlab.core.matrix.FloatMatrix;

/**
 * The results of all comparisons of two models on some queries: a model that scores {@code a}
 * against {@code b} wins (1 + a - b) / 2 points, so that a tie is half a point to each.
 *
 * <p>A query counts for a pair where both models were observed. A Bradley-Terry model depends on
 * the comparisons through these numbers alone.
 */
public final class PairStats {

  private final double[] points;
  private final double[] counts;

  private PairStats(double[] points, double[] counts) {
    this.points = points;
    this.counts = counts;
  }

  /**
   * Compares all models on the given rows; a row may occur more than once.
   *
   * @param scores queries × models, NaN where not observed
   */
  public static PairStats of(FloatMatrix scores, int[] rows) {
    int models = scores.columns();
    double[] points = new double[models];
    double[] counts = new double[models * models];
    float[] row = new float[models];
    int complete = 0;
    for (int index : rows) {
      scores.copyRow(index, row, 0);
      int observed = 0;
      double sum = 0;
      for (float score : row) {
        if (!Float.isNaN(score)) {
          observed++;
          sum += score;
        }
      }
      for (int model = 0; model < models; model++) {
        if (!Float.isNaN(row[model])) {
          points[model] += (observed - 1 + observed * (double) row[model] - sum) / 2;
        }
      }
      if (observed == models) {
        complete++;
      } else {
        count(row, counts);
      }
    }
    for (int pair = 0; pair < counts.length; pair++) {
      counts[pair] += pair / models == pair % models ? 0 : complete;
    }
    return new PairStats(points, counts);
  }

  private static void count(float[] row, double[] counts) {
    for (int model = 0; model < row.length; model++) {
      for (int other = 0; other < row.length; other++) {
        if (model != other && !Float.isNaN(row[model]) && !Float.isNaN(row[other])) {
          counts[model * row.length + other]++;
        }
      }
    }
  }

  /** The number of models. */
  public int models() {
    return points.length;
  }

  /** The points {@code model} won against all others. */
  public double points(int model) {
    return points[model];
  }

  /** How often the two were compared; 0 for a model and itself. */
  public double count(int model, int other) {
    return counts[model * points.length + other];
  }

  /** The share of its possible points that {@code model} won; NaN where it was never compared. */
  public double winRate(int model) {
    double possible = 0;
    for (int other = 0; other < points.length; other++) {
      possible += count(model, other);
    }
    return points[model] / possible;
  }

  /**
   * The win rates of all models.
   *
   * @param otherwise what a model has that was never compared
   */
  public double[] winRates(double[] otherwise) {
    double[] rates = new double[models()];
    for (int model = 0; model < rates.length; model++) {
      double rate = winRate(model);
      rates[model] = Double.isNaN(rate) ? otherwise[model] : rate;
    }
    return rates;
  }
}
