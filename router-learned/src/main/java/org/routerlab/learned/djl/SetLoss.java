package org.routerlab.learned.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import org.routerlab.core.OutcomeTable;

/** Losses that set what should score high against what should score low, ties left alone. */
public final class SetLoss {

  /** Takes an entry out of a maximum. */
  private static final double OUT = 1e9;

  private static final float SMALLEST_SUM = 1e-30f;

  private SetLoss() {}

  /**
   * The mean over a query's correct models of −log of the model's softmax share among itself and
   * all models observed to be wrong, averaged over the queries that have both; 0 where none has.
   */
  public static RoutingLoss correctAgainstWrong() {
    return (logits, batch) -> {
      NDArray correct = correct(batch);
      return contrast(logits, correct, batch.mask().sub(correct));
    };
  }

  /** Queries × models: 1 where a correct answer was observed, else 0. */
  static NDArray correct(Batch batch) {
    NDArray isCorrect = batch.targets().gte(OutcomeTable.CORRECT);
    return isCorrect.toType(batch.mask().getDataType(), false).mul(batch.mask());
  }

  /**
   * The mean over the rows with positives and negatives of Σ_j p_j · softplus(log Σ_n w_n e^{s_n} −
   * s_j) / Σ_j p_j, which is −log(e^{s_j} / (e^{s_j} + Σ_n w_n e^{s_n})) averaged over positives.
   *
   * @param scores rows × columns
   * @param positives the weights p, of the same shape, at least 0
   * @param negatives the weights w, of the same shape, at least 0
   */
  static NDArray contrast(NDArray scores, NDArray positives, NDArray negatives) {
    int[] columns = {1};
    NDArray smallest = Torch.number(scores, SMALLEST_SUM);
    NDArray excluded = negatives.sign().sub(1).mul(OUT);
    NDArray highest = scores.add(excluded).max(columns, true);
    NDArray shares = scores.sub(highest).minimum(Torch.number(scores, 0)).exp().mul(negatives);
    NDArray against = shares.sum(columns, true).maximum(smallest).log().add(highest);
    NDArray cells = Activation.softPlus(against.sub(scores)).mul(positives);
    NDArray weights = positives.sum(columns);
    NDArray counts = weights.sign().mul(negatives.sum(columns).sign());
    NDArray rows = cells.sum(columns).div(weights.maximum(smallest)).mul(counts);
    return rows.sum().div(counts.sum().maximum(1));
  }
}
