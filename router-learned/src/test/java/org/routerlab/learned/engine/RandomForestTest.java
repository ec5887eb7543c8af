package org.routerlab.learned.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.matrix.FloatMatrix;

class RandomForestTest {

  private static final double[] VALUES = {0, 1};

  @Test
  void itFindsAThresholdOnOneOfManyFeatures() {
    SplittableRandom random = new SplittableRandom(1);
    float[] values = new float[400 * 10];
    int[] classes = new int[400];
    for (int row = 0; row < 400; row++) {
      for (int i = 0; i < 10; i++) {
        values[row * 10 + i] = (float) random.nextDouble();
      }
      classes[row] = values[row * 10 + 6] > 0.5 ? 1 : 0;
    }
    RandomForest forest = grow(new RandomForest.Settings(30, 3, 1, 1), values, 10, classes);

    float[] low = new float[10];
    float[] high = new float[10];
    Arrays.fill(low, 0.5f);
    Arrays.fill(high, 0.5f);
    low[6] = 0.3f;
    high[6] = 0.7f;
    assertThat(forest.predict(new float[][] {low, high}))
        .containsExactly(new double[] {0, 1}, offset(0.01));
  }

  @Test
  void leavesTooLargeToSplitPredictTheMeanOfTheSample() {
    float[] values = {0, 1, 2, 3, 4, 5, 6, 7};
    int[] classes = {0, 0, 0, 0, 1, 1, 1, 1};
    RandomForest forest = grow(new RandomForest.Settings(2000, 5, 1, 5), values, 1, classes);

    assertThat(forest.predict(new float[][] {{0}, {7}}))
        .containsExactly(new double[] {0.5, 0.5}, offset(0.02));
  }

  @Test
  void equalSeedsGrowEqualForests() {
    float[] values = {0.3f, 1, 2, 3, 4, 5, 6, 7};
    int[] classes = {0, 1, 0, 0, 1, 1, 0, 1};
    RandomForest.Settings settings = new RandomForest.Settings(5, 5, 1, 1);
    float[][] rows = {{0}, {3.5f}, {6}};

    assertThat(grow(settings, values, 1, classes).predict(rows))
        .isEqualTo(grow(settings, values, 1, classes).predict(rows));
  }

  private static RandomForest grow(
      RandomForest.Settings settings, float[] values, int columns, int[] classes) {
    return RandomForest.grow(
        settings,
        new RandomForest.Inputs(FloatMatrix.wrap(classes.length, columns, values)),
        IntStream.range(0, classes.length).toArray(),
        classes,
        VALUES,
        new SplittableRandom(7));
  }
}
