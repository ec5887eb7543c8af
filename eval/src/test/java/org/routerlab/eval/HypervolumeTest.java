package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Seed;

/** Hypervolumes against counting cells, against inclusion and exclusion, and by hand. */
class HypervolumeTest {

  private static final int CELLS = 8;

  private static double[][] random(int number, int points, int dimensions, boolean onGrid) {
    SplittableRandom random = new Seed(number).stream("points");
    double[][] all = new double[points][dimensions];
    for (double[] point : all) {
      Arrays.setAll(
          point, i -> onGrid ? random.nextInt(CELLS + 1) / (double) CELLS : random.nextDouble());
    }
    return all;
  }

  /** How many cells of a grid lie below some point. */
  private static double counted(double[][] points) {
    int dimensions = points[0].length;
    int cells = (int) Math.round(Math.pow(CELLS, dimensions));
    int below = 0;
    for (int cell = 0; cell < cells; cell++) {
      boolean isBelow = false;
      for (double[] point : points) {
        boolean inside = true;
        int rest = cell;
        for (int i = 0; i < dimensions; i++) {
          inside &= point[i] * CELLS >= rest % CELLS + 1;
          rest /= CELLS;
        }
        isBelow |= inside;
      }
      below += isBelow ? 1 : 0;
    }
    return below / (double) cells;
  }

  @Test
  void onAGridItIsTheShareOfCellsBelow() {
    for (int number = 0; number < 200; number++) {
      double[][] points = random(number, 1 + number % 25, 2 + number % 2, true);
      assertThat(Hypervolume.of(points)).as("%d", number).isCloseTo(counted(points), within(1e-12));
    }
  }

  @Test
  void itAgreesWithInclusionAndExclusion() {
    for (int number = 0; number < 200; number++) {
      double[][] points = random(number, 1 + number % 11, 2 + number % 2, false);
      assertThat(Hypervolume.of(points))
          .as("%d", number)
          .isCloseTo(NaiveTradeOff.volume(List.of(points)), within(1e-12));
    }
  }

  @Test
  void oneMorePointNeverTakesAwayAndTheOrderDoesNotMatter() {
    for (int number = 0; number < 200; number++) {
      double[][] points = random(number, 2 + number % 20, 2 + number % 2, true);
      double all = Hypervolume.of(points);
      double fewer = Hypervolume.of(Arrays.copyOf(points, points.length - 1));
      assertThat(all).isGreaterThanOrEqualTo(fewer - 1e-12);
      double[][] reversed = points.clone();
      for (int i = 0; i < points.length; i++) {
        reversed[i] = points[points.length - 1 - i];
      }
      assertThat(Hypervolume.of(reversed)).isCloseTo(all, within(1e-12));
    }
  }

  @Test
  void theIdealPointFillsTheCubeAndNothingFillsNothing() {
    assertThat(Hypervolume.of(new double[][] {{1, 1, 1}, {.5, .2, 1}})).isEqualTo(1);
    assertThat(Hypervolume.of(new double[][] {{1, 0}, {0, 1}})).isZero();
    assertThat(Hypervolume.of(new double[0][])).isZero();
    assertThat(Hypervolume.of(new double[][] {{.5, 1}, {1, .5}})).isEqualTo(.75);
    assertThat(Hypervolume.of(new double[][] {{1, .5, .5}, {.5, 1, .5}, {.5, .5, 1}}))
        .isEqualTo(.5);
  }
}
