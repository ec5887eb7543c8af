package org.routerlab.learned;

import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Paper;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.TrainingContext;
import org.routerlab.learned.engine.NeighborIndex;

/**
 * Predicts a model's score as its mean over all training queries, weighted by similarity: a
 * training query whose cosine is the share {@code S} of the largest has weight {@code gamma^(1 +
 * S)}.
 *
 * <p>For two models of which always exactly one is right, this is the win rate of a Bradley-Terry
 * model fitted to the weighted training queries.
 *
 * <p>Cost: training only indexes the queries; a decision compares the query with every training
 * query and averages over all of them. Money is weighed after the fact.
 *
 * @param gamma the weight of the most similar training query relative to one of cosine 0; at least
 *     1, where all weigh alike
 */
@Paper(
    title = "RouteLLM: Learning to Route LLMs with Preference Data",
    url = "https://arxiv.org/abs/2406.18665",
    deviations =
        "Scores every model instead of one strong and one weak: a weighted mean a model, which for"
            + " two models without ties is what the weighted Bradley-Terry fit of the publication"
            + " comes to. Models are not binned into tiers. A similarity is divided by the largest of"
            + " the query, as in the published code; where that is not positive, it is not divided.")
public record SwRanking(double gamma) implements RoutingMethod {

  /** Rejects a gamma below 1. */
  public SwRanking {
    Require.between("gamma", gamma, 1, 1e300);
  }

  /** Gamma 10, as published. */
  public SwRanking() {
    this(10);
  }

  @Override
  public String name() {
    return "sw-ranking";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    NeighborIndex index = NeighborIndex.of(train, context);
    OutcomeTable outcomes = train.outcomes();
    double logGamma = StrictMath.log(gamma);
    return (ScoringRouter)
        queries ->
            index.kernelMeans(
                queries.embeddings(),
                outcomes,
                (cosine, largest) -> StrictMath.exp(logGamma * (share(cosine, largest) - 1)));
  }

  private static double share(double cosine, double largest) {
    return largest > 0 ? cosine / largest : cosine - largest + 1;
  }
}
