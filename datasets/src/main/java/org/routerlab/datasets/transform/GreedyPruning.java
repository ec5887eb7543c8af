package org.routerlab.datasets.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Require;

/**
 * Removes, one after the other, the models that are bad and like others.
 *
 * <p>A step scores every remaining model by λ · accuracy − (1 − λ) · mean {@linkplain
 * JaccardSimilarity similarity} to the other remaining ones and removes the lowest; of equal ones
 * the less accurate, then the one with the higher index. Source: Who Routes the Router, appendix H,
 * which does not print its λ.
 *
 * @param lambda what accuracy counts, in [0, 1]; similarity counts the rest
 * @param steps in order of removal
 * @param kept the columns of the models that remain, ascending
 */
public record GreedyPruning(double lambda, List<Step> steps, List<Integer> kept) {

  /** Accuracy and dissimilarity count alike. */
  public static final double LAMBDA = 0.5;

  /** Copies the lists. */
  public GreedyPruning {
    steps = List.copyOf(steps);
    kept = List.copyOf(kept);
  }

  /**
   * A removal.
   *
   * @param removed the column of the model
   * @param scores one a model of the whole pool; NaN for those removed before
   */
  public record Step(int removed, List<Double> scores) {

    /** Copies the scores. */
    public Step {
      scores = List.copyOf(scores);
    }
  }

  /**
   * Prunes a pool.
   *
   * @param outcomes what models are judged by: training queries, lest the choice be hindsight. A
   *     model's accuracy is its mean observed score, 0 where it was never observed
   * @param models how many to keep; a pool that has no more is kept whole
   */
  public static GreedyPruning of(OutcomeTable outcomes, int models, double lambda) {
    Require.positive("models to keep", models);
    Require.between("lambda", lambda, 0, 1);
    JaccardSimilarity similarity = JaccardSimilarity.of(outcomes);
    double[] accuracy =
        Arrays.stream(outcomes.meanScores()).map(mean -> Double.isNaN(mean) ? 0 : mean).toArray();
    List<Integer> left = new ArrayList<>(IntStream.range(0, accuracy.length).boxed().toList());
    List<Step> steps = new ArrayList<>();
    while (left.size() > models) {
      List<Double> scores = new ArrayList<>(Collections.nCopies(accuracy.length, Double.NaN));
      for (int model : left) {
        double alike = similarity.meanSimilarity(model, left);
        scores.set(model, lambda * accuracy[model] - (1 - lambda) * alike);
      }
      int lowest =
          left.stream()
              .min(
                  Comparator.<Integer>comparingDouble(scores::get)
                      .thenComparingDouble(model -> accuracy[model])
                      .thenComparing(Comparator.reverseOrder()))
              .orElseThrow();
      steps.add(new Step(lowest, scores));
      left.remove(Integer.valueOf(lowest));
    }
    return new GreedyPruning(lambda, steps, left);
  }

  /** As {@link #of(OutcomeTable, int, double)} with {@link #LAMBDA}. */
  public static GreedyPruning of(OutcomeTable outcomes, int models) {
    return of(outcomes, models, LAMBDA);
  }
}
