package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Query;
import org.routerlab.core.Seed;
import org.routerlab.core.embedding.Encoder;
import org.routerlab.core.embedding.HashingEncoder;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.datasets.A2bMini;
import org.routerlab.eval.Estimate;
import org.routerlab.experiments.UtteranceSetting.OfRoute;
import org.routerlab.semantic.Route;
import org.routerlab.semantic.RouteSet;
import org.routerlab.semantic.UtteranceIndex;
import org.routerlab.semantic.UtteranceLists;
import org.routerlab.semantic.UtteranceSets;

class UtteranceSweepTest {

  private static final Seed SEED = new Seed(42);
  private static final int REPEATS = 5;
  private static final Encoder ENCODER = new HashingEncoder();

  private static List<Query> queries;
  private static int[] gold;
  private static FloatMatrix embeddings;
  private static UtteranceCosines cosines;
  private static UtteranceSweep sweep;

  @BeforeAll
  static void embed() {
    queries = A2bMini.load().queries();
    gold = queries.stream().mapToInt(q -> UtteranceLists.ROUTES.indexOf(q.dataset())).toArray();
    embeddings = ENCODER.embed(queries.stream().map(Query::text).toList());
    cosines = UtteranceCosines.of(embeddings, ENCODER, UtteranceSearch.VARIANTS);
    sweep = new UtteranceSweep(cosines, gold, REPEATS, 200, SEED);
  }

  @Test
  void everyDrawRoutesAsTheRouterDoesWithTheDrawnUtterances() {
    UtteranceSetting mixed =
        UtteranceSetting.all("intermediate", 4)
            .with(1, new OfRoute("words-4-8", 16))
            .with(2, new OfRoute("simple", 1))
            .with(4, new OfRoute("expert", 64));
    RoutedDraws routed = sweep.route(mixed);

    assertThat(routed.draws()).isEqualTo(REPEATS);
    for (int draw = 0; draw < REPEATS; draw++) {
      assertThat(routed.chosen()[draw]).isEqualTo(naive(mixed, draw));
    }
    assertThat(routed.chosen()[0]).isNotEqualTo(routed.chosen()[1]);
  }

  @Test
  void theFirstUtterancesRouteAsTheNamedSetDoes() {
    List<Route> routes = UtteranceSets.routes("simple", 8);

    assertThat(sweep.routeByFirst(UtteranceSetting.all("simple", 8)).chosen()[0])
        .isEqualTo(choices(new RouteSet(routes, -1, "")));
  }

  @Test
  void accuraciesAreMeansOverDrawsAndQueries() {
    UtteranceSetting setting = UtteranceSetting.all("words-16-32", 2);
    double[] right = new double[UtteranceSweep.ROUTES];
    double[] size = new double[UtteranceSweep.ROUTES];
    for (int draw = 0; draw < REPEATS; draw++) {
      byte[] chosen = naive(setting, draw);
      for (int query = 0; query < gold.length; query++) {
        right[gold[query]] += chosen[query] == gold[query] ? 1 : 0;
        size[gold[query]] += 1;
      }
    }
    UtteranceAccuracy accuracy = sweep.accuracy(setting);

    double macro = 0;
    for (int route = 0; route < right.length; route++) {
      assertThat(accuracy.route(route).value()).isCloseTo(right[route] / size[route], within(1e-9));
      macro += right[route] / size[route] / right.length;
    }
    assertThat(accuracy.macro().value()).isCloseTo(macro, within(1e-9));
    assertThat(accuracy.overall().value())
        .isCloseTo(Arrays.stream(right).sum() / Arrays.stream(size).sum(), within(1e-9));
    assertThat(accuracy.macro().low()).isLessThan(macro);
    assertThat(accuracy.macro().high()).isGreaterThan(macro);
  }

  @Test
  void aWholeListHasOneDrawAndNoDeviation() {
    UtteranceSetting whole = UtteranceSetting.all("intermediate", 64);

    assertThat(sweep.route(whole).draws()).isEqualTo(1);
    assertThat(sweep.accuracy(whole).deviation()).isNaN();
    assertThat(sweep.accuracy(UtteranceSetting.all("intermediate", 1)).deviation()).isPositive();
    assertThat(sweep.routeByFirst(whole).chosen()).isDeepEqualTo(sweep.route(whole).chosen());
  }

  @Test
  void drawsTakeDistinctUtterancesAndAreNotNested() {
    boolean nested = true;
    for (int draw = 0; draw < 20; draw++) {
      int[] eight = UtteranceSweep.drawn(SEED, new OfRoute("intermediate", 8), 0, draw);
      int[] sixteen = UtteranceSweep.drawn(SEED, new OfRoute("intermediate", 16), 0, draw);
      assertThat(eight).hasSize(8).doesNotHaveDuplicates().isSorted();
      assertThat(sixteen).hasSize(16).doesNotHaveDuplicates();
      assertThat(IntStream.of(sixteen)).allMatch(place -> place >= 0 && place < 64);
      nested &= IntStream.of(eight).allMatch(p -> Arrays.binarySearch(sixteen, p) >= 0);
    }
    assertThat(nested).isFalse();
    assertThat(UtteranceSweep.drawn(SEED, new OfRoute("simple", 8), 0, 0))
        .isEqualTo(UtteranceSweep.drawn(SEED, new OfRoute("simple", 8), 0, 0))
        .isNotEqualTo(UtteranceSweep.drawn(SEED, new OfRoute("simple", 8), 1, 0))
        .isNotEqualTo(UtteranceSweep.drawn(SEED, new OfRoute("expert", 8), 0, 0))
        .isNotEqualTo(UtteranceSweep.drawn(new Seed(43), new OfRoute("simple", 8), 0, 0));
  }

  @Test
  void numbersDoNotDependOnTheThreads() throws Exception {
    List<Double> one = onThreads(1);
    assertThat(onThreads(4)).isEqualTo(one);
  }

  @Test
  void theSearchEndsWhereNoRouteAloneCanGain() {
    UtteranceSetting best = UtteranceSearch.best(sweep);
    double reached = sweep.accuracy(best).macro().value();

    assertThat(reached).isGreaterThan(sweep.accuracy(UtteranceSearch.START).macro().value());
    for (int route = 0; route < UtteranceSweep.ROUTES; route++) {
      int own = UtteranceSearch.candidates().indexOf(best.ofRoutes().get(route));
      for (OfRoute other : UtteranceSearch.candidates()) {
        double value = sweep.accuracy(best.with(route, other)).macro().value();
        // Of equally good ones the simplest is taken, which stands first.
        assertThat(value).isLessThanOrEqualTo(reached + 1e-9);
        if (UtteranceSearch.candidates().indexOf(other) < own) {
          assertThat(value).isLessThan(reached);
        }
      }
    }
  }

  @Test
  void theFittedThresholdIsTheBestOfAll() {
    RoutedDraws routed = sweep.route(UtteranceSetting.all("expert", 2));
    float fitted = FallbackThreshold.fit(routed, gold, 2);
    double best = sweep.accuracy(routed.fallingBack(2, fitted), "x").macro().value();

    assertThat(best).isGreaterThan(sweep.accuracy(routed, "x").macro().value());
    for (float threshold = -0.2f; threshold < 1; threshold += 0.01f) {
      assertThat(sweep.accuracy(routed.fallingBack(2, threshold), "x").macro().value())
          .isLessThanOrEqualTo(best + 1e-9);
    }
  }

  @Test
  void anIntervalCoversTheSpreadOfDrawsAndOfQueries() {
    // Every query right in half of the draws: only draws vary.
    int[] four = new int[] {0, 0, 1, 1};
    int[] halves = new int[] {0b0011, 0b0011, 0b0011, 0b0011};
    Estimate draws = new TwoWayBootstrap(four, 2, 500, SEED).accuracy(halves, 4, "d").macro();
    assertThat(draws.value()).isEqualTo(0.5);
    assertThat(draws.high() - draws.low()).isBetween(0.6, 1.0);
    // Half of the queries right in every draw: only queries vary.
    int[] many = IntStream.range(0, 200).map(i -> i % 2).toArray();
    int[] every = IntStream.range(0, 200).map(i -> i < 100 ? 0b1111 : 0).toArray();
    Estimate ofQueries = new TwoWayBootstrap(many, 2, 500, SEED).accuracy(every, 4, "q").macro();
    assertThat(ofQueries.value()).isEqualTo(0.5);
    assertThat(ofQueries.high() - ofQueries.low()).isBetween(0.10, 0.18);
  }

  @Test
  void resampledAccuraciesAreThoseOfTheResampledTable() {
    // All right or all wrong: no resample can differ.
    int[] routes = new int[] {0, 1, 1};
    UtteranceAccuracy accuracy =
        new TwoWayBootstrap(routes, 2, 50, SEED).accuracy(new int[] {0b11, 0, 0}, 2, "x");
    assertThat(List.of(accuracy.resampled()))
        .allSatisfy(row -> assertThat(row).containsExactly(1, 0));
    assertThat(accuracy.overall().value()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(accuracy.macroGain(accuracy)).isEqualTo(new Estimate(0, 0, 0, 3));
    // Twenty draws reach into both tables of sums.
    int all = (1 << 20) - 1;
    UtteranceAccuracy twenty =
        new TwoWayBootstrap(routes, 2, 50, SEED).accuracy(new int[] {all, all, all}, 20, "x");
    assertThat(List.of(twenty.resampled()))
        .allSatisfy(row -> assertThat(row).containsExactly(1, 1));
  }

  @Test
  void sourcesAreDividedInTurnsWithinEveryRoute() {
    List<Query> tagged = new ArrayList<>();
    for (Query query : queries) {
      tagged.add(
          new Query(
              query.id(),
              query.text(),
              query.dataset(),
              Map.of("source", query.tags().get("language"))));
    }
    SourceSplit split = SourceSplit.of(tagged, gold, SEED);
    int[] validation = split.validationRows(tagged, gold);
    int[] heldOut = split.heldOutRows(tagged, gold);

    assertThat(validation.length + heldOut.length).isEqualTo(gold.length);
    assertThat(validation).doesNotContain(heldOut);
    for (String route : UtteranceLists.ROUTES) {
      List<String> chosen = split.validation().get(route);
      assertThat(chosen).isIn(List.of("de", "es"), List.of("en", "fr"));
      assertThat(split.heldOut().get(route)).doesNotContainAnyElementsOf(chosen).hasSize(2);
    }
    assertThatThrownBy(() -> SourceSplit.of(queries, gold, SEED))
        .hasMessageContaining("tag 'source'")
        .hasMessageContaining("language");
  }

  private static List<Double> onThreads(int threads) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(
              () -> {
                UtteranceSweep own = new UtteranceSweep(cosines, gold, REPEATS, 50, SEED);
                List<Double> numbers = new ArrayList<>();
                own.accuracies(
                        List.of(
                            UtteranceSetting.all("simple", 4),
                            UtteranceSetting.all("expert", 8),
                            UtteranceSearch.best(own)))
                    .values()
                    .forEach(
                        accuracy -> {
                          numbers.add(accuracy.macro().value());
                          numbers.add(accuracy.overall().low());
                          numbers.add(accuracy.route(3).high());
                        });
                return numbers;
              })
          .get();
    } finally {
      pool.shutdown();
    }
  }

  private static byte[] naive(UtteranceSetting setting, int draw) {
    List<Route> routes = new ArrayList<>();
    for (int route = 0; route < UtteranceSweep.ROUTES; route++) {
      OfRoute ofRoute = setting.ofRoutes().get(route);
      String name = UtteranceLists.ROUTES.get(route);
      List<String> list = UtteranceLists.of(ofRoute.variant(), name);
      routes.add(
          new Route(
              name,
              IntStream.of(UtteranceSweep.drawn(SEED, ofRoute, route, draw))
                  .mapToObj(list::get)
                  .toList()));
    }
    return choices(new RouteSet(routes, -1, ""));
  }

  private static byte[] choices(RouteSet routes) {
    UtteranceIndex index = UtteranceIndex.of(routes, ENCODER);
    byte[] chosen = new byte[gold.length];
    for (int query = 0; query < chosen.length; query++) {
      String route = index.explain(embeddings.row(query), 1).route();
      chosen[query] = (byte) UtteranceLists.ROUTES.indexOf(route);
    }
    return chosen;
  }
}
