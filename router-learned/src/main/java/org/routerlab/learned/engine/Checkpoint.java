package org.routerlab.learned.engine;

/** Which state of a training becomes the router, judged on the validation queries. */
public enum Checkpoint {
  /** The highest routing accuracy, then the lowest binary cross-entropy, then the earliest. */
  BEST_ROUTING,
  /** The lowest binary cross-entropy, then the earliest: the better probabilities. */
  BEST_BCE
}
