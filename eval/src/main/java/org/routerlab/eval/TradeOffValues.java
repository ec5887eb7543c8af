package org.routerlab.eval;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The points of a trade-off on the queries as they are, or on one resample, and what follows from
 * them.
 *
 * @param candidates the points that may be on the front
 * @param firstRouter the place of the first router; single models stand before it
 * @param values points × objectives
 */
record TradeOffValues(
    List<Objective> objectives,
    TradeOffFrame frame,
    boolean[] candidates,
    int firstRouter,
    double[][] values) {

  /** What {@link #dominators} says of a candidate that none dominates. */
  static final int NONE = -1;

  /** What it says of one that several dominate, and of what is no candidate. */
  private static final int MANY = -2;

  /** For every point the only candidate that dominates it, or that there is none, or are many. */
  int[] dominators() {
    int[] dominators = new int[values.length];
    for (int point = 0; point < dominators.length; point++) {
      dominators[point] = candidates[point] ? NONE : MANY;
      for (int other = 0; other < dominators.length && dominators[point] != MANY; other++) {
        if (candidates[other] && dominates(values[other], values[point])) {
          dominators[point] = dominators[point] == NONE ? other : MANY;
        }
      }
    }
    return dominators;
  }

  /** Whether a point is nowhere worse than another, and somewhere better. */
  private boolean dominates(double[] point, double[] other) {
    boolean better = false;
    for (int i = 0; i < point.length; i++) {
      if (objectives.get(i).isBetter(other[i], point[i])) {
        return false;
      }
      better |= objectives.get(i).isBetter(point[i], other[i]);
    }
    return better;
  }

  /** The volume below one point alone; NaN where a value is unknown. */
  double alone(int point) {
    double product = 1;
    for (double gain : frame.gains(values[point])) {
      product *= gain;
    }
    return product;
  }

  /** The volume below the candidates among the single models; NaN without any. */
  double ofSingleModels() {
    return below(point -> point < firstRouter && candidates[point]);
  }

  /** The volume below all candidates; NaN without any. */
  double ofAll(int[] dominators) {
    return below(point -> dominators[point] == NONE);
  }

  /**
   * How much of {@code volume}, that of all, would be lost without a point. Off the front that is
   * nothing; of a point on it, those that it alone dominates take the place.
   */
  double contribution(int[] dominators, double volume, int point) {
    if (dominators[point] != NONE) {
      return Double.isNaN(volume) ? Double.NaN : 0;
    }
    double without = below(p -> p != point && (dominators[p] == NONE || dominators[p] == point));
    return Double.isNaN(without) ? volume : Math.max(0, volume - without);
  }

  private double below(IntPredicate included) {
    double[][] gains =
        IntStream.range(0, values.length)
            .filter(included)
            .mapToObj(point -> frame.gains(values[point]))
            .toArray(double[][]::new);
    boolean isKnown = gains.length > 0;
    for (double[] point : gains) {
      for (double gain : point) {
        isKnown &= !Double.isNaN(gain);
      }
    }
    return isKnown ? Hypervolume.of(gains) : Double.NaN;
  }
}
