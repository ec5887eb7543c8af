package org.routerlab.experiments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.routerlab.experiments.UtteranceSetting.OfRoute;

/**
 * Chooses the setting of every route by coordinate search: one route at a time takes what gives the
 * highest mean accuracy of the routes while the others stay, until none changes any more.
 *
 * <p>Where several are best, the one of the fewest utterances is taken, of these the first variant
 * in {@link #VARIANTS}. Every step raises the accuracy, or keeps it with something simpler, so that
 * the search ends.
 */
final class UtteranceSearch {

  static final List<Integer> LENGTHS = List.of(1, 2, 4, 8, 16, 32, 64);

  /** From simple to expert words; of intermediate ones, from short to long sentences. */
  static final List<String> VARIANTS =
      List.of(
          "simple",
          "words-1-3",
          "words-4-8",
          "intermediate",
          "words-16-32",
          "words-33-64",
          "expert");

  static final UtteranceSetting START = UtteranceSetting.all("intermediate", 16);

  private final UtteranceSweep sweep;
  private final int[] gold;
  private final double[] weight;

  /** By setting and route one array a draw, one for all draws of a whole list. */
  private final Map<List<Object>, float[][]> similarities = new ConcurrentHashMap<>();

  private UtteranceSearch(UtteranceSweep sweep) {
    this.sweep = sweep;
    gold = sweep.gold();
    int[] queries = new int[UtteranceSweep.ROUTES];
    for (int route : gold) {
      queries[route]++;
    }
    weight = IntStream.of(queries).mapToDouble(count -> 1.0 / count).toArray();
  }

  /** The best setting that the search finds on the queries of a sweep. */
  static UtteranceSetting best(UtteranceSweep sweep) {
    UtteranceSearch search = new UtteranceSearch(sweep);
    UtteranceSetting setting = START;
    UtteranceSetting before;
    do {
      before = setting;
      for (int route = 0; route < UtteranceSweep.ROUTES; route++) {
        setting = setting.with(route, search.best(setting, route));
      }
    } while (!setting.equals(before));
    return setting;
  }

  /** All settings of a route, those to prefer first. */
  static List<OfRoute> candidates() {
    List<OfRoute> candidates = new ArrayList<>();
    for (int length : LENGTHS) {
      VARIANTS.forEach(variant -> candidates.add(new OfRoute(variant, length)));
    }
    return candidates;
  }

  private OfRoute best(UtteranceSetting setting, int route) {
    List<Rivals> rivals =
        IntStream.range(0, sweep.repeats())
            .parallel()
            .mapToObj(draw -> rivals(setting, route, draw))
            .toList();
    List<OfRoute> candidates = candidates();
    double[] values =
        IntStream.range(0, candidates.size())
            .parallel()
            .mapToDouble(i -> value(candidates.get(i), route, rivals))
            .toArray();
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return candidates.get(best);
  }

  private float[] similarities(OfRoute setting, int route, int draw) {
    float[][] ofDraws =
        similarities.computeIfAbsent(
            List.of(setting, route),
            key ->
                IntStream.range(0, setting.isWhole() ? 1 : sweep.repeats())
                    .mapToObj(each -> sweep.similarities(setting, route, each))
                    .toArray(float[][]::new));
    return ofDraws[setting.isWhole() ? 0 : draw];
  }

  /** The most similar of the other routes, by query, in one draw. */
  private record Rivals(float[] similarity, byte[] route) {}

  private Rivals rivals(UtteranceSetting setting, int without, int draw) {
    float[] similarity = null;
    byte[] chosen = new byte[gold.length];
    for (int route = 0; route < UtteranceSweep.ROUTES; route++) {
      if (route == without) {
        continue;
      }
      float[] own = similarities(setting.ofRoutes().get(route), route, draw);
      if (similarity == null) {
        similarity = own.clone();
        Arrays.fill(chosen, (byte) route);
        continue;
      }
      for (int query = 0; query < own.length; query++) {
        if (own[query] > similarity[query]) {
          similarity[query] = own[query];
          chosen[query] = (byte) route;
        }
      }
    }
    return new Rivals(similarity, chosen);
  }

  /** The mean accuracy of the routes, times routes and draws; equal where all counts are. */
  private double value(OfRoute candidate, int route, List<Rivals> rivals) {
    long[] right = new long[UtteranceSweep.ROUTES];
    for (int draw = 0; draw < rivals.size(); draw++) {
      float[] own = similarities(candidate, route, draw);
      Rivals others = rivals.get(draw);
      for (int query = 0; query < own.length; query++) {
        float rival = others.similarity[query];
        boolean wins = own[query] > rival || (own[query] == rival && route < others.route[query]);
        int chosen = wins ? route : others.route[query];
        if (chosen == gold[query]) {
          right[chosen]++;
        }
      }
    }
    double value = 0;
    for (int each = 0; each < right.length; each++) {
      value += right[each] * weight[each];
    }
    return value;
  }
}
