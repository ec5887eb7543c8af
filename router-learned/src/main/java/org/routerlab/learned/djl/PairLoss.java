package org.routerlab.learned.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.Optional;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * Losses that compare every two models observed on a query.
 *
 * <p>A loss is averaged over the pairs of a query, then over the queries of the batch; a query
 * without a pair counts as 0. Scores are read as shares of tries: of two models with scores a ≥ b
 * the first wins a − b of the comparisons, both are right in b of them and both wrong in 1 − a. For
 * scores of 0 and 1 that is a win or one of the two ties.
 *
 * <p>Only differences of logits enter, except in {@link #groundedRaoKupper}.
 */
public final class PairLoss {

  private PairLoss() {}

  /**
   * Bradley and Terry's model of wins, −log σ(winner − loser), on the pairs whose scores differ,
   * each weighted by the difference.
   */
  public static RoutingLoss decisive() {
    return (logits, batch) -> logistic(logits, wins(batch).mul(observed(batch)));
  }

  /**
   * As {@link #decisive}, but with one weight for every pair of the batch whose scores differ,
   * however many its query has and however large the difference.
   */
  public static RoutingLoss battles() {
    return (logits, batch) -> {
      NDArray won = wins(batch).sign().mul(observed(batch));
      NDArray losses = Activation.softPlus(logits.expandDims(1).sub(logits.expandDims(2)));
      return losses.mul(won).sum().div(won.sum().maximum(1));
    };
  }

  /** As {@link #decisive}, and a tie is half a win for each side. */
  public static RoutingLoss halfTies() {
    return (logits, batch) -> {
      NDArray wins = wins(batch);
      NDArray ties = wins.add(swapped(wins)).mul(-1).add(1);
      return logistic(logits, wins.add(ties.div(2)).mul(observed(batch)));
    };
  }

  /**
   * As {@link #decisive}, and of two models with equal scores the cheaper one wins.
   *
   * <p>A pair that cost decides counts in full among those of its query, whatever its weight, so
   * that queries of ties alone weigh little. Hence a weight just above 0 is not nearly none: it
   * dilutes the pairs decided by score, which a weight of 0 does not.
   *
   * @param costs training queries × models in the order of their names, NaN where unknown; empty
   *     where there are none, which leaves the decisive pairs
   * @param tieWeight the weight of a win by cost; a win from score 0 to score 1 has weight 1
   * @param wrongTies whether costs also decide between models that are both wrong
   */
  public static RoutingLoss scoreThenCost(
      Optional<FloatMatrix> costs, double tieWeight, boolean wrongTies) {
    if (costs.isEmpty() || tieWeight == 0) {
      return decisive();
    }
    return (logits, batch) -> {
      NDArray scores = batch.targets();
      NDArray cost = batch.gather(costs.get());
      NDArray cheaper = number(cost.expandDims(2).lt(cost.expandDims(1)));
      NDArray equal = number(scores.expandDims(2).eq(scores.expandDims(1)));
      NDArray byCost = cheaper.mul(equal).mul((float) tieWeight);
      if (!wrongTies) {
        byCost = byCost.mul(number(scores.gte(OutcomeTable.CORRECT)).expandDims(2));
      }
      return logistic(logits, wins(batch).add(byCost).mul(observed(batch)));
    };
  }

  /**
   * The negative log-likelihood of four outcomes of a pair, won, lost, both right and both wrong,
   * by Rao and Kupper's model of ties with a third competitor of strength 1, who wins where both
   * are wrong. The logits are log-strengths; one more column holds, for each query, the logarithm
   * of how far the threshold of a tie lies above 1.
   */
  public static RoutingLoss groundedRaoKupper() {
    return (outputs, batch) -> {
      NDArray lower = minimum(batch.targets());
      NDArray wins = wins(batch);
      NDArray wrong = lower.add(wins).add(swapped(wins)).mul(-1).add(1);
      NDArray[] logs = raoKupper(outputs);
      // Wins are counted from both sides of a pair; so are ties, which are therefore halved.
      NDArray ties = lower.div(2).mul(logs[1]).add(wrong.div(2).mul(logs[2]));
      NDArray cells = wins.mul(logs[0]).add(ties).mul(observed(batch));
      NDArray pairs = observed(batch).sum(new int[] {1, 2}).div(2).maximum(1);
      return Torch.times(cells.sum(new int[] {1, 2}).div(pairs).sum(), -1.0 / batch.rows().length);
    };
  }

  /**
   * Queries × models × models: the logarithms of the probabilities that the first of two wins, that
   * both are right, and that both are wrong.
   *
   * <p>With strengths p and q and threshold 1 + t they are p / (p + (1 + t) q + 1), 1 / (1 + p + q)
   * and the rest, which is p q t / (1 + p + q) times the sum of both denominators' inverses.
   */
  static NDArray[] raoKupper(NDArray outputs) {
    long models = outputs.getShape().get(1) - 1;
    NDArray strengths = outputs.get(":, :" + models);
    NDArray excess = outputs.get(":, " + models + ":").expandDims(2);
    NDArray first = strengths.expandDims(2);
    NDArray second = strengths.expandDims(1);
    NDArray win = logShares(first, Activation.softPlus(excess).add(second));
    NDArray wrong = logShares(first, second).get("..., 2");
    NDArray inverse = win.get("..., 2");
    NDArray right = first.add(second).add(excess).add(wrong).add(logSum(inverse, swapped(inverse)));
    return new NDArray[] {win.get("..., 0"), right, wrong};
  }

  /** The logarithms of the shares of exp a, exp b and 1 in their sum, in a last dimension of 3. */
  private static NDArray logShares(NDArray a, NDArray b) {
    long models = a.getShape().get(1);
    NDArray zeros = a.getManager().zeros(new Shape(a.getShape().get(0), models, models));
    NDList terms = new NDList(a.add(zeros), b.add(zeros), zeros);
    return NDArrays.stack(terms, 3).logSoftmax(3);
  }

  /** log(exp a + exp b). */
  private static NDArray logSum(NDArray a, NDArray b) {
    return Activation.softPlus(b.sub(a)).add(a);
  }

  /** The mean over pairs, then queries, of −log σ(first − second) times the weight of that win. */
  private static NDArray logistic(NDArray logits, NDArray weights) {
    NDArray losses = Activation.softPlus(logits.expandDims(1).sub(logits.expandDims(2)));
    NDArray met = number(weights.add(swapped(weights)).gt(0));
    NDArray pairs = met.sum(new int[] {1, 2}).div(2).maximum(1);
    NDArray sums = losses.mul(weights).sum(new int[] {1, 2});
    return Torch.times(sums.div(pairs).sum(), 1.0 / logits.getShape().get(0));
  }

  /** Queries × models × models: by how much the score of the first is above that of the second. */
  private static NDArray wins(Batch batch) {
    NDArray scores = batch.targets();
    return scores.expandDims(2).sub(scores.expandDims(1)).maximum(0);
  }

  private static NDArray minimum(NDArray scores) {
    return scores.expandDims(2).minimum(scores.expandDims(1));
  }

  /** Queries × models × models: 1 where both of two different models were observed, else 0. */
  private static NDArray observed(Batch batch) {
    NDArray mask = batch.mask();
    long models = mask.getShape().get(1);
    NDArray different = mask.getManager().eye((int) models).mul(-1).add(1);
    return mask.expandDims(2).mul(mask.expandDims(1)).mul(different.expandDims(0));
  }

  private static NDArray swapped(NDArray pairs) {
    return pairs.transpose(0, 2, 1);
  }

  private static NDArray number(NDArray condition) {
    return condition.toType(DataType.FLOAT32, false);
  }
}
