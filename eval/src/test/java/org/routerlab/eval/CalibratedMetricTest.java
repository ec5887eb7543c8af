package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.matrix.FloatMatrix;

class CalibratedMetricTest {

  private final TestSet test = Tables.vectors();
  private final Evaluation raw = Evaluation.of("r", test, scaled(Tables.PREDICTIONS));
  private final Evaluation calibrated = Evaluation.of("r", test, Tables.PREDICTIONS);
  private final RouterRuns runs = new RouterRuns("r", List.of(raw), List.of(calibrated));

  /** A hundred times the predictions: the same ranking on another scale. */
  private static FloatMatrix scaled(FloatMatrix predictions) {
    float[] all = predictions.toArray();
    for (int i = 0; i < all.length; i++) {
      all[i] *= 100;
    }
    return FloatMatrix.wrap(6, 3, all);
  }

  @Test
  void aCalibratedMetricIsThatOfTheCalibratedRunsUnderItsOwnName() {
    for (Metric metric :
        List.of(Metrics.utility(.5), Metrics.lambdaArea(), Metrics.lambdaPeak(), Metrics.qnc())) {
      Metric twin = Metrics.calibrated(metric);
      assertThat(twin.name()).isEqualTo(metric.name() + "-calibrated");
      assertThat(twin.higherIsBetter()).isEqualTo(metric.higherIsBetter());
      assertThat(NaiveTwinTest.value(runs, twin))
          .isEqualTo(NaiveTwinTest.value(RouterRuns.of(calibrated), metric));
      assertThat(NaiveTwinTest.value(runs, metric))
          .isEqualTo(NaiveTwinTest.value(RouterRuns.of(raw), metric));
    }
    assertThat(NaiveTwinTest.value(runs, Metrics.calibrated(Metrics.utility(.5))))
        .isNotEqualTo(NaiveTwinTest.value(runs, Metrics.utility(.5)));
  }

  @Test
  void onASubsetItIsThatOfTheSubset() {
    QuerySubset first = test.subset("dataset/first");
    Metric twin = Metrics.calibrated(Metrics.utility(.5)).on(first);
    assertThat(twin.subset()).isEqualTo("dataset/first");
    assertThat(twin.queries(test)).isEqualTo(3);
    assertThat(NaiveTwinTest.value(runs, twin))
        .isEqualTo(NaiveTwinTest.value(RouterRuns.of(calibrated), Metrics.utility(.5).on(first)));
  }

  @Test
  void aRouterWithoutCalibratedRunsStandsForItself() {
    RouterRuns alone = RouterRuns.of(raw);
    assertThat(alone.calibrated()).isSameAs(alone);
    assertThat(NaiveTwinTest.value(alone, Metrics.calibrated(Metrics.qnc())))
        .isEqualTo(NaiveTwinTest.value(alone, Metrics.qnc()));
  }

  @Test
  void theCalibratedMetricsAreThoseThatGoByTheScale() {
    assertThat(Metrics.calibrated(.2, .5).stream().map(Metric::name))
        .containsExactly(
            "utility-0.2-calibrated",
            "utility-0.5-calibrated",
            "lambda-area-calibrated",
            "lambda-peak-calibrated",
            "qnc-calibrated");
  }

  @Test
  void runsThatDoNotMatchAreRefused() {
    assertThatThrownBy(() -> new RouterRuns("r", List.of(raw), List.of(calibrated, calibrated)))
        .hasMessage("router r must have as many calibrated evaluations as others but has 2 and 1");
    Evaluation elsewhere = Evaluation.of("r", Tables.vectors(), Tables.PREDICTIONS);
    assertThatThrownBy(() -> new RouterRuns("r", List.of(raw), List.of(elsewhere)))
        .hasMessage("the evaluations of router r must be on one test set");
  }
}
