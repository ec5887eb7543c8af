package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * The statistics of The Routing Plateau's tables: against their naive twins on random tables of
 * every odd shape, on the specification's table by hand, and in their limits.
 */
class PlateauStatisticsTest {

  private static final int TABLES = 150;
  private static final Bootstrap ONCE = new Bootstrap(1, .95, new Seed(1));
  private static final Bootstrap MANY = new Bootstrap(300, .95, new Seed(1));

  /** Some routers with one to three runs on a random table. */
  private record Scene(TestSet test, List<RouterRuns> routers) {

    static Scene random(int number) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      SplittableRandom random = new Seed(number).stream("routers");
      List<RouterRuns> routers = new ArrayList<>();
      for (int router = 0; router < 1 + number % 5; router++) {
        String name = "r" + router;
        int levels = 1 + random.nextInt(20);
        List<Evaluation> runs =
            IntStream.range(0, 1 + (number + router) % 3)
                .mapToObj(
                    run ->
                        Evaluation.of(
                            name,
                            test,
                            Tables.matrix(
                                table.test().size(),
                                test.pool().size(),
                                () -> random.nextInt(levels + 1) / (float) levels)))
                .toList();
        routers.add(new RouterRuns(name, runs));
      }
      return new Scene(test, routers);
    }

    NaivePlateau naive() {
      return new NaivePlateau(test, routers);
    }
  }

  private static void assertSame(double found, double expected, int number) {
    if (Double.isNaN(expected) || Double.isInfinite(expected)) {
      assertThat(found).as("table " + number).isEqualTo(Double.valueOf(expected));
    } else {
      assertThat(found).as("table " + number).isCloseTo(expected, within(1e-9));
    }
  }

  @Test
  void crossEntropyBrierAndCalibrationErrorAgreeWithTheirTwins() {
    for (int number = 0; number < TABLES; number++) {
      Scene scene = Scene.random(number);
      for (int router = 0; router < scene.routers().size(); router++) {
        RouterRuns runs = scene.routers().get(router);
        NaivePlateau naive = scene.naive();
        assertSame(ONCE.estimate(runs, Metrics.crossEntropy()).value(), naive.bce(router), number);
        assertSame(ONCE.estimate(runs, Metrics.brier()).value(), naive.brier(router), number);
        assertSame(
            ONCE.estimate(runs, Metrics.calibrationError()).value(), naive.ece(router), number);
      }
    }
  }

  @Test
  void hardAndEasyGapsAgreeWithTheirTwins() {
    for (int number = 0; number < TABLES; number++) {
      Scene scene = Scene.random(number);
      HardEasyGap gap = HardEasyGap.of(scene.test(), scene.routers(), ONCE);
      double[] naive = scene.naive().hardEasy();
      List<Estimate> found =
          List.of(
              gap.hardShare(),
              gap.hardSpread(),
              gap.hardGap(),
              gap.easyGap(),
              gap.ratio(),
              gap.explained());
      for (int i = 0; i < naive.length; i++) {
        // Sums in another order may leave a gap of rounding where there is none.
        boolean isRatioOfNothing = i >= 4 && !(Math.abs(naive[i]) < 1e6);
        if (!isRatioOfNothing) {
          assertSame(found.get(i).value(), naive[i], number);
        }
      }
    }
  }

  @Test
  void errorExchangeAgreesWithItsTwin() {
    for (int number = 0; number < TABLES; number++) {
      Scene scene = Scene.random(number);
      ErrorExchange exchange = ErrorExchange.of(scene.test(), scene.routers(), ONCE);
      List<double[]> naive = scene.naive().pairs();
      assertThat(exchange.pairs()).hasSameSizeAs(naive);
      for (int pair = 0; pair < naive.size(); pair++) {
        ErrorExchange.Pair found = exchange.pairs().get(pair);
        assertSame(found.differ().value(), naive.get(pair)[0], number);
        assertSame(found.onlyFirst().value(), naive.get(pair)[1], number);
        assertSame(found.onlySecond().value(), naive.get(pair)[2], number);
        assertSame(found.net().value(), naive.get(pair)[1] - naive.get(pair)[2], number);
      }
      double[] medians = scene.naive().medians();
      assertSame(exchange.leastDiffer().value(), medians[0], number);
      assertSame(exchange.mostDiffer().value(), medians[1], number);
      assertSame(exchange.accuracyGap().value(), medians[2], number);
      assertSame(exchange.change().value(), medians[3], number);
      assertSame(exchange.signedChange().value(), medians[4], number);
    }
  }

  @Test
  void ranksAgreeWithTheirTwins() {
    for (int number = 0; number < TABLES; number++) {
      Scene scene = Scene.random(number);
      PlateauBand band = PlateauBand.of(scene.test(), scene.routers(), ONCE);
      NaivePlateau naive = scene.naive();
      List<double[]> ranked = naive.ranked();
      for (int i = 0; i < ranked.size(); i++) {
        PlateauBand.Rank rank = band.ranks().get(i);
        assertSame(rank.accuracy().value(), ranked.get(i)[0], number);
        assertSame(rank.behind().value(), 100 * (ranked.get(i)[0] - ranked.get(0)[0]), number);
      }
      assertSame(band.toOracle().value(), 100 * (naive.oracle() - ranked.get(0)[0]), number);
      for (int router = 0; router < scene.routers().size(); router++) {
        String name = scene.routers().get(router).router();
        PlateauBand.Rank rank =
            band.ranks().stream().filter(r -> r.router().equals(name)).findFirst().orElseThrow();
        assertSame(rank.seedDeviation(), naive.seedDeviation(router), number);
      }
    }
  }

  @Test
  void differencesToABaselineAgreeWithDifferencesOfValues() {
    for (int number = 0; number < TABLES; number++) {
      Scene scene = Scene.random(number);
      BaselineDifferences differences =
          BaselineDifferences.of(
              scene.test(),
              scene.routers(),
              "r0",
              List.of(Metrics.brier(), Metrics.accuracy()),
              ONCE);
      NaivePlateau naive = scene.naive();
      List<Double> others = new ArrayList<>();
      for (int router = 0; router < scene.routers().size(); router++) {
        double difference = naive.brier(router) - naive.brier(0);
        assertSame(differences.rows().get(router).difference().value(), difference, number);
        if (router > 0 && !Double.isNaN(difference)) {
          others.add(difference);
        }
      }
      BaselineDifferences.Summary brier = differences.summaries().get(0);
      assertSame(
          brier.least().value(),
          others.stream().mapToDouble(d -> d).min().orElse(Double.NaN),
          number);
      assertSame(
          brier.greatest().value(),
          others.stream().mapToDouble(d -> d).max().orElse(Double.NaN),
          number);
      assertSame(brier.median().value(), NaivePlateau.median(others), number);
    }
  }

  @Test
  void onTheTableOfTheSpecificationHardQueriesExplainTheWholeGap() {
    TestSet test = Tables.vectors();
    RouterRuns argmax = RouterRuns.of(Evaluation.of("argmax", test, Tables.PREDICTIONS));
    HardEasyGap gap = HardEasyGap.of(test, List.of(argmax), MANY);
    assertThat(gap.hardShare().value()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(gap.hardGap().value()).isEqualTo(.5);
    assertThat(gap.easyGap().value()).isZero();
    assertThat(gap.explained().value()).isEqualTo(1);
    assertThat(gap.ratio().value()).isInfinite();
    assertThat(gap.hardSpread().value()).isZero();
  }

  @Test
  void twoRoutersThatSwapTheirErrorsDifferWithoutAGap() {
    TestSet test = Tables.vectors();
    // On queries 0 to 5: a is right on 0, 1, 5 and 3; b on 0, 1, 5 and 2.
    RouterRuns a = RouterRuns.of(Evaluation.of("a", test, Decisions.of(0, 1, 0, 0, 2, 2)));
    RouterRuns b = RouterRuns.of(Evaluation.of("b", test, Decisions.of(0, 1, 2, 2, 2, 2)));
    ErrorExchange exchange = ErrorExchange.of(test, List.of(a, b), MANY);
    ErrorExchange.Pair pair = exchange.pairs().get(0);
    assertThat(pair.differ().value()).isCloseTo(2 / 6.0, within(1e-12));
    assertThat(pair.onlyFirst().value()).isCloseTo(1 / 6.0, within(1e-12));
    assertThat(pair.onlySecond().value()).isCloseTo(1 / 6.0, within(1e-12));
    assertThat(pair.net().value()).isZero();
    assertThat(pair.net().excludesZero()).isFalse();
    assertThat(exchange.accuracyGap().value()).isZero();
    assertThat(exchange.change().value()).isEqualTo(1);
    assertThat(exchange.signedChange().value()).isZero();
    assertThat(exchange.ratio().value()).isInfinite();
  }

  @Test
  void aRouterAgainstItselfExchangesNothing() {
    TestSet test = Tables.vectors();
    Evaluation once = Evaluation.of("a", test, Tables.PREDICTIONS);
    Evaluation again = Evaluation.of("b", test, Tables.PREDICTIONS);
    ErrorExchange exchange =
        ErrorExchange.of(test, List.of(RouterRuns.of(once), RouterRuns.of(again)), MANY);
    assertThat(exchange.mostDiffer().value()).isZero();
    assertThat(exchange.change().value()).isNaN();
    PlateauBand band =
        PlateauBand.of(test, List.of(RouterRuns.of(once), RouterRuns.of(again)), MANY);
    assertThat(band.band()).containsExactly("a", "b");
    assertThat(band.correctedBand()).containsExactly("a", "b");
    assertThat(band.ranks().get(1).correctedP()).isEqualTo(1);
    assertThat(band.width()).isEqualTo(new Estimate(0, 0, 0, 6));
  }

  @Test
  void aRouterThatIsClearlyWorseIsNotInTheBand() {
    int rows = 400;
    float[] scores = new float[2 * rows];
    float[] good = new float[2 * rows];
    float[] bad = new float[2 * rows];
    for (int row = 0; row < rows; row++) {
      scores[2 * row + row % 2] = 1;
      good[2 * row + (row % 10 == 0 ? 1 - row % 2 : row % 2)] = 1;
      bad[2 * row] = 1;
    }
    OutcomeTable outcomes =
        new OutcomeTable(ModelPool.of("x", "y"), FloatMatrix.wrap(rows, 2, scores));
    TestSet test = TestSet.of(outcomes, Tables.queries(rows, "d"), outcomes);
    PlateauBand band =
        PlateauBand.of(
            test,
            List.of(
                RouterRuns.of(Evaluation.of("bad", test, FloatMatrix.wrap(rows, 2, bad))),
                RouterRuns.of(Evaluation.of("good", test, FloatMatrix.wrap(rows, 2, good)))),
            MANY);
    // 90 % and 50 % of 400 queries.
    assertThat(band.within(39.9)).containsExactly("good");
    assertThat(band.within(40.1)).containsExactly("good", "bad");
    assertThat(band.band()).containsExactly("good");
    assertThat(band.correctedBand()).containsExactly("good");
    assertThat(band.ranks().get(0).correctedP()).isNaN();
    assertThat(band.ranks().get(1).correctedP()).isLessThan(0.01);
    assertThat(band.ranks().get(1).behind().high()).isNegative();
    assertThat(band.toOracle().value()).isCloseTo(10, within(1e-9));
  }

  @Test
  void theCorrectedBandHoldsTheBandAndWhatManyComparisonsExplain() {
    for (int number = 0; number < TABLES; number++) {
      Scene scene = Scene.random(number);
      PlateauBand band = PlateauBand.of(scene.test(), scene.routers(), MANY);
      assertThat(band.correctedBand()).containsAll(band.band());
      double width = band.correctedWidth().value();
      assertThat(Double.isNaN(width) || width >= band.width().value()).isTrue();
      for (PlateauBand.Rank rank : band.ranks()) {
        if (rank.isInCorrectedBand() && !rank.isInBand()) {
          assertThat(rank.correctedP()).isGreaterThan(0.05);
        }
      }
    }
  }

  @Test
  void aRouterThatOnlyDecidesHasNoCrossEntropy() {
    TestSet test = Tables.vectors();
    RouterRuns decided = RouterRuns.of(Evaluation.of("d", test, Decisions.constant(6, 1)));
    for (Metric metric :
        List.of(Metrics.crossEntropy(), Metrics.brier(), Metrics.calibrationError())) {
      assertThat(MANY.estimate(decided, metric).value()).as(metric.name()).isNaN();
    }
  }

  @Test
  void aPredictionOfOneHalfHasTheKnownLosses() {
    TestSet test = Tables.vectors();
    RouterRuns half = RouterRuns.of(Evaluation.of("half", test, Tables.matrix(6, 3, () -> .5f)));
    assertThat(ONCE.estimate(half, Metrics.crossEntropy()).value())
        .isCloseTo(Math.log(2), within(1e-12));
    assertThat(ONCE.estimate(half, Metrics.brier()).value()).isCloseTo(.25, within(1e-12));
    // The mean score of the table is one half.
    assertThat(ONCE.estimate(half, Metrics.calibrationError()).value()).isCloseTo(0, within(1e-12));
    RouterRuns sure = RouterRuns.of(Evaluation.of("sure", test, Tables.matrix(6, 3, () -> 1f)));
    assertThat(ONCE.estimate(sure, Metrics.crossEntropy()).value())
        .isCloseTo(-Math.log(1e-6) / 2, within(1e-5));
    assertThat(ONCE.estimate(sure, Metrics.calibrationError()).value())
        .isCloseTo(.5, within(1e-12));
  }

  @Test
  void anUnknownBaselineIsNamed() {
    TestSet test = Tables.vectors();
    RouterRuns argmax = RouterRuns.of(Evaluation.of("argmax", test, Tables.PREDICTIONS));
    assertThatThrownBy(
            () ->
                BaselineDifferences.of(
                    test, List.of(argmax), "argmin", List.of(Metrics.accuracy()), ONCE))
        .hasMessageContaining("unknown baseline router 'argmin'; did you mean 'argmax'?");
  }
}
