package org.routerlab.core;

/**
 * What a predicted score means, and so whether it can be weighed against a cost.
 *
 * <p>A ranking is the same in every kind; a utility is not. Only {@link #PROBABILITY} is on the
 * scale of accuracy.
 */
public enum ScoreKind {
  /** An estimate of the chance of a correct answer (or of the expected score), about in [0, 1]. */
  PROBABILITY,
  /** The logarithm of the odds of a correct answer. */
  LOGIT,
  /** A logit known only up to one constant a query. */
  PAIRWISE_LOGIT,
  /** A similarity of the query to what stands for the model, such as a cosine in [-1, 1]. */
  SIMILARITY,
  /** A rating such as Elo points. */
  RATING,
  /** Meaningful in its order only. */
  RANK,
  /** A conformal p-value in (0, 1]. */
  P_VALUE,
  /** Accuracy and cost already combined. */
  UTILITY;

  /** Whether scores of this kind are on the scale of accuracy, so that a cost may be deducted. */
  public boolean isCalibrated() {
    return this == PROBABILITY;
  }
}
