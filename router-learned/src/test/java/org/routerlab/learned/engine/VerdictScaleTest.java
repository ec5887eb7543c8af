package org.routerlab.learned.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.routerlab.core.Judge;
import org.routerlab.core.RecordedAnswers;
import org.routerlab.core.RoutingData;
import org.routerlab.core.Seed;
import org.routerlab.learned.Task;

class VerdictScaleTest {

  private final RoutingData data = Task.specialists(300, 4, 1);

  @Test
  void predictionsAreBelievedAsTheyAre() {
    assertThat(VerdictScale.fit(new Judge(), data, new Seed(1))).isEqualTo(VerdictScale.IDENTITY);
  }

  @Test
  void aJudgeThatIsNeverWrongIsBelieved() {
    Judge judge = new Judge(Judge.Kind.NOISY_ORACLE, 0);
    VerdictScale scale = VerdictScale.fit(judge, data, new Seed(1));
    assertThat(scale.believe(0)).isCloseTo(0, within(1e-12));
    assertThat(scale.believe(1)).isCloseTo(1, within(1e-12));
  }

  @Test
  void aVerdictOfANoisyOracleMeansTheShareOfRightAnswersUnderIt() {
    Judge judge = new Judge(Judge.Kind.NOISY_ORACLE, 0.2);
    RecordedAnswers answers =
        new RecordedAnswers(judge, data.queries().queries(), data.outcomes(), new Seed(1));
    double[] right = new double[2];
    double[] given = new double[2];
    for (int row = 0; row < data.size(); row++) {
      for (int model = 0; model < data.pool().size(); model++) {
        int verdict = (int) answers.call(row, model, 0.5);
        given[verdict]++;
        right[verdict] += data.outcomes().score(row, model);
      }
    }
    VerdictScale scale = VerdictScale.fit(judge, data, new Seed(1));
    assertThat(scale.believe(0)).isCloseTo(right[0] / given[0], within(1e-9));
    assertThat(scale.believe(1)).isCloseTo(right[1] / given[1], within(1e-9));
  }

  @Test
  void beliefsStayChances() {
    VerdictScale scale = new VerdictScale(-0.1, 1.3);
    assertThat(scale.believe(-3)).isZero();
    assertThat(scale.believe(2)).isEqualTo(1);
  }
}
