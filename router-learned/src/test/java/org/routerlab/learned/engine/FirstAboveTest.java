package org.routerlab.learned.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.routerlab.core.matrix.FloatMatrix;

class FirstAboveTest {

  @Test
  void theFirstCandidateAtTheThresholdIsChosen() {
    FloatMatrix scores = FloatMatrix.of(new float[][] {{0.4f, 0.9f}, {0.5f, 0.9f}, {0.1f, 0.2f}});
    FirstAbove rule = new FirstAbove(0.5f);

    assertThat(rule.choose(scores, 0)).isEqualTo(1);
    assertThat(rule.choose(scores, 1)).isEqualTo(0);
    assertThat(rule.choose(scores, 2)).isEqualTo(2);
  }

  @Test
  void theTunedThresholdIsTheBestOfAll() {
    for (int seed = 0; seed < 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      FloatMatrix scores = drawn(20, 3, random, false);
      FloatMatrix outcomes = drawn(20, 4, random, seed % 2 == 0);
      double tuned = mean(FirstAbove.tuned(scores, outcomes), scores, outcomes);
      double best = mean(new FirstAbove(Float.POSITIVE_INFINITY), scores, outcomes);
      for (float threshold : scores.toArray()) {
        best = Math.max(best, mean(new FirstAbove(threshold), scores, outcomes));
      }
      assertThat(tuned).as("seed %d", seed).isEqualTo(best);
    }
  }

  @Test
  void amongEqualThresholdsTheLowestIsTaken() {
    FloatMatrix scores = FloatMatrix.of(new float[][] {{0.4f}, {0.9f}});
    FloatMatrix equal = FloatMatrix.of(new float[][] {{1, 1}, {1, 1}});

    assertThat(FirstAbove.tuned(scores, equal).threshold()).isEqualTo(0.4f);
  }

  @Test
  void nothingObservedChoosesTheLastResort() {
    FloatMatrix scores = FloatMatrix.of(new float[][] {{0.4f}});
    FloatMatrix nothing = FloatMatrix.of(new float[][] {{Float.NaN, Float.NaN}});

    assertThat(FirstAbove.tuned(scores, nothing).threshold()).isEqualTo(Float.POSITIVE_INFINITY);
    assertThat(FirstAbove.tuned(scores, nothing).choose(scores, 0)).isEqualTo(1);
  }

  @Test
  void anOutcomeOfTheLastResortIsNeeded() {
    FloatMatrix scores = FloatMatrix.of(new float[][] {{0.4f}});
    assertThatThrownBy(() -> FirstAbove.tuned(scores, scores))
        .hasMessage("outcome columns must equal candidates + 1 but are 1 and 2");
  }

  private static FloatMatrix drawn(int rows, int columns, SplittableRandom random, boolean sparse) {
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = sparse && random.nextInt(3) == 0 ? Float.NaN : random.nextInt(5) / 4f;
    }
    return FloatMatrix.wrap(rows, columns, values);
  }

  private static double mean(FirstAbove rule, FloatMatrix scores, FloatMatrix outcomes) {
    double sum = 0;
    int observed = 0;
    for (int row = 0; row < scores.rows(); row++) {
      float outcome = outcomes.get(row, rule.choose(scores, row));
      if (!Float.isNaN(outcome)) {
        sum += outcome;
        observed++;
      }
    }
    return sum / observed;
  }
}
