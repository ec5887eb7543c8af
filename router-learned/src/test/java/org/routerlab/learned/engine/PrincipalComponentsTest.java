package org.routerlab.learned.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.Task;

class PrincipalComponentsTest {

  @Test
  void theFirstDirectionIsThatOfTheLargestVariance() {
    FloatMatrix points = FloatMatrix.of(new float[][] {{0, 0}, {3, 4}, {6, 8}, {3.4f, 3.7f}});

    FloatMatrix projected = PrincipalComponents.of(points, 1, Task.context(1)).apply(points);

    // Along (0.6, 0.8), which has its largest entry positive; the last point is off to the side.
    assertThat(projected.get(2, 0) - projected.get(0, 0)).isCloseTo(10, offset(0.01f));
    assertThat(projected.get(1, 0)).isCloseTo(projected.get(3, 0), offset(0.01f));
  }

  @Test
  void allComponentsKeepDistances() {
    FloatMatrix points = Task.noise(50, 6, 1, 1).queries().embeddings();
    FloatMatrix projected = PrincipalComponents.of(points, 100, Task.context(1)).apply(points);

    assertThat(projected.columns()).isEqualTo(6);
    assertThat(distance(projected)).isCloseTo(distance(points), offset(1e-4));
  }

  @Test
  void componentsAreUncorrelatedAndFallInVariance() {
    FloatMatrix points = Task.specialists(200, 6, 1).queries().embeddings();
    Gram gram = Gram.of(PrincipalComponents.of(points, 6, Task.context(1)).apply(points));

    for (int i = 1; i < 6; i++) {
      assertThat(gram.products()[i][i]).isLessThanOrEqualTo(gram.products()[i - 1][i - 1]);
      assertThat(gram.products()[i][i - 1]).isCloseTo(0, offset(1e-3));
    }
  }

  /** Many eigenvalues are 0 then. */
  @Test
  void fewerPointsThanDimensionsKeepTheirDistances() {
    for (int points = 2; points <= 182; points += 20) {
      for (long seed = 0; seed < 3; seed++) {
        FloatMatrix few = UnitRows.of(Task.noise(points + 10, 200, 1, seed).queries().embeddings());
        FloatMatrix projected = PrincipalComponents.of(few, 200, Task.context(1)).apply(few);
        assertThat(distance(projected)).isCloseTo(distance(few), offset(1e-4));
      }
    }
  }

  @Test
  void noComponentsLeaveVectorsAsTheyAre() {
    FloatMatrix points = Task.noise(5, 6, 1, 1).queries().embeddings();

    assertThat(PrincipalComponents.of(points, 0, Task.context(1)).apply(points)).isSameAs(points);
  }

  private static double distance(FloatMatrix rows) {
    double squares = 0;
    for (int i = 0; i < rows.columns(); i++) {
      squares += Math.pow(rows.get(3, i) - rows.get(7, i), 2);
    }
    return Math.sqrt(squares);
  }
}
