package org.routerlab.learned.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the list of models, with a threshold each, that answers the most queries right: a query
 * goes down the list until a verdict reaches the threshold. The last model's answer is always
 * taken.
 *
 * <p>Every list of the candidates up to a length is tried, with thresholds at even quantiles of the
 * verdicts on the queries that get that far. Equal accuracy goes to the lower mean cost, then to
 * the list that comes first in the order of the candidates.
 */
public final class CascadeSearch {

  /** Sums of scores and costs of one list may differ by rounding. */
  private static final double ROUNDING = 1e-9;

  private final JudgedOutcomes outcomes;
  private final List<Integer> candidates;
  private final int depth;
  private final int quantiles;
  private final double budget;
  private final int[][] byVerdict;
  private Plan best;

  /**
   * A cascade with its figures on the queries it was chosen on.
   *
   * @param models in the order they are called; at least one
   * @param thresholds the verdict from which on an answer is taken; negative infinity for the last
   * @param score the mean score of the answers
   * @param cost the mean cost of all calls
   */
  public record Plan(List<Integer> models, List<Double> thresholds, double score, double cost) {

    /** Copies the lists. */
    public Plan {
      models = List.copyOf(models);
      thresholds = List.copyOf(thresholds);
    }
  }

  private CascadeSearch(
      JudgedOutcomes outcomes, List<Integer> candidates, int depth, int quantiles, double budget) {
    this.outcomes = outcomes;
    this.candidates = candidates;
    this.depth = depth;
    this.quantiles = quantiles;
    this.budget = budget;
    this.byVerdict =
        Arrays.stream(outcomes.verdicts()).map(CascadeSearch::descending).toArray(int[][]::new);
  }

  /**
   * The best plan.
   *
   * @param candidates the models to try, at least one; earlier ones win ties
   * @param depth the longest list, at least 1
   * @param quantiles the number of thresholds tried for each place of the list
   * @param budget the highest mean cost; infinite for none. Where no list keeps to it, the cheapest
   */
  public static Plan best(
      JudgedOutcomes outcomes, List<Integer> candidates, int depth, int quantiles, double budget) {
    CascadeSearch search = new CascadeSearch(outcomes, candidates, depth, quantiles, budget);
    int[] all = IntStream.range(0, outcomes.size()).toArray();
    search.extend(all, new Prefix(new int[0], new double[0], 0, 0));
    return search.best;
  }

  /** The rows by falling value; equal ones in their order. */
  private static int[] descending(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(row -> -values[row]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The start of a list, and the sums of what it has answered and called. */
  private record Prefix(int[] models, double[] thresholds, double score, double cost) {

    Prefix with(int model, double threshold, double moreScore, double moreCost) {
      int[] longer = Arrays.copyOf(models, models.length + 1);
      double[] thresholdsToo = Arrays.copyOf(thresholds, longer.length);
      longer[models.length] = model;
      thresholdsToo[models.length] = threshold;
      return new Prefix(longer, thresholdsToo, score + moreScore, cost + moreCost);
    }
  }

  /** Tries every model as the next for the rows that no model of the prefix has answered. */
  private void extend(int[] rows, Prefix prefix) {
    for (int model : candidates) {
      if (IntStream.of(prefix.models).anyMatch(used -> used == model)) {
        continue;
      }
      double cost = sum(outcomes.costs()[model], rows);
      double score = sum(outcomes.scores()[model], rows);
      consider(prefix.with(model, Double.NEGATIVE_INFINITY, score, cost));
      if (prefix.models.length + 1 < depth) {
        split(sorted(model, rows), model, cost, prefix);
      }
    }
  }

  /** Lets {@code model} answer the rows with the highest verdicts, and others the rest. */
  private void split(int[] rows, int model, double cost, Prefix prefix) {
    double[] verdicts = outcomes.verdicts()[model];
    double score = 0;
    int taken = 0;
    for (int step = 1; step < quantiles; step++) {
      int wanted = (int) ((long) step * rows.length / quantiles);
      int before = taken;
      while (taken < rows.length
          && (taken < wanted
              || (taken > 0 && verdicts[rows[taken]] == verdicts[rows[taken - 1]]))) {
        score += outcomes.scores()[model][rows[taken++]];
      }
      if (taken == rows.length) {
        return;
      }
      if (taken > before) {
        int[] rest = Arrays.copyOfRange(rows, taken, rows.length);
        extend(rest, prefix.with(model, verdicts[rows[taken - 1]], score, cost));
      }
    }
  }

  private int[] sorted(int model, int[] rows) {
    boolean[] wanted = new boolean[outcomes.size()];
    for (int row : rows) {
      wanted[row] = true;
    }
    return IntStream.of(byVerdict[model]).filter(row -> wanted[row]).toArray();
  }

  private void consider(Prefix whole) {
    double score = whole.score / outcomes.size();
    double cost = whole.cost / outcomes.size();
    if (best == null || isBetter(score, cost)) {
      best =
          new Plan(
              IntStream.of(whole.models).boxed().toList(),
              Arrays.stream(whole.thresholds).boxed().toList(),
              score,
              cost);
    }
  }

  private boolean isBetter(double score, double cost) {
    double more = ROUNDING * Math.max(1, best.cost);
    if (cost > budget || best.cost > budget) {
      return best.cost > budget && cost < best.cost - more;
    }
    return score > best.score + ROUNDING
        || (score > best.score - ROUNDING && cost < best.cost - more);
  }

  private static double sum(double[] values, int[] rows) {
    double sum = 0;
    for (int row : rows) {
      sum += values[row];
    }
    return sum;
  }
}
