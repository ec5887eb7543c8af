package org.routerlab.experiments;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.routerlab.core.Require;
import org.routerlab.core.Seed;
import org.routerlab.semantic.UtteranceLists;

/**
 * Routes queries by utterances drawn from the lists, once a draw, for any setting.
 *
 * <p>A draw takes its utterances from a stream named by variant, number of utterances, route and
 * number of the draw. So the draws of one setting are no part of those of another: 8 utterances are
 * not among the 16 of the same number. Whole lists have one draw. Without a fall-back the most
 * similar route always wins, equally similar ones in the order of the routes.
 */
final class UtteranceSweep {

  static final int ROUTES = UtteranceLists.ROUTES.size();

  private final UtteranceCosines cosines;
  private final int[] gold;
  private final int repeats;
  private final Seed seed;
  private final TwoWayBootstrap bootstrap;

  /**
   * A sweep over queries.
   *
   * @param gold the place of the right route of every query; each route has at least one query
   * @param repeats draws of a setting
   * @param resamples behind every interval
   */
  UtteranceSweep(UtteranceCosines cosines, int[] gold, int repeats, int resamples, Seed seed) {
    Require.equal("right routes", gold.length, "queries", cosines.queries());
    Require.between("repeats", repeats, 1, TwoWayBootstrap.MOST_DRAWS);
    this.cosines = cosines;
    this.gold = gold.clone();
    this.repeats = repeats;
    this.seed = seed;
    this.bootstrap = new TwoWayBootstrap(gold, ROUTES, resamples, seed);
  }

  int[] gold() {
    return gold.clone();
  }

  int repeats() {
    return repeats;
  }

  /** The places of the drawn utterances in their list, lowest first. */
  static int[] drawn(Seed seed, UtteranceSetting.OfRoute setting, int route, int draw) {
    if (setting.isWhole()) {
      return UtteranceCosines.first(setting.utterances());
    }
    SplittableRandom random =
        seed.stream(
            "utterances "
                + setting.variant()
                + " "
                + setting.utterances()
                + " "
                + UtteranceLists.ROUTES.get(route)
                + " "
                + draw);
    int[] places = UtteranceCosines.first(UtteranceLists.LENGTH);
    for (int i = 0; i < setting.utterances(); i++) {
      int other = i + random.nextInt(places.length - i);
      int place = places[i];
      places[i] = places[other];
      places[other] = place;
    }
    int[] drawn = Arrays.copyOf(places, setting.utterances());
    Arrays.sort(drawn);
    return drawn;
  }

  /** The similarity of every query to a route, in one draw. */
  float[] similarities(UtteranceSetting.OfRoute setting, int route, int draw) {
    return cosines.highest(setting.variant(), route, drawn(seed, setting, route, draw));
  }

  /** Routes all queries, once a draw. */
  RoutedDraws route(UtteranceSetting setting) {
    int draws = setting.draws(repeats);
    byte[][] chosen = new byte[draws][];
    float[][] similarity = new float[draws][];
    for (int draw = 0; draw < draws; draw++) {
      float[][] ofRoutes = new float[ROUTES][];
      for (int route = 0; route < ROUTES; route++) {
        ofRoutes[route] = similarities(setting.ofRoutes().get(route), route, draw);
      }
      similarity[draw] = ofRoutes[0];
      chosen[draw] = chooseHighest(ofRoutes, similarity[draw]);
    }
    return new RoutedDraws(chosen, similarity);
  }

  /** Routes all queries by the first utterances of the lists, as {@code utterance} does. */
  RoutedDraws routeByFirst(UtteranceSetting setting) {
    return routeByFirst(cosines, setting);
  }

  /** The same for any queries. */
  static RoutedDraws routeByFirst(UtteranceCosines cosines, UtteranceSetting setting) {
    float[][] ofRoutes = new float[ROUTES][];
    for (int route = 0; route < ROUTES; route++) {
      UtteranceSetting.OfRoute ofRoute = setting.ofRoutes().get(route);
      ofRoutes[route] =
          cosines.highest(ofRoute.variant(), route, UtteranceCosines.first(ofRoute.utterances()));
    }
    byte[] chosen = chooseHighest(ofRoutes, ofRoutes[0]);
    return new RoutedDraws(new byte[][] {chosen}, new float[][] {ofRoutes[0]});
  }

  /** The routes of the highest similarities, which are put into {@code highest}. */
  private static byte[] chooseHighest(float[][] ofRoutes, float[] highest) {
    byte[] chosen = new byte[highest.length];
    for (int route = 1; route < ROUTES; route++) {
      for (int query = 0; query < chosen.length; query++) {
        if (ofRoutes[route][query] > highest[query]) {
          highest[query] = ofRoutes[route][query];
          chosen[query] = (byte) route;
        }
      }
    }
    return chosen;
  }

  /** How often the right route was chosen. */
  UtteranceAccuracy accuracy(RoutedDraws routed, String name) {
    int[] correctDraws = new int[gold.length];
    for (int draw = 0; draw < routed.draws(); draw++) {
      byte[] chosen = routed.chosen()[draw];
      for (int query = 0; query < gold.length; query++) {
        correctDraws[query] |= chosen[query] == gold[query] ? 1 << draw : 0;
      }
    }
    return bootstrap.accuracy(correctDraws, routed.draws(), name);
  }

  /** The accuracy of a setting. */
  UtteranceAccuracy accuracy(UtteranceSetting setting) {
    return accuracy(route(setting), setting.toString());
  }

  /** The accuracies of several settings, side by side; the same on any number of threads. */
  Map<UtteranceSetting, UtteranceAccuracy> accuracies(List<UtteranceSetting> settings) {
    List<UtteranceSetting> distinct = settings.stream().distinct().toList();
    List<UtteranceAccuracy> found =
        distinct.parallelStream().map(setting -> accuracy(setting)).toList();
    Map<UtteranceSetting, UtteranceAccuracy> accuracies = new LinkedHashMap<>();
    IntStream.range(0, distinct.size()).forEach(i -> accuracies.put(distinct.get(i), found.get(i)));
    return accuracies;
  }
}
