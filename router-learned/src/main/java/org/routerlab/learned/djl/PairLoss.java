package org.routerlab.learned.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/** Losses on pairs of models that were observed on one query with different scores. */
public final class PairLoss {

  private PairLoss() {}

  /**
   * −log of the sigmoid of the winner's logit less the loser's, averaged over all pairs of the
   * batch; 0 where there are none.
   */
  public static RoutingLoss logistic() {
    return (logits, batch) -> {
      NDArray observed = batch.mask().expandDims(2).mul(batch.mask().expandDims(1));
      NDArray lead = batch.targets().expandDims(2).sub(batch.targets().expandDims(1));
      NDArray wins = lead.sign().maximum(0).mul(observed);
      NDArray behind = logits.expandDims(1).sub(logits.expandDims(2));
      return Activation.softPlus(behind).mul(wins).sum().div(wins.sum().maximum(1));
    };
  }
}
