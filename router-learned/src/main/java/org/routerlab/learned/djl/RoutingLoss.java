package org.routerlab.learned.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/**
 * What a training minimises; differentiated by the engine.
 *
 * <p>Scores that were not observed must not change it.
 */
@FunctionalInterface
public interface RoutingLoss {

  /**
   * The loss of a batch.
   *
   * @param logits queries × models
   * @return one number
   */
  NDArray loss(NDArray logits, Batch batch);

  /**
   * Binary cross-entropy of the logits' sigmoid with scores in [0, 1], averaged over all observed
   * scores of the batch; 0 where there are none.
   */
  static RoutingLoss binaryCrossEntropy() {
    return (logits, batch) -> {
      NDArray cells = Activation.softPlus(logits).sub(logits.mul(batch.targets()));
      return cells.mul(batch.mask()).sum().div(batch.mask().sum().maximum(1));
    };
  }
}
