package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.Seed;

/** Areas, quality-neutral costs, AIQ and the gains over the zero router. */
class CurveReadingsTest {

  private final TestSet test = Tables.vectors();
  private final RouterRuns router =
      RouterRuns.of(Evaluation.of("argmax", test, Tables.PREDICTIONS));

  @Test
  void areasAgreeWithTheirTwins() {
    assertAgree(DeferralAreas.zeroToMax(), NaiveCurves::zeroToMax);
    assertAgree(DeferralAreas.ownRange(), NaiveCurves::ownRange);
    assertAgree(DeferralAreas.step(), NaiveCurves::step);
    assertAgree(DeferralAreas.cascadeRouting(), NaiveCurves::cascadeRouting);
  }

  @Test
  void qualityNeutralCostsAgreeWithTheirTwins() {
    assertAgree(QualityNeutralCost.step(), NaiveCurves::qncStep);
    assertAgree(QualityNeutralCost.testBest(), NaiveCurves::qncTestBest);
    assertAgree(QualityNeutralCost.normalised(), naive -> naive.normalisedCost(1));
    assertAgree(QualityNeutralCost.normalisedAtNinetyPercent(), naive -> naive.normalisedCost(.9));
  }

  @Test
  void averageQualityAgreesWithItsTwins() {
    assertAgree(RouterBench.aiq(), NaiveCurves::aiq);
    assertAgree(RouterBench.aiqCode(), NaiveCurves::aiqCode);
  }

  @Test
  void gainsOverTheZeroRouterAgreeWithTheirTwins() {
    assertAgree(ZeroRouter.gain(), naive -> naive.gainOverZero(false));
    assertAgree(ZeroRouter.gainInHindsight(), naive -> naive.gainOverZero(true));
    assertAgree(ZeroRouter.area(), naive -> naive.areaOverZero(false));
    assertAgree(ZeroRouter.areaInHindsight(), naive -> naive.areaOverZero(true));
  }

  @Test
  void theReadingsOfTheTableOfTheVectorsAreThoseReckonedByHand() {
    // The curve is (1, 1/3), (7/6, 1/2), (4/3, 2/3), (7/3, 5/6); single models are (1, 1/3), (2,
    // 1/2), (4,
    // 2/3), which is also their hull; costs go from 1 to 4.
    double rising = 1 / 3.0 * (1 / 2.0) + 1 * (3 / 4.0);
    double area = rising + (4 - 7 / 3.0) * (5 / 6.0);
    assertValue(DeferralAreas.zeroToMax(), (1 / 3.0 + area) / 4);
    assertValue(DeferralAreas.ownRange(), rising / (7 / 3.0));
    assertValue(
        DeferralAreas.step(),
        (1 / 6.0 * (1 / 3.0 + 1 / 2.0) + 2 / 3.0 + (4 - 7 / 3.0) * (5 / 6.0)) / 3);
    assertValue(DeferralAreas.cascadeRouting(), area / 3);
    assertValue(QualityNeutralCost.step(), 1 / 3.0);
    assertValue(QualityNeutralCost.normalised(), 1 / 9.0);
    assertValue(QualityNeutralCost.normalisedAtNinetyPercent(), (1 + .8 / 3 - 1) / 3);
    assertValue(RouterBench.aiq(), area / 3);
    assertValue(RouterBench.aiqCode(), area / 4);
    // At 4/3 the zero router has 7/18, at 7/3 it has 19/36.
    assertValue(ZeroRouter.gain(), 5 / 6.0 - 19 / 36.0);
    double zero = (1 / 3.0 + 1 / 2.0) / 2 + (1 / 2.0 + 2 / 3.0);
    assertValue(ZeroRouter.area(), (area - zero) / 3);
    assertValue(ZeroRouter.gainInHindsight(), 5 / 6.0 - 19 / 36.0);
    assertValue(ZeroRouter.areaInHindsight(), (area - zero) / 3);
  }

  @Test
  void theBestSingleModelHasNoGainOverTheZeroRouter() {
    int compared = 0;
    for (int number = 0; number < 200; number++) {
      TestSet set = Tables.random(number).testSet();
      if (set.hasCosts() && !Double.isNaN(set.trainMean(set.ranking().best()))) {
        RouterRuns best = RouterRuns.of(References.of(set).bestSingle());
        double gain = NaiveTwinTest.value(best, ZeroRouter.gain());
        assertThat(gain).isLessThanOrEqualTo(1e-12);
        assertThat(NaiveTwinTest.value(best, ZeroRouter.gainInHindsight()))
            .isLessThanOrEqualTo(1e-12);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(100);
  }

  @Test
  void theZeroRouterIsACurveOfSingleModels() {
    Bootstrap few = new Bootstrap(50, .95, new Seed(2));
    for (Curve curve :
        List.of(ZeroRouter.curve(test, few), ZeroRouter.curveInHindsight(test, few))) {
      assertThat(curve.points()).hasSize(3);
      assertThat(curve.points().stream().map(CurvePoint::cost)).containsExactly(1.0, 2.0, 4.0);
      double[] accuracies = {1 / 3.0, 1 / 2.0, 2 / 3.0};
      for (int i = 0; i < 3; i++) {
        double accuracy = curve.points().get(i).accuracy().value();
        assertThat(accuracy).isCloseTo(accuracies[i], within(1e-12));
      }
    }
  }

  @Test
  void theCurveOfTheZeroRouterIsTheBestMixtureOfItsModels() {
    Bootstrap once = new Bootstrap(1, .95, new Seed(2));
    for (int number = 0; number < 200; number++) {
      Tables.Case table = Tables.random(number);
      TestSet set = table.testSet();
      if (set.hasCosts()) {
        List<double[]> zero =
            new NaiveCurves(new NaiveTable(table, 0), new NaiveTable(table, 0).allRows())
                .zeroPoints(false);
        List<double[]> curve =
            ZeroRouter.curve(set, once).points().stream()
                .map(point -> new double[] {point.cost(), point.accuracy().value()})
                .toList();
        for (double[] point : zero) {
          assertThat(NaiveCurves.mixed(curve, point[0]))
              .isCloseTo(NaiveCurves.mixed(zero, point[0]), within(1e-9));
        }
        for (double[] point : curve) {
          assertThat(point[1]).isCloseTo(NaiveCurves.mixed(zero, point[0]), within(1e-9));
        }
      }
    }
  }

  @Test
  void aRouterThatNeverGetsThereHasTheNormalisedCostOfOne() {
    RouterRuns cheap = RouterRuns.of(Evaluation.of("cheap", test, Decisions.constant(6, 0)));
    assertThat(NaiveTwinTest.value(cheap, QualityNeutralCost.normalised())).isEqualTo(1);
    assertThat(NaiveTwinTest.value(cheap, QualityNeutralCost.step()))
        .isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(NaiveTwinTest.value(cheap, DeferralAreas.ownRange())).isZero();
  }

  @Test
  void aCascadeDearerThanAnyModelIsCutOffAtTheDearest() {
    int[][] called = new int[6][];
    Arrays.fill(called, new int[] {0, 1, 2});
    Evaluation all = Evaluation.ofCascade("all", test, Decisions.constant(6, 2), called, false);
    // One point (7, 2/3) beyond the interval [1, 4]; on the way there from (1, 1/3).
    double atFour = 1 / 3.0 + 3 / 6.0 * (1 / 3.0);
    double area = (1 / 3.0 + atFour) / 2;
    assertThat(NaiveTwinTest.value(RouterRuns.of(all), DeferralAreas.cascadeRouting()))
        .isCloseTo(area, within(1e-12));
    assertThat(NaiveTwinTest.value(RouterRuns.of(all), Metrics.lambdaArea()))
        .isCloseTo(area, within(1e-12));
    assertThat(NaiveTwinTest.value(RouterRuns.of(all), QualityNeutralCost.normalised()))
        .isEqualTo(1);
  }

  private void assertValue(Metric metric, double expected) {
    assertThat(NaiveTwinTest.value(router, metric))
        .as(metric.name())
        .isCloseTo(expected, within(1e-9));
  }

  private static void assertAgree(Metric metric, ToDoubleFunction<NaiveCurves> twin) {
    int finite =
        Twins.assertAgree(
            metric, (table, rows) -> twin.applyAsDouble(new NaiveCurves(table, rows)));
    assertThat(finite).as(metric.name()).isGreaterThan(60);
  }
}
