package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.routerlab.core.Judge;
import org.routerlab.core.ModelRanking;

class AutoMixTest {

  @Test
  void withAPerfectJudgeItAsksTheBetterModelWhereTheCheapOneIsWrong() {
    CascadeTask.Run run =
        CascadeTask.run(
            new AutoMix(AutoMix.Policy.THRESHOLD, 8, 0.05, CascadeTask.SCORER, CascadeTask.PERFECT),
            CascadeTask.TEST);
    int best = ModelRanking.of(CascadeTask.TRAIN.outcomes()).best();
    for (int row = 0; row < CascadeTask.TEST.size(); row++) {
      boolean isRight = CascadeTask.TEST.outcomes().isCorrect(row, 0);
      assertThat(run.decisions().model(row)).isEqualTo(isRight ? 0 : best);
      assertThat(run.answers().called(row))
          .containsExactly(isRight ? new int[] {0} : new int[] {0, best});
    }
  }

  @Test
  void permutingThePoolPermutesTheCalls() {
    CascadeTask.assertThatCallsFollowThePool(
        new AutoMix(AutoMix.Policy.DOUBLE_THRESHOLD, 8, 0.05, CascadeTask.SCORER, new Judge()));
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(
            () ->
                new AutoMix(
                    AutoMix.Policy.THRESHOLD, 8, 1.5, CascadeTask.SCORER, CascadeTask.PERFECT))
        .hasMessage("leastShare must be in [0.0, 1.0] but is 1.5");
  }
}
