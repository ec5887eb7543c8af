package org.routerlab.testkit;

import java.util.Objects;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.RoutingData;
import org.routerlab.core.embedding.Encoder;

/**
 * Embedded data in three parts, ready to train a method on and to measure its router with.
 *
 * @param train may be sparse
 * @param validation the same pool
 * @param test the same pool; accuracies need every model observed, and are NaN otherwise
 * @param optimal the choices of the Bayes-optimal router on {@code test}
 * @param encoder made all embeddings
 */
public record RoutingTask(
    RoutingData train,
    RoutingData validation,
    RoutingData test,
    Decisions optimal,
    Encoder encoder) {

  /** Rejects nulls. */
  public RoutingTask {
    Objects.requireNonNull(train, "train");
    Objects.requireNonNull(validation, "validation");
    Objects.requireNonNull(test, "test");
    Objects.requireNonNull(optimal, "optimal");
    Objects.requireNonNull(encoder, "encoder");
  }

  /** Decides ties, as known after training. */
  public ModelRanking ranking() {
    return ModelRanking.of(train.outcomes());
  }

  /** The test accuracy of the model that is best on the training part, in [0, 1]. */
  public double bestSingleAccuracy() {
    return test.outcomes().meanScore(Decisions.constant(test.size(), ranking().best()));
  }

  /** The test accuracy of the router that knows the true probabilities, in [0, 1]. */
  public double optimalAccuracy() {
    return test.outcomes().meanScore(optimal);
  }
}
