package org.routerlab.learned.engine;

import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import org.routerlab.core.CascadeRouter;
import org.routerlab.core.Decisions;
import org.routerlab.core.EmbeddedQueries;
import org.routerlab.core.Judge;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * A cascade that goes through a query by a rule, from what was predicted of it and the verdicts on
 * the answers so far.
 *
 * @param judge who judges the answers
 * @param scorer predicts how good each answer will be
 * @param rule what to call and when to stop
 */
public record RowCascade(Judge judge, ScoringRouter scorer, Rule rule) implements CascadeRouter {

  /** What a cascade does with one query. */
  @FunctionalInterface
  public interface Rule {

    /**
     * Calls models and gives an answer.
     *
     * @param predicted how good each model's answer is predicted to be
     * @param call calls a model and returns the verdict
     * @return the model whose answer is given, one of those called
     */
    int answer(float[] predicted, IntToDoubleFunction call);
  }

  /** Rejects nulls. */
  public RowCascade {
    Objects.requireNonNull(judge, "judge");
    Objects.requireNonNull(scorer, "scorer");
    Objects.requireNonNull(rule, "rule");
  }

  @Override
  public Decisions route(EmbeddedQueries queries, Answers answers) {
    FloatMatrix predictions = scorer.predict(queries);
    return Decisions.of(
        queries.size(),
        row ->
            rule.answer(
                predictions.row(row),
                model -> answers.call(row, model, predictions.get(row, model))));
  }
}
