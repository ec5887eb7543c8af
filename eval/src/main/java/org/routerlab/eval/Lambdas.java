package org.routerlab.eval;

/** The cost weights λ of a deferral curve. */
final class Lambdas {

  private static final int DOUBLINGS = 12;
  private static final int STEPS_PER_DOUBLING = 4;

  private Lambdas() {}

  /**
   * From 1 (cost alone) down to 0 (score alone), 99 weights in all. Between the ends the odds λ /
   * (1 − λ) go from 4096 to 1/4096 in steps of a factor 2^(1/4), so that models whose scaled costs
   * differ by as little as 1/4096 of the greatest are still told apart.
   */
  static double[] sweep() {
    int half = DOUBLINGS * STEPS_PER_DOUBLING;
    double[] lambdas = new double[2 * half + 3];
    lambdas[0] = 1;
    for (int i = 0; i <= 2 * half; i++) {
      double odds = StrictMath.pow(2, (half - i) / (double) STEPS_PER_DOUBLING);
      lambdas[i + 1] = odds / (1 + odds);
    }
    return lambdas;
  }
}
