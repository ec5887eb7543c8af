package org.routerlab.core;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The order in which equal predictions are decided: higher train mean, then lower mean cost, then
 * lower index.
 *
 * <p>It is always computed on training outcomes. Its first model is the <em>best single</em> model
 * as a deployed system could know it.
 */
public final class ModelRanking {

  private final int[] order;
  private final int[] ranks;

  private ModelRanking(int[] order) {
    this.order = order;
    this.ranks = new int[order.length];
    for (int rank = 0; rank < order.length; rank++) {
      ranks[order[rank]] = rank;
    }
  }

  /**
   * Ranks the models of {@code train} by mean score, then mean cost, then index; NaN ranks last.
   */
  public static ModelRanking of(OutcomeTable train) {
    double[] scores = train.meanScores();
    double[] costs = train.hasCosts() ? train.meanCosts() : new double[scores.length];
    Comparator<Integer> better =
        Comparator.<Integer>comparingDouble(m -> Double.isNaN(scores[m]) ? 1 : -scores[m])
            .thenComparingDouble(m -> Double.isNaN(costs[m]) ? Double.MAX_VALUE : costs[m])
            .thenComparingInt(m -> m);
    List<Integer> order = IntStream.range(0, scores.length).boxed().sorted(better).toList();
    return new ModelRanking(order.stream().mapToInt(Integer::intValue).toArray());
  }

  /** The number of models ranked. */
  public int size() {
    return order.length;
  }

  /** The column of the model on place {@code rank}, 0 being the best. */
  public int model(int rank) {
    return order[rank];
  }

  /** The place of {@code model}, 0 being the best. */
  public int rank(int model) {
    return ranks[model];
  }

  /** The best single model: the highest mean score on the training outcomes. */
  public int best() {
    return order[0];
  }

  /** Whether a tie between the two goes to {@code model}. */
  public boolean prefers(int model, int other) {
    return ranks[model] < ranks[other];
  }
}
