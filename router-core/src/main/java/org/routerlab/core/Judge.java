package org.routerlab.core;

import java.util.Locale;
import java.util.Objects;

/**
 * Who judges the answers of a cascade.
 *
 * @param kind what it looks at
 * @param noise of {@link Kind#NOISY_ORACLE} the chance that a verdict is turned round, in [0, 1];
 *     of {@link Kind#GAUSSIAN} the standard deviation of what is added to the score, at least 0; of
 *     {@link Kind#PREDICTION} without meaning and 0
 */
public record Judge(Kind kind, double noise) {

  /** What a judge looks at. */
  public enum Kind {
    /** Nothing but the query: the verdict is the prediction made before the call. */
    PREDICTION,
    /** The recorded score, turned round with some chance: 1 − score instead of score. */
    NOISY_ORACLE,
    /** The recorded score plus normal noise. */
    GAUSSIAN
  }

  /** Rejects noise that the kind does not allow. */
  public Judge {
    Objects.requireNonNull(kind, "kind");
    Require.between("judge.noise", noise, 0, highest(kind));
  }

  /** The judge that looks at nothing but the query. */
  public Judge() {
    this(Kind.PREDICTION, 0);
  }

  private static double highest(Kind kind) {
    return switch (kind) {
      case PREDICTION -> 0;
      case NOISY_ORACLE -> 1;
      case GAUSSIAN -> Double.MAX_VALUE;
    };
  }

  /** Whether it knows recorded scores, so that a cascade with it could not be deployed. */
  public boolean usesHindsight() {
    return kind != Kind.PREDICTION;
  }

  @Override
  public String toString() {
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return usesHindsight() ? name + "(" + noise + ")" : name;
  }
}
