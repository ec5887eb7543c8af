package org.routerlab.learned.djl;

import java.util.function.UnaryOperator;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.matrix.FloatMatrix;

/** Measures a network in training on the validation queries. */
final class Validator {

  private final FloatMatrix inputs;
  private final OutcomeTable outcomes;
  private final ModelRanking ties;
  private final Output output;
  private final int[] complete;

  /**
   * What was measured.
   *
   * @param accuracy routing accuracy on the queries with every model observed; 0 where there are
   *     none
   * @param misfit over all observed scores, as {@link Output#misfit} says
   */
  record Validation(double accuracy, double misfit) {}

  Validator(FloatMatrix inputs, OutcomeTable outcomes, ModelRanking ties, Output output) {
    this.inputs = inputs;
    this.outcomes = outcomes;
    this.ties = ties;
    this.output = output;
    this.complete = outcomes.completeRows();
  }

  /** Whether there is any score to measure by. */
  boolean canValidate() {
    for (double mean : outcomes.meanScores()) {
      if (!Double.isNaN(mean)) {
        return true;
      }
    }
    return false;
  }

  Validation validate(UnaryOperator<FloatMatrix> network) {
    FloatMatrix outputs = network.apply(inputs);
    Decisions decisions = Decisions.argmax(output.predictions(outputs), ties).selectRows(complete);
    double accuracy = complete.length == 0 ? 0 : outcomes.selectRows(complete).meanScore(decisions);
    return new Validation(accuracy, output.misfit(outputs, outcomes));
  }
}
