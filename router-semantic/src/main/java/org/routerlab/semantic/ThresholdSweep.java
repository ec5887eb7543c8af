package org.routerlab.semantic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.routerlab.core.matrix.FloatMatrix;

/** Finds the best value of one threshold, all others fixed, among all there can be. */
final class ThresholdSweep {

  private final float[][] similarities;
  private final boolean[][] isRight;
  private final FitGoal goal;
  // For the macro average: the first right route of each query, and how many queries each has.
  private final int[] group;
  private final int[] sizes;

  /** Above the similarity {@code value}, one query of a group is routed otherwise. */
  private record Step(float value, int group, int change) {}

  ThresholdSweep(FloatMatrix similarities, boolean[][] isRight, FitGoal goal) {
    this.similarities = new float[similarities.rows()][];
    Arrays.setAll(this.similarities, similarities::row);
    this.isRight = isRight;
    this.goal = goal;
    this.group = new int[isRight.length];
    this.sizes = new int[similarities.columns() + 1];
    for (int query = 0; query < group.length; query++) {
      while (group[query] < sizes.length - 1 && !isRight[query][group[query]]) {
        group[query]++;
      }
      sizes[group[query]]++;
    }
  }

  /** What the goal counts under the given rule. */
  double value(RouteSet routes) {
    ChoiceRule rule = new ChoiceRule(routes);
    int[] right = new int[sizes.length];
    for (int query = 0; query < similarities.length; query++) {
      right[group[query]] += right(rule, query);
    }
    return value(right);
  }

  private int right(ChoiceRule rule, int query) {
    return isRight[query][rule.choose(similarities[query]) + 1] ? 1 : 0;
  }

  /** From whole numbers in a fixed order, so that equal counts have equal values, to the bit. */
  private double value(int[] right) {
    if (goal == FitGoal.ACCURACY) {
      return (double) Arrays.stream(right).sum() / similarities.length;
    }
    double sum = 0;
    int groups = 0;
    for (int i = 0; i < sizes.length; i++) {
      if (sizes[i] > 0) {
        sum += (double) right[i] / sizes[i];
        groups++;
      }
    }
    return sum / groups;
  }

  /**
   * The threshold of {@code sharing} that makes the goal highest; {@code now} where none is better.
   */
  float best(RouteSet routes, int[] sharing, float now) {
    int[] right = new int[sizes.length];
    List<Step> steps = steps(new ChoiceRule(routes), sharing, right);
    float bound = (float) routes.similarity().highest();
    float best = now;
    double highest = Double.NEGATIVE_INFINITY;
    double ofNow = Double.NEGATIVE_INFINITY;
    float low = -bound;
    // Each round looks at one interval in which the choices are the same: from low to high.
    for (int next = 0; next <= steps.size(); ) {
      float high = next < steps.size() ? Math.min(bound, steps.get(next).value()) : bound;
      if (low <= high) {
        double value = value(right);
        float nearest = Math.max(low, Math.min(high, now));
        if (value > highest || (value == highest && isNearer(nearest, best, now))) {
          highest = value;
          best = nearest;
        }
        ofNow = nearest == now ? value : ofNow;
      }
      if (next == steps.size()) {
        break;
      }
      float at = steps.get(next).value();
      while (next < steps.size() && steps.get(next).value() == at) {
        right[steps.get(next).group()] += steps.get(next).change();
        next++;
      }
      low = Math.max(-bound, Math.nextUp(at));
    }
    return highest > ofNow ? best : now;
  }

  private static boolean isNearer(float a, float b, float now) {
    return Math.abs(a - now) < Math.abs(b - now);
  }

  /** The changes in ascending order; counts what is right below the first of them. */
  private List<Step> steps(ChoiceRule start, int[] sharing, int[] right) {
    List<Step> steps = new ArrayList<>();
    for (int query = 0; query < similarities.length; query++) {
      float[] values = new float[sharing.length];
      for (int i = 0; i < sharing.length; i++) {
        values[i] = similarities[query][sharing[i]];
      }
      Arrays.sort(values);
      int before = right(start.with(sharing, values[0]), query);
      right[group[query]] += before;
      for (int i = 0; i < values.length; i++) {
        float above = i + 1 < values.length ? values[i + 1] : Float.POSITIVE_INFINITY;
        int after = right(start.with(sharing, above), query);
        if (after != before) {
          steps.add(new Step(values[i], group[query], after - before));
        }
        before = after;
      }
    }
    steps.sort(Comparator.comparing(Step::value));
    return steps;
  }
}
