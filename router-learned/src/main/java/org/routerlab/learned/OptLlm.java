package org.routerlab.learned;

import java.util.function.UnaryOperator;
import org.routerlab.core.Paper;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.TrainingContext;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.engine.PerModelRegression;
import org.routerlab.learned.engine.PoolOrder;
import org.routerlab.learned.engine.PrincipalComponents;
import org.routerlab.learned.engine.UnitInterval;
import org.routerlab.learned.tribuo.BoostedTrees;

/**
 * Predicts a model's score by gradient-boosted trees on the embedding's principal components, one
 * sum of trees a model.
 *
 * <p>Predictions are cut to [0, 1].
 *
 * <p>Cost: training grows all trees of all models; a decision runs down each of them. Money cost is
 * weighed after the fact.
 *
 * @param trees the number of trees a model, at least 1
 * @param depth the most splits above a leaf, in [1, 30]
 * @param learningRate the share of a tree's correction that is taken, in (0, 1]
 * @param components the number of principal components of the embedding that are the features; 0
 *     for the embedding itself
 */
@Paper(
    title = "OptLLM: Optimal Assignment of Queries to Large Language Models",
    url = "https://arxiv.org/abs/2405.15130",
    deviations =
        "The prediction alone, from one fit instead of a hundred bootstrap samples, with squared"
            + " error on the scores instead of classes; the search for allocations is left to the"
            + " selection under a cost weight, which traces the same frontier. Features are principal"
            + " components of an embedding instead of averaged word vectors; trees are shallower.")
public record OptLlm(int trees, int depth, double learningRate, int components)
    implements RoutingMethod {

  /** Rejects values out of range. */
  public OptLlm {
    new BoostedTrees(trees, depth, learningRate);
    Require.between("components", components, 0, Integer.MAX_VALUE);
  }

  /** 100 trees of depth 6 at a learning rate of 0.1 on 64 components. */
  public OptLlm() {
    this(100, 6, 0.1, 64);
  }

  @Override
  public String name() {
    return "optllm";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    PoolOrder columns = PoolOrder.of(train.pool());
    FloatMatrix embeddings = train.queries().embeddings();
    PrincipalComponents principal = PrincipalComponents.of(embeddings, components, context);
    UnaryOperator<FloatMatrix> scores =
        PerModelRegression.fit(
            new BoostedTrees(trees, depth, learningRate),
            principal.apply(embeddings),
            columns.sort(train.outcomes()).scores(),
            0);
    return columns.restore(
        (ScoringRouter)
            queries -> UnitInterval.clip(scores.apply(principal.apply(queries.embeddings()))));
  }
}
