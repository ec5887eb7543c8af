package org.routerlab.datasets;

import org.routerlab.core.Require;

/**
 * How much of a benchmark goes into each part of a split; the three add up to 1.
 *
 * @param train in (0, 1]
 * @param validation in [0, 1)
 * @param test in [0, 1)
 */
public record Fractions(double train, double validation, double test) {

  private static final double TOLERANCE = 1e-9;

  /** Rejects parts outside [0, 1], an empty train part and another sum than 1. */
  public Fractions {
    Require.positive("train fraction", train);
    Require.between("validation fraction", validation, 0, 1);
    Require.between("test fraction", test, 0, 1);
    double sum = train + validation + test;
    if (Math.abs(sum - 1) > TOLERANCE) {
      throw new IllegalArgumentException(
          "the fractions train/validation/test must add up to 1 but "
              + train
              + "/"
              + validation
              + "/"
              + test
              + " add up to "
              + sum);
    }
  }

  /** Such as {@code 0.7/0.1/0.2}. */
  @Override
  public String toString() {
    return shown(train) + "/" + shown(validation) + "/" + shown(test);
  }

  static String shown(double fraction) {
    return fraction == Math.rint(fraction)
        ? Long.toString((long) fraction)
        : Double.toString(fraction);
  }
}
