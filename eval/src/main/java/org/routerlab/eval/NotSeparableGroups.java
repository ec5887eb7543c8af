package org.routerlab.eval;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.routerlab.core.Require;

/**
 * The groups of routers within which no two can be told apart by a metric: a compact letter
 * display.
 *
 * <p>Two routers are told apart where the p-value of their paired difference, after {@link Holm}'s
 * correction for all pairs, is at most the level. P-values are those of d / SE under the normal
 * distribution, SE as in {@link PairedComparison}: a share of resamples cannot be below 2 /
 * (resamples + 1), which times the 666 pairs of 37 routers never is as low as 5 %. A group is as
 * large as it can be: every router outside it is told apart from one of its members. A router may
 * be in several groups, as not being told apart is not transitive, and is in at least one.
 *
 * @param routers those with a finite value, the best first; of a metric that does not judge, the
 *     highest first; equal ones in the given order
 * @param groups each best first; ordered by their members, the group of the best router first
 */
public record NotSeparableGroups(List<String> routers, List<List<String>> groups) {

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** Copies the lists. */
  public NotSeparableGroups {
    routers = List.copyOf(routers);
    groups = groups.stream().map(List::copyOf).toList();
  }

  /**
   * Groups routers on one test set.
   *
   * @param level the chance of telling any two apart that do not differ; in (0, 1)
   */
  public static NotSeparableGroups of(List<RouterRuns> routers, Metric metric, double level) {
    Require.between("level", level, Math.nextUp(0.0), Math.nextDown(1.0));
    double[] values = routers.stream().mapToDouble(runs -> metric.value(runs)).toArray();
    double sign = metric.definition().better() == Better.LOWER ? 1 : -1;
    int[] order =
        IntStream.range(0, values.length)
            .filter(router -> Double.isFinite(values[router]))
            .boxed()
            .sorted(Comparator.comparingDouble(router -> sign * values[router]))
            .mapToInt(Integer::intValue)
            .toArray();
    List<String> names = Arrays.stream(order).mapToObj(r -> routers.get(r).router()).toList();
    boolean[][] alike =
        alike(
            Arrays.stream(order).mapToDouble(router -> values[router]).toArray(),
            Arrays.stream(order)
                .parallel()
                .mapToObj(router -> LeaveOneOut.of(routers.get(router), metric))
                .toList(),
            level);
    return new NotSeparableGroups(
        names,
        MaximalCliques.of(alike).stream()
            .map(clique -> Arrays.stream(clique).mapToObj(names::get).toList())
            .toList());
  }

  /**
   * The letters of the groups a router is in: two routers share one where they are not told apart.
   */
  public String letters(String router) {
    Require.known("router", router, routers);
    StringBuilder letters = new StringBuilder();
    for (int group = 0; group < groups.size(); group++) {
      if (groups.get(group).contains(router)) {
        letters.append(
            group < LETTERS.length() ? LETTERS.substring(group, group + 1) : "(" + group + ")");
      }
    }
    return letters.toString();
  }

  private static boolean[][] alike(double[] values, List<double[]> withoutEach, double level) {
    int count = values.length;
    double[] p = new double[count * (count - 1) / 2];
    int next = 0;
    for (int a = 0; a < count; a++) {
      for (int b = a + 1; b < count; b++) {
        double error = LeaveOneOut.standardError(withoutEach.get(a), withoutEach.get(b));
        double difference = values[a] - values[b];
        p[next++] = difference == 0 ? 1 : Quantiles.bothNormalTails(difference / error);
      }
    }
    double[] corrected = Holm.adjust(p);
    boolean[][] alike = new boolean[count][count];
    next = 0;
    for (int a = 0; a < count; a++) {
      for (int b = a + 1; b < count; b++) {
        // NaN, where there is no error to go by, tells nothing apart.
        boolean isAlike = !(corrected[next++] <= level);
        alike[a][b] = isAlike;
        alike[b][a] = isAlike;
      }
    }
    return alike;
  }
}
