package org.routerlab.eval;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/** The standard normal distribution and Student's t, of Commons Math; the same bits anywhere. */
final class Quantiles {

  /** Without a source of random numbers: nothing is drawn. */
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private Quantiles() {}

  /** The value that a standard normal variable is below with the given probability. */
  static double normal(double probability) {
    return NORMAL.inverseCumulativeProbability(probability);
  }

  /** The value that Student's t is below with the given probability. */
  static double student(double probability, int degreesOfFreedom) {
    return new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability(probability);
  }

  /** How often a standard normal variable is at least as far from 0 as {@code z}. */
  static double bothNormalTails(double z) {
    return Math.min(1, 2 * NORMAL.cumulativeProbability(-Math.abs(z)));
  }

  /** How often Student's t is at least as far from 0 as {@code t}. */
  static double bothStudentTails(double t, int degreesOfFreedom) {
    double tail = new TDistribution(null, degreesOfFreedom).cumulativeProbability(-Math.abs(t));
    return Math.min(1, 2 * tail);
  }
}
