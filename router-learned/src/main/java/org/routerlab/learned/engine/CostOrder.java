package org.routerlab.learned.engine;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.OutcomeTable;

/** The models from the cheapest to the dearest. */
public final class CostOrder {

  private CostOrder() {}

  /**
   * Models by mean cost, unknown ones last; without costs by mean score, as weaker models are
   * mostly cheaper. Equal ones go by {@link ModelRanking}, the better first.
   */
  public static int[] cheapestFirst(OutcomeTable train) {
    ModelRanking ranking = ModelRanking.of(train);
    double[] costs = train.hasCosts() ? train.meanCosts() : OutcomeMeans.overall(train);
    return IntStream.range(0, costs.length)
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(m -> costs[m]).thenComparingInt(ranking::rank))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
