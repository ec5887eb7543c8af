package org.routerlab.learned.djl;

import java.util.Objects;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * What the output of a network means, and so what a router predicts from it.
 *
 * @param kind the kind of the predicted scores
 * @param isLogit whether the network's output is a logit and the prediction its sigmoid; otherwise
 *     the output itself is predicted
 */
public record Output(ScoreKind kind, boolean isLogit) {

  /** Logits of a correct answer; the router predicts the probability. */
  public static final Output PROBABILITY = new Output(ScoreKind.PROBABILITY, true);

  /** Estimates of the score itself; they may leave [0, 1] a little. */
  public static final Output REGRESSION = new Output(ScoreKind.PROBABILITY, false);

  /** Rejects null. */
  public Output {
    Objects.requireNonNull(kind, "kind");
  }

  /** The output as it is, as scores of the given kind. */
  public static Output raw(ScoreKind kind) {
    return new Output(kind, false);
  }

  /** Queries × models: what the router predicts. */
  FloatMatrix predictions(FloatMatrix outputs) {
    return isLogit ? Logistic.sigmoid(outputs) : outputs;
  }

  /**
   * How far outputs are from outcomes, lower being better: mean squared error of a regression; the
   * loss over pairs of models where only differences of outputs mean something; where only their
   * order does, the share of pairs of models with different scores on a query that they order
   * wrongly, a tie counting half; otherwise the cross-entropy of the outputs taken as logits. NaN
   * where there is nothing to compare with.
   */
  double misfit(FloatMatrix outputs, OutcomeTable outcomes) {
    return switch (kind) {
      case PAIRWISE_LOGIT -> Logistic.pairwise(outputs, outcomes);
      case RANK, SIMILARITY -> disorder(outputs, outcomes);
      case PROBABILITY ->
          isLogit ? Logistic.crossEntropy(outputs, outcomes) : squaredError(outputs, outcomes);
      default -> Logistic.crossEntropy(outputs, outcomes);
    };
  }

  private static double disorder(FloatMatrix outputs, OutcomeTable outcomes) {
    long halves = 0;
    long pairs = 0;
    for (int row = 0; row < outputs.rows(); row++) {
      float[] output = outputs.row(row);
      float[] score = outcomes.scores().row(row);
      for (int winner = 0; winner < score.length; winner++) {
        for (int loser = 0; loser < score.length; loser++) {
          // False where either is NaN.
          if (score[winner] > score[loser]) {
            pairs++;
            halves += 1 - (int) Math.signum(output[winner] - output[loser]);
          }
        }
      }
    }
    return pairs == 0 ? Logistic.crossEntropy(outputs, outcomes) : halves / (2.0 * pairs);
  }

  private static double squaredError(FloatMatrix outputs, OutcomeTable outcomes) {
    double sum = 0;
    long observed = 0;
    for (int row = 0; row < outputs.rows(); row++) {
      for (int model = 0; model < outputs.columns(); model++) {
        if (outcomes.isObserved(row, model)) {
          double error = outputs.get(row, model) - outcomes.score(row, model);
          sum += error * error;
          observed++;
        }
      }
    }
    return sum / observed;
  }
}
