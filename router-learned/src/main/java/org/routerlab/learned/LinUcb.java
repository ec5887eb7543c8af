package org.routerlab.learned;

import java.util.Objects;
import org.routerlab.core.Paper;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.TrainingContext;
import org.routerlab.learned.engine.LinearBandit;
import org.routerlab.learned.engine.LinearMap;
import org.routerlab.learned.engine.PoolOrder;
import org.routerlab.learned.engine.PrincipalComponents;
import org.routerlab.learned.engine.UnitInterval;
import org.routerlab.learned.engine.UnitRows;

/**
 * Predicts a model's score by a ridge regression that learned on line, from a stream of the
 * training queries, trying on each the model whose score might be highest.
 *
 * <p>Features are the embedding's first principal components, scaled to length 1, and a constant. A
 * routed query changes nothing and is sent where the prediction is highest. Predictions are cut to
 * [0, 1], where scores are, so that they can be weighed against a cost.
 *
 * <p>Cost: training updates a features × features matrix for each model tried, once a query; a
 * decision is one dot product a model. Money cost is weighed after the fact.
 *
 * @param feedback of which models the score is learned on a training query
 * @param components the number of principal components, at least 0; 0 for the embedding itself
 * @param alpha how much the uncertainty of a score counts when a model is tried, at least 0
 * @param lambda the penalty of the squared weights, above 0
 */
@Paper(
    title = "A Contextual-Bandit Approach to Personalized News Article Recommendation",
    url = "https://arxiv.org/abs/1003.0146",
    deviations =
        "It learns from one seeded pass over the training queries and routes without exploring. A"
            + " model not observed on a training query cannot be tried there.")
public record LinUcb(Feedback feedback, int components, double alpha, double lambda)
    implements RoutingMethod {

  /** Whose score a training query tells. */
  public enum Feedback {
    /** Of the model that was tried, as published. */
    BANDIT,
    /** Of every model: a ridge regression, as a fair comparison with other methods. */
    FULL
  }

  /** Rejects values out of range. */
  public LinUcb {
    Objects.requireNonNull(feedback, "feedback");
    Require.between("components", components, 0, Integer.MAX_VALUE);
    Require.between("alpha", alpha, 0, Double.MAX_VALUE);
    Require.positive("lambda", lambda);
  }

  /** Bandit feedback, 64 components, uncertainty weighed once, a penalty of 1. */
  public LinUcb() {
    this(Feedback.BANDIT, 64, 1, 1);
  }

  @Override
  public String name() {
    return "lin-ucb";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    PoolOrder columns = PoolOrder.of(train.pool());
    PrincipalComponents principal =
        PrincipalComponents.of(train.queries().embeddings(), components, context);
    LinearBandit bandit = new LinearBandit(alpha, lambda, feedback == Feedback.FULL);
    LinearMap scores =
        bandit.learn(
            UnitRows.of(principal.apply(train.queries().embeddings())),
            columns.sort(train.outcomes()).scores(),
            context.seed().stream("stream"));
    return columns.restore(
        (ScoringRouter)
            queries ->
                UnitInterval.clip(
                    scores.apply(UnitRows.of(principal.apply(queries.embeddings())))));
  }
}
