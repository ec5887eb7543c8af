package org.routerlab.eval.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Seed;

class PlattFitTest {

  private static final double PENALTY = 1e-3;
  private static final double H = 1e-5;

  @Test
  void theObjectiveIsFlatWhereTheFitEnds() {
    for (int number = 0; number < 60; number++) {
      SplittableRandom random = new Seed(number).stream("platt");
      int n = 1 + random.nextInt(50);
      double[] x = random.doubles(n, -3, 3).toArray();
      double[] y = random.doubles(n, 0, 1).map(v -> number(v)).toArray();
      PlattFit prior = new PlattFit(random.nextDouble(), random.nextDouble() - .5);
      PlattFit fit = PlattFit.of(x, y, prior, PENALTY);
      double up = new PlattFit(fit.slope(), fit.offset() + H).objective(x, y, prior, PENALTY);
      double down = new PlattFit(fit.slope(), fit.offset() - H).objective(x, y, prior, PENALTY);
      assertThat((up - down) / (2 * H)).as("offset, case %d", number).isCloseTo(0, within(1e-8));
      up = new PlattFit(fit.slope() + H, fit.offset()).objective(x, y, prior, PENALTY);
      down = new PlattFit(fit.slope() - H, fit.offset()).objective(x, y, prior, PENALTY);
      double gradient = (up - down) / (2 * H);
      if (fit.slope() > 0) {
        assertThat(gradient).as("slope, case %d", number).isCloseTo(0, within(1e-8));
      } else {
        assertThat(gradient).as("slope at its bound, case %d", number).isGreaterThan(-1e-8);
      }
    }
  }

  private static double number(double uniform) {
    return uniform < .4 ? 0 : uniform < .8 ? 1 : uniform;
  }

  @Test
  void aSlopeThatWouldFallStaysFlat() {
    double[] x = {-2, -1, 1, 2};
    double[] y = {1, 1, 1, 0};
    PlattFit fit = PlattFit.of(x, y, new PlattFit(0, 0), 1e-9);
    assertThat(fit.slope()).isZero();
    assertThat(ScoreCurve.sigmoid(fit.offset())).isCloseTo(.75, within(1e-6));
  }

  @Test
  void separableOutcomesKeepTheFitFinite() {
    PlattFit fit = PlattFit.of(new double[] {-1, 1}, new double[] {0, 1}, new PlattFit(0, 0), 1e-6);
    assertThat(fit.slope()).isBetween(5.0, 50.0);
  }

  @Test
  void theFitComesFromTheSameFarStart() {
    SplittableRandom random = new Seed(7).stream("far");
    double[] x = random.doubles(300, -3, 3).toArray();
    double[] y = new double[300];
    for (int i = 0; i < y.length; i++) {
      y[i] = random.nextDouble() < ScoreCurve.sigmoid(2 * x[i] - 1) ? 1 : 0;
    }
    PlattFit near = PlattFit.of(x, y, new PlattFit(2, -1), 1e-9);
    PlattFit far = PlattFit.of(x, y, new PlattFit(40, 30), 1e-9);
    assertThat(far.slope()).isCloseTo(near.slope(), within(1e-4));
    assertThat(far.offset()).isCloseTo(near.offset(), within(1e-4));
  }
}
