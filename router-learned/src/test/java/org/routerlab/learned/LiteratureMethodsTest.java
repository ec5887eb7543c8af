package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.djl.CapabilityNetwork;
import org.routerlab.learned.djl.NeuralTrainer;
import org.routerlab.learned.djl.RoutingLoss;
import org.routerlab.learned.engine.Checkpoint;
import org.routerlab.learned.engine.OutcomeMeans;
import org.routerlab.learned.engine.Training;

class LiteratureMethodsTest {

  private static final Training SHORT =
      new Training(20, 64, 3e-3, 1e-4, 20, 1, 1.0, true, Checkpoint.BEST_ROUTING);
  private static final RoutingData TRAIN = Task.specialists(800, 16, 1);
  private static final RoutingData VALIDATION = Task.specialists(200, 16, 3);
  private static final RoutingData TEST = Task.specialists(400, 16, 2);

  @Test
  void theyLearnWhichModelKnowsWhichTopic() {
    List<RoutingMethod> methods =
        List.of(
            new ModelSpider(32, 0.1, SHORT),
            new RouterDc(32, 0.2, 0.5, 4, 3, SHORT),
            new Mirt(8, 0.3, SHORT),
            new IrtRouter(4, 0.1, 16, 0, SHORT),
            new RouteLlmMf(32, 0.1, SHORT),
            new GraphRouter(16, 0.3, SHORT),
            new ModelSat(4, 5, 16, 0, SHORT),
            new ModelSat(4, 5, 16, 32, SHORT));
    for (RoutingMethod method : methods) {
      assertThat(accuracy(method)).as(method.name()).isGreaterThan(0.85);
    }
  }

  private static double accuracy(RoutingMethod method) {
    ScoringRouter router = train(method);
    ModelRanking ties = ModelRanking.of(TRAIN.outcomes());
    Decisions decisions = Decisions.argmax(router.predict(TEST.queries()), ties);
    return TEST.outcomes().meanScore(decisions);
  }

  private static ScoringRouter train(RoutingMethod method) {
    return (ScoringRouter) method.train(TRAIN, VALIDATION, Task.CONTEXT);
  }

  @Test
  void routerDcPredictsCosines() {
    for (float cosine :
        train(new RouterDc(32, 0.2, 0.5, 4, 3, SHORT)).predict(TEST.queries()).toArray()) {
      assertThat(cosine).isBetween(-1.0001f, 1.0001f);
    }
  }

  @Test
  void aWarmUpOfOneRoutesAQueryAsTheMeanOfItsNeighbours() {
    Training once = new Training(1, 64, 1e-3, 0, 5, 1, 1, true, Checkpoint.BEST_BCE);
    RoutingData one = TRAIN.selectRows(Task.range(0, 1));
    RoutingData none = Task.none(TRAIN);
    ScoringRouter router = (ScoringRouter) new Mirt(4, 1, once).train(one, none, Task.CONTEXT);
    FloatMatrix predictions = router.predict(TEST.queries());
    // With one training query, every query becomes that one.
    for (int row = 1; row < predictions.rows(); row++) {
      assertThat(predictions.row(row)).isEqualTo(predictions.row(0));
    }
  }

  @Test
  void aModelLeftOutOfTheTrainingIsScoredFromItsCapabilitiesAlone() {
    // Topics are known exactly here: the capability of a model is its mean score by topic.
    int[] topics = new int[TRAIN.size()];
    for (int row = 0; row < topics.length; row++) {
      float[] sums = new float[4];
      for (int column = 0; column < 16; column++) {
        sums[column % 4] += TRAIN.queries().embeddings().get(row, column);
      }
      for (int topic = 1; topic < 4; topic++) {
        topics[row] = sums[topic] > sums[topics[row]] ? topic : topics[row];
      }
    }
    FloatMatrix byTopic = OutcomeMeans.byGroup(TRAIN.outcomes(), topics, 4, 5);
    float[][] capabilities = new float[5][4];
    for (int model = 0; model < 5; model++) {
      for (int topic = 0; topic < 4; topic++) {
        capabilities[model][topic] = byTopic.get(topic, model);
      }
    }
    int unseen = 4;
    // The new model is the specialist of topic 0, of which training saw one of another name.
    capabilities[unseen] = capabilities[0].clone();
    float[] scores = TRAIN.outcomes().scores().toArray();
    for (int row = 0; row < TRAIN.size(); row++) {
      scores[row * 5 + unseen] = Float.NaN;
    }
    RoutingData without =
        Task.data(TRAIN.queries().embeddings(), FloatMatrix.wrap(TRAIN.size(), 5, scores));
    CapabilityNetwork network = new CapabilityNetwork(FloatMatrix.of(capabilities), 16, 32);
    FloatMatrix predictions =
        new NeuralTrainer(SHORT, network, RoutingLoss.binaryCrossEntropy())
            .fit(without, Task.none(without), Task.CONTEXT.seed())
            .predict(TEST.queries());

    for (int row = 0; row < TEST.size(); row++) {
      assertThat(predictions.get(row, unseen)).isCloseTo(predictions.get(row, 0), offset(1e-6f));
    }
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new ModelSpider(1, 0, SHORT))
        .hasMessage("width must be in [2, 2147483647] but is 1");
    assertThatThrownBy(() -> new RouterDc(8, 0, 0, 1, 1, SHORT))
        .hasMessage("temperature must be in [0.01, 10.0] but is 0.0");
    assertThatThrownBy(() -> new Mirt(8, 1.5, SHORT))
        .hasMessage("warmUp must be in [0.0, 1.0] but is 1.5");
    assertThatThrownBy(() -> new IrtRouter(0, 0.05, 8, 0, SHORT))
        .hasMessage("abilities must be > 0 but is 0");
    assertThatThrownBy(() -> new RouteLlmMf(8, 11, SHORT))
        .hasMessage("noise must be in [0.0, 10.0] but is 11.0");
    assertThatThrownBy(() -> new GraphRouter(8, 1, SHORT))
        .hasMessage("maskShare must be in [0.05, 0.95] but is 1.0");
    assertThatThrownBy(() -> new ModelSat(8, -1, 8, 0, SHORT))
        .hasMessageStartingWith("smoothing must be in [0.0, ");
  }
}
