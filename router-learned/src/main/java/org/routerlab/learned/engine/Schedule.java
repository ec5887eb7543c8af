package org.routerlab.learned.engine;

/** How the learning rate changes in the course of a training. */
public enum Schedule {
  /** The same at every step. */
  CONSTANT,
  /** Falls in equal amounts, from the learning rate at the first step to 0 after the last epoch. */
  LINEAR_DECAY;

  /** The share of the learning rate at {@code step} of {@code steps}, the first step being 0. */
  public double share(long step, long steps) {
    return this == CONSTANT ? 1 : 1 - (double) step / steps;
  }
}
