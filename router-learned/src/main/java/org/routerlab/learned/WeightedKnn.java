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
 * query, nearer ones counting more: a neighbour's weight is {@code exp((cosine - 1) /
 * temperature)}.
 *
 * <p>A high temperature makes all neighbours equal, a low one leaves the nearest only.
 *
 * <p>Cost: training only indexes the queries; a decision compares the query with every training
 * query. Money is weighed after the fact.
 *
 * @param k the number of neighbours, at least 1; all training queries where there are fewer
 * @param temperature the difference in cosine that divides a weight by e; above 0
 */
@Paper(
    title = "RouterBench: A Benchmark for Multi-LLM Routing System",
    url = "https://arxiv.org/abs/2403.12031",
    deviations =
        "The publication weighs all neighbours alike; the weights are an addition. One router for"
            + " all datasets instead of one each. Scores not observed are left out of the mean; a"
            + " model that no neighbour observed gets its training mean.")
public record WeightedKnn(int k, double temperature) implements RoutingMethod {

  /** Rejects {@code k < 1} and a temperature that is not above 0. */
  public WeightedKnn {
    Require.positive("k", k);
    Require.positive("temperature", temperature);
  }

  /** 100 neighbours, temperature 0.1. */
  public WeightedKnn() {
    this(100, 0.1);
  }

  @Override
  public String name() {
    return "weighted-knn";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    NeighborIndex index = NeighborIndex.of(train, context);
    OutcomeTable outcomes = train.outcomes();
    return (ScoringRouter)
        queries -> index.nearestMeans(queries.embeddings(), outcomes, k, this::weight);
  }

  /** Relative to the nearest neighbour, which leaves the mean as it is and keeps it finite. */
  private double weight(double cosine, double largest) {
    return StrictMath.exp((cosine - largest) / temperature);
  }
}
