package org.routerlab.learned.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.Task;

class RidgeRegressionTest {

  private static final FloatMatrix POINTS = FloatMatrix.of(new float[][] {{0}, {1}, {2}});

  @Test
  void oneFeatureIsSolvedByHand() {
    FloatMatrix targets = FloatMatrix.of(new float[][] {{0}, {0}, {1}});

    FloatMatrix fitted = ridge(2, POINTS).fit(POINTS, targets).apply(POINTS);

    // Centred: products 2, covariance 1, so a slope of 1 / (2 + 2) around the mean 1/3 at 1.
    float third = 1 / 3f;
    assertThat(fitted.toArray())
        .containsExactly(new float[] {third - 0.25f, third, third + 0.25f}, offset(1e-6f));
  }

  @Test
  void unknownTargetsAreLeftOut() {
    float nan = Float.NaN;
    FloatMatrix targets = FloatMatrix.of(new float[][] {{0, 0.5f}, {1, nan}, {nan, nan}});

    FloatMatrix fitted =
        PerModelRegression.fit(ridge(1e-6, POINTS), POINTS, targets, 0).apply(POINTS);

    // A line through two points, and a constant.
    assertThat(fitted.toArray())
        .containsExactly(new float[] {0, 0.5f, 1, 0.5f, 2, 0.5f}, offset(1e-5f));
  }

  @Test
  void columnsKnownOnTheSameRowsAreFittedTogetherAsTheyAreAlone() {
    FloatMatrix inputs = Task.noise(60, 5, 1, 1).queries().embeddings();
    FloatMatrix targets = Task.noise(60, 5, 3, 2).outcomes().scores();
    FloatMatrix together =
        PerModelRegression.fit(ridge(1, inputs), inputs, targets, 0).apply(inputs);

    for (int column = 0; column < 3; column++) {
      float[] one = new float[60];
      for (int row = 0; row < 60; row++) {
        one[row] = targets.get(row, column);
      }
      FloatMatrix alone =
          PerModelRegression.fit(ridge(1, inputs), inputs, FloatMatrix.wrap(60, 1, one), 0)
              .apply(inputs);
      for (int row = 0; row < 60; row++) {
        assertThat(together.get(row, column)).isCloseTo(alone.get(row, 0), offset(1e-6f));
      }
    }
  }

  private static RidgeRegression ridge(double alpha, FloatMatrix inputs) {
    return new RidgeRegression(alpha, inputs, Task.CONTEXT);
  }
}
