package org.routerlab.encoders;

/** Scales vectors to length 1. */
final class UnitLength {

  private UnitLength() {}

  /** The factor that brings a vector to length 1; 0 for the zero vector, which stays as it is. */
  static double scale(double[] vector) {
    double squares = 0;
    for (double value : vector) {
      squares += value * value;
    }
    return squares == 0 ? 0 : 1 / Math.sqrt(squares);
  }
}
