package org.routerlab.experiments;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The similarity below which queries go to general chat, fitted on validation queries. */
final class FallbackThreshold {

  private FallbackThreshold() {}

  /**
   * The threshold of the highest mean accuracy of the routes over all draws; the lowest of several,
   * and -1, which never falls back, where no threshold gains anything.
   */
  static float fit(RoutedDraws routed, int[] gold, int fallback) {
    double[] weight = new double[UtteranceSweep.ROUTES];
    for (int route : gold) {
      weight[route]++;
    }
    int queries = gold.length;
    Integer[] order = IntStream.range(0, routed.draws() * queries).boxed().toArray(Integer[]::new);
    Arrays.sort(
        order,
        Comparator.comparingDouble((Integer i) -> similarity(routed, i, queries))
            .thenComparingInt(i -> i));
    double gain = 0;
    double best = 0;
    float threshold = -1;
    for (int i = 0; i < order.length; i++) {
      int query = order[i] % queries;
      int chosen = routed.chosen()[order[i] / queries][query];
      int right = gold[query];
      gain += ((fallback == right ? 1 : 0) - (chosen == right ? 1 : 0)) / weight[right];
      float here = similarity(routed, order[i], queries);
      float next =
          i + 1 < order.length ? similarity(routed, order[i + 1], queries) : Math.nextUp(here);
      if (next > here && gain > best + 1e-9) {
        best = gain;
        threshold = next;
      }
    }
    return threshold;
  }

  private static float similarity(RoutedDraws routed, int index, int queries) {
    return routed.similarity()[index / queries][index % queries];
  }
}
