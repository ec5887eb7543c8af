package org.routerlab.eval.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Seed;

class IsotonicCurveTest {

  @Test
  void theFitIsTheGreatestLeastMeanOfRuns() {
    for (int number = 0; number < 200; number++) {
      SplittableRandom random = new Seed(number).stream("isotonic");
      int n = 1 + random.nextInt(30);
      int levels = number % 2 == 0 ? 5 : 1000;
      double[] x = new double[n];
      double[] y = new double[n];
      for (int i = 0; i < n; i++) {
        x[i] = random.nextInt(levels) / 8.0;
        y[i] = random.nextInt(3) / 2.0;
      }
      Arrays.sort(x);
      IsotonicCurve curve = IsotonicCurve.of(x, y);
      for (int i = 0; i < n; i++) {
        assertThat(curve.value(x[i]))
            .as("case %d", number)
            .isCloseTo(naive(x, y, x[i]), within(1e-9));
      }
    }
  }

  /** max over a ≤ x of min over b ≥ x of the mean of y over [a, b]. */
  private static double naive(double[] x, double[] y, double at) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double from : x) {
      double lowest = Double.POSITIVE_INFINITY;
      for (double to : x) {
        if (from <= at && at <= to) {
          double sum = 0;
          int count = 0;
          for (int i = 0; i < x.length; i++) {
            if (x[i] >= from && x[i] <= to) {
              sum += y[i];
              count++;
            }
          }
          lowest = Math.min(lowest, sum / count);
        }
      }
      if (from <= at) {
        highest = Math.max(highest, lowest);
      }
    }
    return highest;
  }

  @Test
  void betweenStepsALineIsDrawnAndBeyondTheEndsItIsFlat() {
    IsotonicCurve curve = IsotonicCurve.of(new double[] {0, 1, 3, 4}, new double[] {0, 0, 1, 1});
    assertThat(curve.value(.5)).isZero();
    assertThat(curve.value(2)).isCloseTo(.5, within(1e-12));
    assertThat(curve.value(2.5)).isCloseTo(.75, within(1e-12));
    assertThat(curve.value(-9)).isZero();
    assertThat(curve.value(9)).isEqualTo(1);
  }

  @Test
  void outcomesThatFallWithTheScoreGiveTheirMean() {
    IsotonicCurve curve = IsotonicCurve.of(new double[] {1, 2, 3, 4}, new double[] {1, 1, 0, 0});
    for (double x = 0; x < 5; x += .25) {
      assertThat(curve.value(x)).isEqualTo(.5);
    }
  }
}
