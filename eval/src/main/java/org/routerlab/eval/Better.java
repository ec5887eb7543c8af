package org.routerlab.eval;

/** Which way a metric is good. */
public enum Better {
  /** More is better. */
  HIGHER,
  /** Less is better. */
  LOWER,
  /** The metric describes; it does not judge. */
  NEITHER;

  /** Whether {@code value} is better than {@code other}; never where either is NaN. */
  public boolean prefers(double value, double other) {
    return switch (this) {
      case HIGHER -> value > other;
      case LOWER -> value < other;
      case NEITHER -> false;
    };
  }
}
