package org.routerlab.eval.calibrate;

/** Turns one score of one model into its calibrated value; never falls as the score grows. */
@FunctionalInterface
interface ScoreCurve {

  double value(double score);

  /** 1 / (1 + exp(−z)). */
  static double sigmoid(double z) {
    return 1 / (1 + StrictMath.exp(-z));
  }
}
