package org.routerlab.datasets.transform;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.routerlab.core.OutcomeTable;

/**
 * How much the right answers of two models overlap: the queries both answer correctly of those
 * either does, among the queries on which both were observed.
 *
 * <p>Source: Who Routes the Router, appendix H.
 */
public final class JaccardSimilarity {

  private final double[][] similarities;

  private JaccardSimilarity(double[][] similarities) {
    this.similarities = similarities;
  }

  /** The similarities of all models of a table; a score of at least 0.5 is right. */
  public static JaccardSimilarity of(OutcomeTable outcomes) {
    int models = outcomes.pool().size();
    BitSet[] right = new BitSet[models];
    BitSet[] observed = new BitSet[models];
    for (int model = 0; model < models; model++) {
      right[model] = new BitSet(outcomes.size());
      observed[model] = new BitSet(outcomes.size());
      for (int row = 0; row < outcomes.size(); row++) {
        right[model].set(row, outcomes.isCorrect(row, model));
        observed[model].set(row, outcomes.isObserved(row, model));
      }
    }
    double[][] similarities = new double[models][models];
    IntStream.range(0, models)
        .parallel()
        .forEach(
            a -> {
              for (int b = 0; b < models; b++) {
                similarities[a][b] = similarity(right[a], observed[a], right[b], observed[b]);
              }
            });
    return new JaccardSimilarity(similarities);
  }

  private static double similarity(
      BitSet right, BitSet observed, BitSet otherRight, BitSet otherObserved) {
    BitSet both = (BitSet) right.clone();
    both.and(otherRight);
    BitSet either = (BitSet) right.clone();
    either.or(otherRight);
    either.and(observed);
    either.and(otherObserved);
    int union = either.cardinality();
    return union == 0 ? 0 : both.cardinality() / (double) union;
  }

  /** The number of models. */
  public int models() {
    return similarities.length;
  }

  /** The similarity of two models in [0, 1]; 0 where neither is ever right. */
  public double similarity(int model, int other) {
    return similarities[model][other];
  }

  /** The mean similarity of a model to others, itself not counted; 0 without any. */
  public double meanSimilarity(int model, Iterable<Integer> others) {
    double sum = 0;
    int count = 0;
    for (int other : others) {
      if (other != model) {
        sum += similarities[model][other];
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }
}
