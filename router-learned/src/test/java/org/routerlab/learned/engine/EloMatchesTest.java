package org.routerlab.learned.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.routerlab.core.matrix.FloatMatrix;

class EloMatchesTest {

  @Test
  void theFavouriteGainsLittleByWinning() {
    double[] strengths = {Math.log(3), 0};

    EloMatches.play(new float[] {1, 0}, 0.2, strengths);

    assertThat(strengths).containsExactly(new double[] {Math.log(3) + 0.05, -0.05}, offset(1e-12));
  }

  @Test
  void aTieDrawsStrengthsTogether() {
    double[] strengths = {Math.log(3), 0};

    EloMatches.play(new float[] {1, 1}, 0.2, strengths);

    assertThat(strengths).containsExactly(new double[] {Math.log(3) - 0.05, 0.05}, offset(1e-12));
  }

  @Test
  void aModelThatWasNotObservedDoesNotPlay() {
    double[] strengths = {0, 0, 0};

    EloMatches.play(new float[] {1, Float.NaN, 0}, 0.2, strengths);

    assertThat(strengths).containsExactly(0.1, 0, -0.1);
  }

  @Test
  void aReplayBeginsWithTheLastAndLeavesTheStrengthsBefore() {
    FloatMatrix scores = FloatMatrix.of(new float[][] {{1, 0}, {0, 1}});
    double[] before = {0, 0};
    double[] byHand = {0, 0};
    EloMatches.play(scores.row(1), 2, byHand);
    EloMatches.play(scores.row(0), 2, byHand);

    assertThat(EloMatches.replay(scores, new int[] {0, 1}, 2, before)).containsExactly(byHand);
    assertThat(before).containsExactly(0, 0);
    assertThat(EloMatches.replay(scores, new int[] {1, 0}, 2, before)[0]).isNotEqualTo(byHand[0]);
  }
}
