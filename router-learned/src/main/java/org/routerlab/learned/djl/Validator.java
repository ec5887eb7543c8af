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

  /**
   * What was measured.
   *
   * @param accuracy the mean score of the chosen models over the queries on which they were
   *     observed, as if scores were missing at random; 0 where there are none
   * @param misfit over all observed scores, as {@link Output#misfit} says
   */
  record Validation(double accuracy, double misfit) {}

  Validator(FloatMatrix inputs, OutcomeTable outcomes, ModelRanking ties, Output output) {
    this.inputs = inputs;
    this.outcomes = outcomes;
    this.ties = ties;
    this.output = output;
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
    Decisions decisions = Decisions.argmax(output.predictions(outputs), ties);
    return new Validation(accuracy(decisions), output.misfit(outputs, outcomes));
  }

  private double accuracy(Decisions decisions) {
    double sum = 0;
    int observed = 0;
    for (int row = 0; row < decisions.size(); row++) {
      if (outcomes.isObserved(row, decisions.model(row))) {
        sum += outcomes.score(row, decisions.model(row));
        observed++;
      }
    }
    return observed == 0 ? 0 : sum / observed;
  }
}
