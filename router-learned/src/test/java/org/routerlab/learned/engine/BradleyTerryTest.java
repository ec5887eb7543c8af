package org.routerlab.learned.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.matrix.FloatMatrix;

class BradleyTerryTest {

  @Test
  void twoModelsHaveTheLogOddsOfTheirPoints() {
    // m0 wins three of four matches.
    PairStats pairs =
        stats(new float[] {1, 0}, new float[] {1, 0}, new float[] {0, 1}, new float[] {1, 0});

    double[] strengths = BradleyTerry.strengths(pairs, new double[2], 1e-9);

    assertThat(strengths[0] - strengths[1]).isCloseTo(Math.log(3), offset(1e-6));
  }

  @Test
  void theGradientVanishesAtTheStrengths() {
    for (long seed = 0; seed < 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      float[][] scores = new float[12][6];
      for (float[] row : scores) {
        for (int model = 0; model < row.length; model++) {
          // m0 never right, m1 always; a third not observed.
          float score = model < 2 ? model : random.nextInt(2);
          row[model] = random.nextInt(3) == 0 ? Float.NaN : score;
        }
      }
      double[] prior = random.doubles(6, -10, 10).toArray();
      PairStats pairs = stats(scores);

      double[] b = BradleyTerry.strengths(pairs, prior, 0.01);

      for (int m = 0; m < 6; m++) {
        double gradient = pairs.points(m) - 0.01 * (b[m] - prior[m]);
        for (int o = 0; o < 6; o++) {
          gradient -= pairs.count(m, o) / (1 + Math.exp(b[o] - b[m]));
        }
        assertThat(gradient).as("seed %d, model %d", seed, m).isCloseTo(0, offset(1e-7));
      }
    }
  }

  @Test
  void withoutMatchesTheStrengthsAreThePrior() {
    PairStats none = PairStats.of(FloatMatrix.of(new float[] {1, 0}), new int[0]);

    assertThat(BradleyTerry.strengths(none, new double[] {2, -1}, 1)).containsExactly(2, -1);
  }

  @Test
  void aPriorFarOnTheWrongSideIsOvercome() {
    PairStats pairs = stats(new float[][] {{1, 0}, {1, 0}, {1, 0}, {1, 0}, {1, 0}, {0, 1}});

    double[] strengths = BradleyTerry.strengths(pairs, new double[] {-300, 300}, 1e-6);

    assertThat(strengths[0] - strengths[1]).isCloseTo(Math.log(5), offset(0.01));
  }

  @Test
  void aPriorWithoutPrecisionIsRejected() {
    assertThatThrownBy(() -> BradleyTerry.strengths(stats(new float[] {1, 0}), new double[2], 0))
        .hasMessage("precision must be finite and > 0 but is 0.0");
  }

  private static PairStats stats(float[]... scores) {
    return PairStats.of(FloatMatrix.of(scores), IntStream.range(0, scores.length).toArray());
  }
}
