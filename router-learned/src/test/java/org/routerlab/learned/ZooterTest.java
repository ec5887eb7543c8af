package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.EmbeddedQueries;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.Query;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoringRouter;
import org.routerlab.learned.Zooter.Enhancement;
import org.routerlab.learned.engine.Training;

class ZooterTest {

  private static final RoutingData TRAIN = Task.specialists(400, 8, 1);
  private static final RoutingData VALIDATION = Task.specialists(100, 8, 2);
  private static final Training TRAINING = new Training().withBatchSize(32);

  @Test
  void everyEnhancementLearnsWhichModelKnowsWhichTopic() {
    RoutingData train = inDatasets(TRAIN, ZooterTest::topic);
    RoutingData test = Task.specialists(400, 8, 3);
    for (Enhancement enhancement : Enhancement.values()) {
      for (double distillation : new double[] {0.5, 1}) {
        ScoringRouter router =
            (ScoringRouter)
                zooter(distillation, enhancement).train(train, VALIDATION, Task.CONTEXT);
        Decisions decisions =
            Decisions.argmax(router.predict(test.queries()), ModelRanking.of(train.outcomes()));

        // The best single model has 0.6.
        assertThat(test.outcomes().meanScore(decisions))
            .as("%s, %s", enhancement, distillation)
            .isGreaterThan(0.7);
      }
    }
  }

  @Test
  void datasetsOfTheTrainingQueriesMatterForThatEnhancementOnly() {
    RoutingData split = inDatasets(TRAIN, row -> row % 7);
    for (Enhancement enhancement : Enhancement.values()) {
      float[] one = predictions(zooter(0.5, enhancement), TRAIN);
      float[] seven = predictions(zooter(0.5, enhancement), split);
      if (enhancement == Enhancement.DATASET) {
        assertThat(seven).isNotEqualTo(one);
      } else {
        assertThat(seven).as("%s", enhancement).isEqualTo(one);
      }
    }
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> zooter(1.5, Enhancement.NONE))
        .hasMessage("distillation must be in [0.0, 1.0] but is 1.5");
    assertThatThrownBy(() -> new Zooter(0, 0, 0, 1, Enhancement.NONE, List.of(), 0, new Training()))
        .hasMessage("temperature must be finite and > 0 but is 0.0");
    assertThatThrownBy(() -> new Zooter(0, 1, 0, 0, Enhancement.NONE, List.of(), 0, new Training()))
        .hasMessage("neighbors must be > 0 but is 0");
  }

  private static RoutingData inDatasets(RoutingData data, IntUnaryOperator dataset) {
    List<Query> queries =
        IntStream.range(0, data.size())
            .mapToObj(row -> new Query("q" + row, "text " + row, "s" + dataset.applyAsInt(row)))
            .toList();
    return new RoutingData(
        new EmbeddedQueries(queries, data.queries().embeddings()), data.outcomes());
  }

  /** What a training query is about: four topics have every fourth column each. */
  private static int topic(int row) {
    float[] embedding = TRAIN.queries().embeddings().row(row);
    int topic = 0;
    for (int other = 1; other < 4; other++) {
      if (embedding[other] + embedding[other + 4] > embedding[topic] + embedding[topic + 4]) {
        topic = other;
      }
    }
    return topic;
  }

  private static Zooter zooter(double distillation, Enhancement enhancement) {
    return new Zooter(distillation, 0.5, 0.5, 16, enhancement, List.of(32), 0.1, TRAINING);
  }

  private static float[] predictions(Zooter method, RoutingData train) {
    return ((ScoringRouter) method.train(train, VALIDATION, Task.CONTEXT))
        .predict(VALIDATION.queries())
        .toArray();
  }
}
