package org.routerlab.learned.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * Sets of models that hold each model that will be correct with a chosen chance, by split conformal
 * prediction with a quantile for each model.
 *
 * <p>A model is in the set where its predicted probability is high enough, compared with the
 * probabilities it had on calibration queries that it answered correctly. Models with fewer than 20
 * of these borrow those of the models nearest in predicted accuracy.
 */
public final class ConformalSets {

  private static final int FEWEST = 20;

  /** How much the entropy of the sizes counts, next to that of small against large. */
  private static final double SIZE_WEIGHT = 3;

  private final FloatMatrix probabilities;
  private final double[][] strangeness;

  /**
   * Calibrates.
   *
   * @param probabilities calibration queries × models
   * @param outcomes of the same queries; may be empty, and then every model is in every set
   * @param accuracies one a model, to tell which models are alike
   */
  public ConformalSets(FloatMatrix probabilities, OutcomeTable outcomes, double[] accuracies) {
    Require.equal("calibration outcomes", outcomes.size(), "queries", probabilities.rows());
    this.probabilities = probabilities;
    double[][] own = new double[accuracies.length][];
    Arrays.setAll(own, model -> strangeness(probabilities, outcomes, model));
    this.strangeness = new double[own.length][];
    Arrays.setAll(strangeness, model -> pooled(own, accuracies, model));
  }

  private static double[] strangeness(FloatMatrix probabilities, OutcomeTable outcomes, int model) {
    return IntStream.range(0, outcomes.size())
        .filter(row -> outcomes.isCorrect(row, model))
        .mapToDouble(row -> 1 - (double) probabilities.get(row, model))
        .toArray();
  }

  private static double[] pooled(double[][] own, double[] accuracies, int model) {
    List<Integer> nearest =
        IntStream.range(0, own.length)
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                    (Integer other) ->
                        other == model ? -1 : Math.abs(accuracies[other] - accuracies[model])))
            .toList();
    double[] pool = {};
    for (int other : nearest) {
      if (pool.length >= FEWEST) {
        break;
      }
      double[] more = own[other];
      int before = pool.length;
      pool = Arrays.copyOf(pool, before + more.length);
      System.arraycopy(more, 0, pool, before, more.length);
    }
    Arrays.sort(pool);
    return pool;
  }

  /**
   * The lowest probability with which each model is in a set that misses it with a chance of at
   * most {@code alpha} where it is correct.
   *
   * @param alpha in [0, 1]: at 0 every model is in every set, at 1 none is in any
   */
  public double[] thresholds(double alpha) {
    Require.between("alpha", alpha, 0, 1);
    return Arrays.stream(strangeness).mapToDouble(known -> 1 - quantile(known, alpha)).toArray();
  }

  /** The ⌈(n + 1)(1 − alpha)⌉-th smallest value: none below the first, no bound above the last. */
  static double quantile(double[] ascending, double alpha) {
    int place = (int) Math.ceil((ascending.length + 1) * (1 - alpha) - 1e-9);
    if (place < 1) {
      return Double.NEGATIVE_INFINITY;
    }
    return place > ascending.length ? Double.POSITIVE_INFINITY : ascending[place - 1];
  }

  /**
   * The alpha of 0.01, 0.02, … 0.99 whose sets are most diverse on the calibration queries: three
   * times the entropy of their sizes plus the entropy of being small; the lowest of equals, 0.01
   * without calibration queries.
   *
   * @param small the largest size that counts as small
   */
  public double mostDiverse(int small) {
    double best = 0.01;
    double highest = Double.NEGATIVE_INFINITY;
    for (int percent = 1; percent < 100; percent++) {
      double diversity = diversity(thresholds(percent / 100.0), small);
      if (diversity > highest + 1e-12) {
        highest = diversity;
        best = percent / 100.0;
      }
    }
    return best;
  }

  private double diversity(double[] thresholds, int small) {
    int[] sizes = new int[thresholds.length + 1];
    int smaller = 0;
    for (int row = 0; row < probabilities.rows(); row++) {
      int size = 0;
      for (int model = 0; model < thresholds.length; model++) {
        size += probabilities.get(row, model) >= thresholds[model] ? 1 : 0;
      }
      sizes[size]++;
      smaller += size <= small ? 1 : 0;
    }
    return SIZE_WEIGHT * entropy(sizes) + entropy(smaller, probabilities.rows() - smaller);
  }

  /** In nats. */
  private static double entropy(int... counts) {
    int total = IntStream.of(counts).sum();
    double sum = 0;
    for (int count : counts) {
      double share = (double) count / total;
      sum -= count == 0 ? 0 : share * StrictMath.log(share);
    }
    return sum;
  }
}
