package org.routerlab.semantic;

import java.util.Arrays;
import java.util.Objects;
import org.routerlab.core.Require;

/**
 * How alike a query and a route are.
 *
 * <p>The similarity to an utterance is {@code dense × cosine + (1 − dense) × words}, where words is
 * BM25 over the utterances, as a share of what the query would reach if it were an utterance
 * itself: in [0, 1], 1 for an utterance of the same words. The similarity to a route aggregates
 * those to its utterances.
 *
 * @param aggregation what becomes of the similarities to the utterances of a route
 * @param topK how many of the highest a mean or a sum takes, of each route's own utterances; the
 *     maximum does not use it
 * @param dense the weight of the cosine against that of common words, in [0, 1]; 1 does without
 *     words
 * @param k1 how much a word that is repeated in an utterance gains, at least 0; 0 counts it once
 * @param b how much long utterances are marked down, in [0, 1]
 */
public record Similarity(Aggregation aggregation, int topK, double dense, double k1, double b) {

  /** The highest cosine. */
  public static final Similarity HIGHEST_COSINE = new Similarity(Aggregation.MAX, 5, 1, 1.2, 0.75);

  /** Rejects values out of range. */
  public Similarity {
    Objects.requireNonNull(aggregation, "aggregation");
    Require.positive("topK", topK);
    Require.between("dense", dense, 0, 1);
    Require.between("k1", k1, 0, Float.MAX_VALUE);
    Require.between("b", b, 0, 1);
  }

  /** Whether the words of a query count, and not its embedding alone. */
  public boolean usesWords() {
    return dense < 1;
  }

  /** The highest similarity there can be, but for rounding; the lowest is its negative or above. */
  double highest() {
    return aggregation == Aggregation.SUM ? topK : 1;
  }

  /** One value out of those in {@code values} from {@code from} to before {@code to}. */
  float aggregate(float[] values, int from, int to) {
    if (aggregation == Aggregation.MAX) {
      float highest = Float.NEGATIVE_INFINITY;
      for (int i = from; i < to; i++) {
        highest = Math.max(highest, values[i]);
      }
      return highest;
    }
    float[] highest = highest(values, from, to);
    double sum = 0;
    // The highest first, so that equal sets of values have equal sums, to the bit.
    for (float value : highest) {
      sum += value;
    }
    return (float) (aggregation == Aggregation.SUM ? sum : sum / highest.length);
  }

  /** The highest {@code topK} values, or all where there are fewer, in descending order. */
  private float[] highest(float[] values, int from, int to) {
    float[] highest = new float[Math.min(topK, to - from)];
    Arrays.fill(highest, Float.NEGATIVE_INFINITY);
    for (int i = from; i < to; i++) {
      int place = highest.length;
      while (place > 0 && values[i] > highest[place - 1]) {
        place--;
      }
      if (place < highest.length) {
        System.arraycopy(highest, place, highest, place + 1, highest.length - place - 1);
        highest[place] = values[i];
      }
    }
    return highest;
  }
}
