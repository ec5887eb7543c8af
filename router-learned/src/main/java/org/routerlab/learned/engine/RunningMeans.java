package org.routerlab.learned.engine;

import org.routerlab.core.matrix.FloatMatrix;

/** Weighted means of the scores added so far, a model at a time; for one thread. */
final class RunningMeans {

  private final double[] overall;
  private final double[] sums;
  private final double[] weights;
  private final float[] row;

  /**
   * Nothing added yet.
   *
   * @param overall what each model's mean is where it has no weight
   */
  RunningMeans(double[] overall) {
    this.overall = overall;
    this.sums = new double[overall.length];
    this.weights = new double[overall.length];
    this.row = new float[overall.length];
  }

  /** Adds the observed scores of a point. */
  void add(FloatMatrix scores, int point, double weight) {
    scores.copyRow(point, row, 0);
    for (int model = 0; model < row.length; model++) {
      if (!Float.isNaN(row[model])) {
        sums[model] += weight * row[model];
        weights[model] += weight;
      }
    }
  }

  void copyMeans(float[] destination, int offset) {
    for (int model = 0; model < sums.length; model++) {
      double mean = weights[model] == 0 ? overall[model] : sums[model] / weights[model];
      destination[offset + model] = (float) mean;
    }
  }
}
