package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

class RouteLlmTest {

  private static final float[] WEAK = {1, 0, 0, 1, 0, 1, 0, 1};
  private static final float[] STRONG = {1, 1, 0, 1, 1, 1, 1, 0};
  private static final float[] PRIORITY = {.1f, .9f, .8f, .2f, .7f, .3f, .6f, .4f};

  private final TestSet test = vectors();
  private final ModelPair pair = new ModelPair(0, 1);
  private final RouterRuns router = RouterRuns.of(Evaluation.of("r", test, predictions()));

  @Test
  void theExactMetricsAgreeWithTheirTwins() {
    assertAgree(RouteLlm.apgr(), NaiveRouteLlm::apgr);
    assertAgree(RouteLlm.cpt(20), naive -> naive.cpt(20));
    assertAgree(RouteLlm.cpt(50), naive -> naive.cpt(50));
    assertAgree(RouteLlm.cpt(80), naive -> naive.cpt(80));
    assertAgree(RouteLlm.routingRateArea(), naive -> naive.routingRateArea(false));
    assertAgree(RouteLlm.routingRateGain(), naive -> naive.routingRateGain(false));
    assertAgree(RouteLlm.routingRateAreaByWeak(), naive -> naive.routingRateArea(true));
    assertAgree(RouteLlm.routingRateGainByWeak(), naive -> naive.routingRateGain(true));
  }

  @Test
  void theVariantsAgreeWithTheirTwins() {
    assertAgree(RouteLlm.apgr10(), NaiveRouteLlm::apgr10);
    assertAgree(RouteLlm.apgrThresholds(), NaiveRouteLlm::apgrThresholds);
    assertAgree(RouteLlm.cptInterpolated(20), naive -> naive.cptInterpolated(20));
    assertAgree(RouteLlm.cptInterpolated(50), naive -> naive.cptInterpolated(50));
    assertAgree(RouteLlm.cptInterpolated(80), naive -> naive.cptInterpolated(80));
  }

  @Test
  void theMetricsOfANamedPairAgreeWithTheirTwins() {
    List<ToDoubleFunction<NaiveRouteLlm>> twins =
        List.of(
            NaiveRouteLlm::apgr,
            NaiveRouteLlm::apgr10,
            NaiveRouteLlm::apgrThresholds,
            naive -> naive.cpt(20),
            naive -> naive.cpt(50),
            naive -> naive.cpt(80),
            naive -> naive.cptInterpolated(20),
            naive -> naive.cptInterpolated(50),
            naive -> naive.cptInterpolated(80),
            naive -> naive.routingRateArea(false),
            naive -> naive.routingRateGain(false),
            naive -> naive.routingRateArea(true),
            naive -> naive.routingRateGain(true));
    for (int i = 0; i < twins.size(); i++) {
      int metric = i;
      int finite =
          Twins.assertAgree(
              set -> RouteLlm.metrics(set, new ModelPair(set.pool().size() - 1, 0)).get(metric),
              (table, rows) ->
                  twins
                      .get(metric)
                      .applyAsDouble(new NaiveRouteLlm(table, rows, table.models - 1, 0)));
      assertThat(finite).isGreaterThan(50);
    }
  }

  @Test
  void theCurveMatchesTheVectors() {
    List<RoutingRateCurve.Point> points = RoutingRateCurve.of(router.seeds().get(0), pair).points();
    double[] recovered = {0, .5, .5, 1, 1.5, 1, 1, 1, 1};
    assertThat(points).hasSize(9);
    for (int k = 0; k < 9; k++) {
      assertThat(points.get(k).share()).isEqualTo(k / 8.0);
      assertThat(points.get(k).recovered()).isCloseTo(recovered[k], within(1e-12));
      assertThat(points.get(k).accuracy()).isCloseTo(.5 + .25 * recovered[k], within(1e-12));
    }
  }

  @Test
  void theMetricsMatchTheVectors() {
    assertThat(value(RouteLlm.apgr())).isCloseTo(.875, within(1e-12));
    assertThat(value(RouteLlm.cpt(50))).isCloseTo(.125, within(1e-12));
    assertThat(value(RouteLlm.cpt(80))).isCloseTo(.325, within(1e-12));
    // At the deciles the recovered gap is 0, .5, .5, 1, 1, 1.5, then 1: of the two that just reach
    // one half the later is found, two of eight calls.
    assertThat(value(RouteLlm.cptInterpolated(50))).isCloseTo(.25, within(1e-12));
    assertThat(value(RouteLlm.cptInterpolated(80))).isCloseTo(.325, within(1e-12));
    assertThat(value(RouteLlm.routingRateArea())).isCloseTo(.5 + .25 * .875, within(1e-12));
    assertThat(value(RouteLlm.routingRateGain())).isCloseTo(.25 * .375, within(1e-12));
    // At f = .1 ... 1 of eight queries: .4, .5, .7, 1.1, 1.5, 1.1, 1, 1, 1, 1.
    assertThat(value(RouteLlm.apgr10())).isCloseTo(.93, within(1e-12));
  }

  @Test
  void theOptimalCurveGainsWithEveryCallUntilNothingIsLeftToGain() {
    List<RoutingRateCurve.Point> points = RoutingRateCurve.optimal(test, pair).points();
    double[] right = {4, 5, 6, 7, 7, 7, 7, 7, 7};
    for (int k = 0; k < 9; k++) {
      assertThat(points.get(k).accuracy()).isCloseTo(right[k] / 8, within(1e-12));
    }
  }

  @Test
  void noRouterIsAboveTheOptimalCurve() {
    for (int number = 0; number < 200; number++) {
      Tables.Case table = Tables.random(number);
      TestSet set = table.testSet();
      ModelPair standard = ModelPair.of(set);
      var points = RoutingRateCurve.of(table.runs(set).seeds().get(0), standard).points();
      var optimal = RoutingRateCurve.optimal(set, standard).points();
      for (int k = 0; k < points.size(); k++) {
        assertThat(points.get(k).accuracy()).isLessThanOrEqualTo(optimal.get(k).accuracy() + 1e-12);
      }
    }
  }

  @Test
  void theRandomCurveJoinsTheTwoModels() {
    assertThat(RoutingRateCurve.random(test, pair).points())
        .containsExactly(
            new RoutingRateCurve.Point(0, .5, 0), new RoutingRateCurve.Point(1, .75, 1));
  }

  @Test
  void apgrIsTheAreaInTermsOfTheGap() {
    for (int number = 0; number < 200; number++) {
      Tables.Case table = Tables.random(number);
      TestSet set = table.testSet();
      RouterRuns runs = RouterRuns.of(table.runs(set).seeds().get(0));
      double apgr = NaiveTwinTest.value(runs, RouteLlm.apgr());
      if (!Double.isNaN(apgr)) {
        ModelPair standard = ModelPair.of(set);
        double weak = accuracy(set, standard.weak());
        double strong = accuracy(set, standard.strong());
        double area = NaiveTwinTest.value(runs, RouteLlm.routingRateArea());
        assertThat(apgr).isCloseTo((area - weak) / (strong - weak), within(1e-9));
      }
    }
  }

  @Test
  void severalRunsCountAsTheMeanOfTheirValues() {
    int several = 0;
    for (int number = 0; number < 200; number++) {
      Tables.Case table = Tables.random(number);
      TestSet set = table.testSet();
      RouterRuns runs = table.runs(set);
      double sum = 0;
      for (Evaluation run : runs.seeds()) {
        sum += NaiveTwinTest.value(RouterRuns.of(run), RouteLlm.routingRateArea());
      }
      double value = NaiveTwinTest.value(runs, RouteLlm.routingRateArea());
      if (!Double.isNaN(sum)) {
        assertThat(value).isCloseTo(sum / runs.seeds().size(), within(1e-12));
        several += runs.seeds().size() > 1 ? 1 : 0;
      }
    }
    assertThat(several).isGreaterThan(10);
  }

  @Test
  void thresholdsOfEqualPredictionsTellNothing() {
    FloatMatrix equal = FloatMatrix.wrap(8, 2, new float[16]);
    RouterRuns runs = RouterRuns.of(Evaluation.of("equal", test, equal));
    assertThat(NaiveTwinTest.value(runs, RouteLlm.apgrThresholds())).isCloseTo(.5, within(1e-12));
  }

  @Test
  void theStandardPairIsTheCheapestAndTheBestModelOfTraining() {
    TestSet set = Tables.vectors();
    assertThat(ModelPair.of(set)).isEqualTo(new ModelPair(0, 2));
    OutcomeTable free = new OutcomeTable(set.pool(), Tables.SCORES);
    TestSet withoutCosts = TestSet.of(free, Tables.queries(6, "d"), free);
    assertThat(ModelPair.of(withoutCosts)).isEqualTo(new ModelPair(0, 2));
    assertThat(ModelPair.of(set.pool(), "b", "a")).isEqualTo(new ModelPair(1, 0));
  }

  @Test
  void unknownNamesAndOneNameTwiceAreRefused() {
    ModelPool pool = ModelPool.of("a", "b");
    assertThatThrownBy(() -> ModelPair.of(pool, "a", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'x'")
        .hasMessageContaining("[a, b]");
    assertThatThrownBy(() -> ModelPair.of(pool, "a", "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("both are a");
    assertThatThrownBy(() -> RouteLlm.metrics(test, new ModelPair(0, 7)))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> RouteLlm.cpt(100)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRouterThatOnlyDecidesHasNoValue() {
    RouterRuns decided = RouterRuns.of(Evaluation.of("d", test, Decisions.constant(8, 1)));
    for (Metric metric : RouteLlm.metrics()) {
      assertThat(NaiveTwinTest.value(decided, metric)).as(metric.name()).isNaN();
    }
    assertThat(RoutingRateCurve.of(decided.seeds().get(0), pair).points()).isEmpty();
  }

  @Test
  void thereIsNoRecoveredGapWhereTheStrongModelIsNotBetter() {
    List<Metric> turned = RouteLlm.metrics(test, new ModelPair(1, 0));
    assertThat(turned.get(0).name()).isEqualTo("apgr/strong->weak");
    for (Metric metric : turned) {
      boolean needsGap = !metric.name().startsWith("routing-rate");
      assertThat(Double.isNaN(value(metric))).as(metric.name()).isEqualTo(needsGap);
    }
  }

  @Test
  void theSubsetOfAllQueriesHasTheValueOfAll() {
    QuerySubset all = QuerySubset.of("every", 8, row -> true);
    QuerySubset one = QuerySubset.of("one", 8, row -> row == 1);
    assertThat(value(RouteLlm.apgr().on(all))).isCloseTo(.875, within(1e-12));
    assertThat(value(RouteLlm.cpt(50).on(one))).isCloseTo(.5, within(1e-12));
    assertThat(RouteLlm.apgr().on(one).queries(test)).isEqualTo(1);
  }

  @Test
  void theIntervalHoldsTheValue() {
    Estimate estimate = new Bootstrap(500, .95, new Seed(4)).estimate(router, RouteLlm.apgr());
    assertThat(estimate.value()).isBetween(estimate.low(), estimate.high());
    assertThat(estimate.high()).isGreaterThan(estimate.low());
  }

  private double value(Metric metric) {
    return NaiveTwinTest.value(router, metric);
  }

  private static double accuracy(TestSet set, int model) {
    double sum = 0;
    for (int row = 0; row < set.size(); row++) {
      sum += set.score(row, model);
    }
    return sum / set.size();
  }

  private static void assertAgree(Metric metric, ToDoubleFunction<NaiveRouteLlm> twin) {
    int finite =
        Twins.assertAgree(
            metric, (table, rows) -> twin.applyAsDouble(new NaiveRouteLlm(table, rows)));
    // In most tables the best model of training is not better than the cheapest one on test.
    assertThat(finite).as(metric.name()).isGreaterThan(30);
  }

  private static TestSet vectors() {
    float[] scores = new float[16];
    for (int row = 0; row < 8; row++) {
      scores[2 * row] = WEAK[row];
      scores[2 * row + 1] = STRONG[row];
    }
    OutcomeTable table =
        new OutcomeTable(ModelPool.of("weak", "strong"), FloatMatrix.wrap(8, 2, scores));
    return TestSet.of(table, Tables.queries(8, "d"), table);
  }

  private static FloatMatrix predictions() {
    float[] all = new float[16];
    for (int row = 0; row < 8; row++) {
      all[2 * row + 1] = PRIORITY[row];
    }
    return FloatMatrix.wrap(8, 2, all);
  }

  @Test
  void aRouterThatTellsNothingIsOnTheStraightLineInAnyOrderOfTheQueries() {
    for (int number = 0; number < 50; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      if (test.size() == 0) {
        continue;
      }
      float[] same = new float[test.given() * test.pool().size()];
      RouterRuns constant =
          RouterRuns.of(
              Evaluation.of(
                  "constant", test, FloatMatrix.wrap(test.given(), test.pool().size(), same)));
      double gain = RouteLlm.routingRateGain().value(constant);
      assertThat(Double.isNaN(gain) || Math.abs(gain) < 1e-12).as("table %d", number).isTrue();
      double apgr = RouteLlm.apgr().value(constant);
      assertThat(Double.isNaN(apgr) || Math.abs(apgr - .5) < 1e-12).as("table %d", number).isTrue();
    }
  }
}
