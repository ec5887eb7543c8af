package org.routerlab.learned.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.routerlab.core.ModelRanking;

/**
 * Sets of models that could be called together, valued by the chance that any answer is right less
 * the prices of the calls. Estimates are chances, independent of each other.
 *
 * @param prices what a call of each model costs, in chance of a right answer
 * @param ranking decides between equal ones
 * @param keep how many models are looked at before a call
 */
public record Supermodels(double[] prices, ModelRanking ranking, int keep) {

  /** Copies the prices. */
  public Supermodels {
    prices = prices.clone();
  }

  /** What to call first: a model even where none is worth its price. */
  public int first(double[] estimates, int depth) {
    int next = next(estimates, List.of(), depth);
    return next >= 0 ? next : byGain(estimates, List.of()).get(0);
  }

  /**
   * The cheapest model of the best set of further models; −1 where calling none is as good.
   *
   * @param estimates what is believed of each answer, given or not
   * @param called the models called so far
   * @param depth how many may be called in all
   */
  public int next(double[] estimates, List<Integer> called, int depth) {
    int more = depth - called.size();
    double wrong = 1;
    for (int model : called) {
      wrong *= 1 - estimates[model];
    }
    List<Integer> candidates = new ArrayList<>(byGain(estimates, called));
    candidates = candidates.subList(0, Math.min(keep, candidates.size()));
    int[] byPrice =
        candidates.stream()
            .sorted(
                Comparator.<Integer>comparingDouble(model -> prices[model])
                    .thenComparingInt(ranking::rank))
            .mapToInt(Integer::intValue)
            .toArray();
    Search search = new Search(byPrice, estimates, prices);
    search.extend(0, more, wrong, 0, -1);
    return search.first;
  }

  /** The called model of the highest estimate. */
  public int best(double[] estimates, List<Integer> called) {
    return called.stream()
        .min(
            Comparator.<Integer>comparingDouble(model -> -estimates[model])
                .thenComparingInt(ranking::rank))
        .orElseThrow();
  }

  private List<Integer> byGain(double[] estimates, List<Integer> called) {
    return IntStream.range(0, estimates.length)
        .boxed()
        .filter(model -> !called.contains(model))
        .sorted(
            Comparator.<Integer>comparingDouble(model -> prices[model] - estimates[model])
                .thenComparingInt(ranking::rank))
        .toList();
  }

  /** Goes through the sets of further models, each in the order of the prices. */
  private static final class Search {

    private final int[] models;
    private final double[] estimates;
    private final double[] prices;
    private double highest;
    private int first = -1;

    Search(int[] models, double[] estimates, double[] prices) {
      this.models = models;
      this.estimates = estimates;
      this.prices = prices;
    }

    /**
     * Adds one more model to a set.
     *
     * @param wrong the chance that no answer of the set, or so far, is right
     * @param value what the set is worth, over calling no more
     * @param start the first model of the set; −1 where it is empty
     */
    void extend(int from, int more, double wrong, double value, int start) {
      for (int i = from; more > 0 && i < models.length; i++) {
        int model = models[i];
        double gain = wrong * estimates[model] - prices[model];
        // A model that does not pay within a set pays even less within a larger one.
        if (gain <= 0) {
          continue;
        }
        int begin = start < 0 ? model : start;
        if (value + gain > highest) {
          highest = value + gain;
          first = begin;
        }
        extend(i + 1, more - 1, wrong * (1 - estimates[model]), value + gain, begin);
      }
    }
  }
}
