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
 * @param merits points × objectives: values of which more is better
 * @param gains points × objectives: values in the frame
 */
record TradeOffValues(boolean[] candidates, int firstRouter, double[][] merits, double[][] gains) {

  /** What {@link #dominators} says of a candidate that none dominates. */
  private static final int NONE = -1;

  /** What it says of one that several dominate, and of what is no candidate. */
  private static final int MANY = -2;

  /** Reads values in the units of the objectives, points × objectives. */
  static TradeOffValues of(
      List<Objective> objectives,
      TradeOffFrame frame,
      boolean[] candidates,
      int firstRouter,
      double[][] values) {
    double[][] merits = new double[values.length][objectives.size()];
    double[][] gains = new double[values.length][];
    for (int point = 0; point < values.length; point++) {
      gains[point] = frame.gains(values[point]);
      for (int i = 0; i < objectives.size(); i++) {
        boolean isHigher = objectives.get(i).metric().higherIsBetter();
        merits[point][i] = isHigher ? values[point][i] : -values[point][i];
      }
    }
    return new TradeOffValues(candidates, firstRouter, merits, gains);
  }

  /**
   * What follows from the points.
   *
   * @param volume below all candidates; NaN without any
   * @param ofSingleModels the same of the candidates among the single models
   * @param isOnFront for every point whether it is a candidate that no other dominates
   * @param alone for every point the volume below it alone; NaN where a value is unknown
   * @param contributions for every point what {@code volume} would lose without it; NaN for what is
   *     no candidate
   */
  record Figures(
      double volume,
      double ofSingleModels,
      boolean[] isOnFront,
      double[] alone,
      double[] contributions) {}

  Figures figures() {
    int points = candidates.length;
    int[] dominators = dominators();
    double volume = below(point -> dominators[point] == NONE);
    boolean[] isOnFront = new boolean[points];
    double[] alone = new double[points];
    double[] contributions = new double[points];
    for (int point = 0; point < points; point++) {
      isOnFront[point] = dominators[point] == NONE;
      alone[point] = alone(point);
      contributions[point] =
          candidates[point] ? contribution(dominators, volume, point) : Double.NaN;
    }
    double ofSingleModels = below(point -> point < firstRouter && candidates[point]);
    return new Figures(volume, ofSingleModels, isOnFront, alone, contributions);
  }

  /** For every point the only candidate that dominates it, or that there is none, or are many. */
  private int[] dominators() {
    int[] dominators = new int[merits.length];
    for (int point = 0; point < dominators.length; point++) {
      dominators[point] = candidates[point] ? NONE : MANY;
      for (int other = 0; other < dominators.length && dominators[point] != MANY; other++) {
        if (candidates[other] && dominates(merits[other], merits[point])) {
          dominators[point] = dominators[point] == NONE ? other : MANY;
        }
      }
    }
    return dominators;
  }

  /** Whether a point is nowhere worse than another, and somewhere better. */
  private static boolean dominates(double[] point, double[] other) {
    boolean better = false;
    for (int i = 0; i < point.length; i++) {
      if (other[i] > point[i]) {
        return false;
      }
      better |= point[i] > other[i];
    }
    return better;
  }

  private double alone(int point) {
    double product = 1;
    for (double gain : gains[point]) {
      product *= gain;
    }
    return product;
  }

  /**
   * How much of {@code volume}, that of all, would be lost without a point. Off the front that is
   * nothing; of a point on it, those that it alone dominates take the place.
   */
  private double contribution(int[] dominators, double volume, int point) {
    if (dominators[point] != NONE) {
      return Double.isNaN(volume) ? Double.NaN : 0;
    }
    double without = below(p -> p != point && (dominators[p] == NONE || dominators[p] == point));
    return Double.isNaN(without) ? volume : Math.max(0, volume - without);
  }

  /** The volume below some candidates; NaN without any, and where the frame has no width. */
  private double below(IntPredicate included) {
    double[][] points =
        IntStream.range(0, gains.length)
            .filter(included)
            .mapToObj(point -> gains[point])
            .toArray(double[][]::new);
    boolean isKnown = points.length > 0;
    for (double[] point : points) {
      for (double gain : point) {
        isKnown &= !Double.isNaN(gain);
      }
    }
    return isKnown ? Hypervolume.of(points) : Double.NaN;
  }
}
