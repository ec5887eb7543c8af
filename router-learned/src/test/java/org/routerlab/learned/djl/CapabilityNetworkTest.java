package org.routerlab.learned.djl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.routerlab.core.RoutingData;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.Task;
import org.routerlab.learned.engine.Checkpoint;
import org.routerlab.learned.engine.OutcomeMeans;
import org.routerlab.learned.engine.Training;

class CapabilityNetworkTest {

  private static final Training TRAINING =
      new Training(20, 64, 3e-3, 1e-4, 20, 1, 1.0, true, Checkpoint.BEST_ROUTING);
  private static final int TOPICS = 4;
  private static final int UNSEEN = 4;

  @Test
  void aModelLeftOutOfTheTrainingIsScoredFromItsCapabilitiesAlone() {
    RoutingData train = Task.specialists(800, 16, 1);
    RoutingData test = Task.specialists(400, 16, 2);
    FloatMatrix byTopic = OutcomeMeans.byGroup(train.outcomes(), topics(train), TOPICS, 5);
    float[][] capabilities = new float[UNSEEN + 1][TOPICS];
    for (int model = 0; model < UNSEEN; model++) {
      for (int topic = 0; topic < TOPICS; topic++) {
        capabilities[model][topic] = byTopic.get(topic, model);
      }
    }
    // Of two topics, where every model of the training knows one.
    capabilities[UNSEEN] = new float[] {0.9f, 0.9f, 0.3f, 0.3f};
    float[] scores = train.outcomes().scores().toArray();
    for (int row = 0; row < train.size(); row++) {
      scores[row * capabilities.length + UNSEEN] = Float.NaN;
    }
    RoutingData without =
        Task.data(
            train.queries().embeddings(),
            FloatMatrix.wrap(train.size(), capabilities.length, scores));
    CapabilityNetwork network = new CapabilityNetwork(FloatMatrix.of(capabilities), 16, 32);

    FloatMatrix predicted =
        new NeuralTrainer(TRAINING, network, RoutingLoss.binaryCrossEntropy())
            .fit(without, Task.none(without), Task.CONTEXT.seed())
            .predict(test.queries());

    int[] topics = topics(test);
    int likeAnExpert = 0;
    for (int row = 0; row < test.size(); row++) {
      float expert = predicted.get(row, topics[row]);
      float layman = predicted.get(row, (topics[row] + 2) % TOPICS);
      float unseen = predicted.get(row, UNSEEN);
      boolean isNearExpert = Math.abs(unseen - expert) < Math.abs(unseen - layman);
      likeAnExpert += isNearExpert == topics[row] < 2 ? 1 : 0;
    }
    assertThat(likeAnExpert / (double) test.size()).isGreaterThan(0.9);
  }

  /** What queries are about: a topic has every fourth column. */
  private static int[] topics(RoutingData data) {
    int[] topics = new int[data.size()];
    for (int row = 0; row < topics.length; row++) {
      float[] sums = new float[TOPICS];
      float[] embedding = data.queries().embeddings().row(row);
      for (int column = 0; column < embedding.length; column++) {
        sums[column % TOPICS] += embedding[column];
      }
      for (int topic = 1; topic < TOPICS; topic++) {
        topics[row] = sums[topic] > sums[topics[row]] ? topic : topics[row];
      }
    }
    return topics;
  }
}
