package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoringRouter;
import org.routerlab.learned.engine.Training;

class MessPlusTest {

  private static final RoutingData TRAIN = Task.specialists(800, 16, 1);
  private static final RoutingData VALIDATION = Task.specialists(200, 16, 3);
  private static final RoutingData TEST = Task.specialists(400, 16, 2);

  @Test
  void itLearnsWhichModelKnowsWhichTopic() {
    Decisions decisions =
        Decisions.argmax(
            router(new MessPlus()).predict(TEST.queries()), ModelRanking.of(TRAIN.outcomes()));

    assertThat(TEST.outcomes().meanScore(decisions)).isGreaterThan(0.85);
  }

  @Test
  void widthZeroIsTheWidthOfTheEmbedding() {
    MessPlus widest = new MessPlus();
    MessPlus sixteen = new MessPlus(16, widest.dropout(), widest.training());

    assertThat(router(widest).predict(TEST.queries()).toArray())
        .isEqualTo(router(sixteen).predict(TEST.queries()).toArray());
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new MessPlus(-1, 0, new Training()))
        .hasMessageStartingWith("hidden must be in [0, ");
    assertThatThrownBy(() -> new MessPlus(0, 1, new Training()))
        .hasMessage("dropout must be in [0.0, 0.9] but is 1.0");
  }

  private static ScoringRouter router(MessPlus method) {
    return (ScoringRouter) method.train(TRAIN, VALIDATION, Task.CONTEXT);
  }
}
