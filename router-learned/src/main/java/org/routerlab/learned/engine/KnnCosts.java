package org.routerlab.learned.engine;

import org.routerlab.core.CostPredictor;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Require;
import org.routerlab.core.RoutingData;
import org.routerlab.core.TrainingContext;

/**
 * Predicts a cost as the mean of the known costs of the {@code k} training queries nearest by
 * cosine.
 *
 * @param k the number of neighbours, at least 1
 */
public record KnnCosts(int k) implements CostEstimator {

  /** Rejects {@code k < 1}. */
  public KnnCosts {
    Require.positive("k", k);
  }

  /** 50 neighbours. */
  public KnnCosts() {
    this(50);
  }

  @Override
  public String name() {
    return "knn";
  }

  @Override
  public CostPredictor fit(RoutingData train, TrainingContext context) {
    NeighborIndex index = NeighborIndex.of(train, context);
    OutcomeTable outcomes = train.outcomes();
    double[] means = KnownCosts.means(outcomes);
    return queries -> index.prefixMeans(queries.embeddings(), outcomes.costs(), means, k).get(0);
  }
}
