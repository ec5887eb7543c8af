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
 * Predicts a model's score as its mean over the {@code k} training queries most similar to the
 * query by cosine.
 *
 * @param k the number of neighbours, at least 1; all training queries where there are fewer
 */
@Paper(
    title = "RouterBench: A Benchmark for Multi-LLM Routing System",
    url = "https://arxiv.org/abs/2403.12031",
    deviations =
        "One router for all datasets instead of one each. Scores not observed are left out of the"
            + " mean; a model that no neighbour observed gets its training mean.")
public record Knn(int k) implements RoutingMethod {

  /** Rejects {@code k < 1}. */
  public Knn {
    Require.positive("k", k);
  }

  /** 50 neighbours, as published. */
  public Knn() {
    this(50);
  }

  @Override
  public String name() {
    return "knn";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    NeighborIndex index = NeighborIndex.of(train, context);
    OutcomeTable outcomes = train.outcomes();
    return (ScoringRouter) queries -> index.prefixMeans(queries.embeddings(), outcomes, k).get(0);
  }
}
