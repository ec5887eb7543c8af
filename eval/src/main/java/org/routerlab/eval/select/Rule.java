package org.routerlab.eval.select;

import org.routerlab.core.ScoreKind;

/** A way to choose models by predicted scores; {@link Rules#parse} knows each by its name. */
public sealed interface Rule permits Selector, TieLottery, ServiceLevel {

  /** What expected costs must be given in. */
  enum CostUnit {
    /** Costs are not looked at. */
    NONE,
    /** On the scale of scores. */
    SCALED,
    /** As recorded. */
    RECORDED
  }

  /** The rule as {@link Rules#parse} reads it. */
  String text();

  /** What expected costs must be given in. */
  CostUnit costUnit();

  /** Whether it needs scores on the scale of accuracy. */
  boolean needsCalibration();

  /**
   * Checks that the rule can be used on scores of a kind.
   *
   * @throws IllegalArgumentException where it weighs scores against costs, and the scores are not
   *     on the scale of accuracy
   */
  default void requireUsable(ScoreKind kind) {
    if (needsCalibration() && !kind.isCalibrated()) {
      throw new IllegalArgumentException(
          text()
              + " needs scores on the scale of accuracy but these are of kind "
              + kind
              + ": calibrate them, or write 'raw' as its last argument");
    }
  }
}
