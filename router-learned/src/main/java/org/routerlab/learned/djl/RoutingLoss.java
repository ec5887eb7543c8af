package org.routerlab.learned.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * What a training minimises; differentiated by the engine.
 *
 * <p>Scores that were not observed must not change it. {@link PairLoss} has the losses that compare
 * the models of a query with one another.
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

  /**
   * Half the squared error, averaged over the observed scores of each model and then summed over
   * the models: no model's part depends on another's scores.
   */
  static RoutingLoss squaredErrorOfEachModel() {
    return (outputs, batch) -> {
      NDArray cells = outputs.sub(batch.targets()).square().mul(batch.mask());
      NDArray observed = batch.mask().sum(new int[] {0}).maximum(1);
      return Torch.times(cells.sum(new int[] {0}).div(observed).sum(), 0.5);
    };
  }

  /**
   * How far the softmax of the logits is from a target distribution over the models, averaged over
   * the queries of the batch: the cross-entropy, which is the Kullback-Leibler divergence up to a
   * constant. Models not observed take no part in the softmax.
   *
   * @param targets training queries × models in the order of their names; a row sums to 1 and is 0
   *     where not observed, or is all 0 for a query that teaches nothing
   */
  static RoutingLoss distillation(FloatMatrix targets) {
    return (logits, batch) -> {
      NDArray observed = logits.add(batch.mask().sub(1).mul(1e9f));
      NDArray shares = batch.gather(targets);
      return Torch.times(observed.logSoftmax(1).mul(shares).sum(), -1.0 / batch.rows().length);
    };
  }

  /** A sum of two losses; one with weight 0 is left out. */
  static RoutingLoss sum(double weight, RoutingLoss loss, double otherWeight, RoutingLoss other) {
    if (otherWeight == 0) {
      return (logits, batch) -> Torch.times(loss.loss(logits, batch), weight);
    }
    if (weight == 0) {
      return sum(otherWeight, other, 0, loss);
    }
    return (logits, batch) ->
        Torch.times(loss.loss(logits, batch), weight)
            .add(Torch.times(other.loss(logits, batch), otherWeight));
  }
}
