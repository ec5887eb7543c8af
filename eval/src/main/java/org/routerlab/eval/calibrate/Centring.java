package org.routerlab.eval.calibrate;

/**
 * Takes the mean of a query's scores from each of them.
 *
 * @param order in which the models are summed up; empty to leave scores as they are
 */
record Centring(int[] order) {

  void apply(float[] scores, double[] centred) {
    double sum = 0;
    for (int model : order) {
      sum += scores[model];
    }
    double mean = order.length == 0 ? 0 : sum / order.length;
    for (int model = 0; model < scores.length; model++) {
      centred[model] = scores[model] - mean;
    }
  }
}
