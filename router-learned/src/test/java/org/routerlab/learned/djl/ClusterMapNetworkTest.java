package org.routerlab.learned.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

class ClusterMapNetworkTest {

  private static final FloatMatrix WEIGHTS = FloatMatrix.of(new float[] {1, 0}, new float[] {0, 2});
  private static final FloatMatrix CHANCES =
      FloatMatrix.of(new float[] {0.9f, 0.2f, 0.5f}, new float[] {0.3f, 0.6f, 0.5f});

  @Test
  void theChanceIsTheMeanOverTheClustersWeightedByASoftmax() {
    // (3, 4) scaled to length 1 is (0.6, 0.8): the clusters have logits 0.6 and 1.6.
    double first = 1 / (1 + Math.exp(1));
    double chance = first * 0.9 + (1 - first) * 0.3;

    float[] logits = frozen(WEIGHTS, FloatMatrix.of(new float[] {3, 4})).row(0);

    assertThat((double) logits[0]).isCloseTo(Math.log(chance / (1 - chance)), offset(1e-5));
    assertThat((double) logits[2]).isCloseTo(0, offset(1e-5));
  }

  @Test
  void anEmbeddingOfZerosBelongsToAllClustersAlike() {
    FloatMatrix zeros = FloatMatrix.of(new float[] {0, 0});

    assertThat((double) frozen(WEIGHTS, zeros).get(0, 0))
        .isCloseTo(Math.log(0.6 / 0.4), offset(1e-5));
    assertThat(forward(zeros)[0]).isCloseTo((float) Math.log(0.6 / 0.4), offset(1e-5f));
  }

  @Test
  void theGradientOfTheLogLossIsThatOfTheMixture() {
    float[] x = {0.6f, 0.8f};
    float[] targets = {1, 0, 1};
    double[] share = {1 / (1 + Math.exp(1)), 1 - 1 / (1 + Math.exp(1))};
    float[] byHand = new float[4];
    for (int model = 0; model < 3; model++) {
      double p = share[0] * CHANCES.get(0, model) + share[1] * CHANCES.get(1, model);
      for (int j = 0; j < 2; j++) {
        double slope =
            share[j] * (p - targets[model]) / (p * (1 - p)) * (CHANCES.get(j, model) - p);
        byHand[2 * j] += (float) (slope * x[0] / 3);
        byHand[2 * j + 1] += (float) (slope * x[1] / 3);
      }
    }

    assertThat(gradient(x, targets)).containsExactly(byHand, offset(1e-6f));
  }

  @Test
  void itStartsAtTheGivenWeights() {
    assertThat(network().initialise(2, new float[3], new Seed(1)))
        .singleElement()
        .extracting(Parameter::initial)
        .isSameAs(WEIGHTS);
  }

  @Test
  void anotherNumberOfModelsIsRejected() {
    assertThatThrownBy(() -> network().initialise(2, new float[4], new Seed(1)))
        .hasMessage("models must equal columns of chances but are 4 and 3");
  }

  private static Network network() {
    return Network.clusterMap(WEIGHTS, CHANCES);
  }

  private static FloatMatrix frozen(FloatMatrix weights, FloatMatrix rows) {
    return network().freeze(List.of(weights)).apply(rows);
  }

  private static float[] forward(FloatMatrix rows) {
    try (NDManager manager = Torch.manager()) {
      return network()
          .forward(array(manager, rows), List.of(array(manager, WEIGHTS)), Noise.of(new Seed(1)))
          .toFloatArray();
    }
  }

  private static float[] gradient(float[] x, float[] targets) {
    try (NDManager manager = Torch.manager()) {
      NDArray leaf = array(manager, WEIGHTS);
      NDArray inputs = array(manager, FloatMatrix.of(x));
      Shape shape = new Shape(1, 3);
      Batch batch =
          new Batch(
              new int[] {0},
              Torch.array(manager, targets, shape),
              Torch.array(manager, new float[] {1, 1, 1}, shape));
      RoutingLoss loss = RoutingLoss.binaryCrossEntropy();
      return Torch.gradients(
              List.of(leaf),
              () ->
                  loss.loss(network().forward(inputs, List.of(leaf), Noise.of(new Seed(1))), batch))
          .get(0);
    }
  }

  private static NDArray array(NDManager manager, FloatMatrix matrix) {
    return Torch.array(manager, matrix.toArray(), new Shape(matrix.rows(), matrix.columns()));
  }
}
