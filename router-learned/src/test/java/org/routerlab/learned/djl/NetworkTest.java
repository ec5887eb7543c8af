package org.routerlab.learned.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

class NetworkTest {

  private static final Seed SEED = new Seed(3);
  private static final FloatMatrix INPUTS = random(7, 5, 1);
  private static final float[] LOGITS = {0.5f, -1, 2};
  private static final Network CLUSTER_MAP =
      Network.clusterMap(
          random(4, 5, 2),
          FloatMatrix.of(
              new float[][] {
                {0.9f, 0.2f, 0.5f}, {0.1f, 0.7f, 0.4f}, {0.3f, 1e-4f, 0.6f}, {0.9999f, 0.5f, 0.8f}
              }));

  @Test
  void trainingAndRoutingComputeTheSameFunction() {
    List<Network> networks =
        List.of(
            Network.dense(List.of(), 0),
            Network.dense(List.of(6), 0),
            Network.dense(List.of(6, 4), 0),
            Network.product(4, 0),
            CLUSTER_MAP,
            Network.normalised(List.of(6, 4), 0),
            Network.separate(List.of(6, 4)),
            Network.film(6, 2, 0));
    for (Network network : networks) {
      List<FloatMatrix> weights = randomWeights(network);
      float[] training = forward(network, weights);
      float[] routing = network.freeze(weights).apply(INPUTS).toArray();
      for (int i = 0; i < training.length; i++) {
        assertThat(routing[i]).as("%s, cell %d", network, i).isCloseTo(training[i], offset(1e-5f));
      }
    }
  }

  @Test
  void anUntrainedDenseNetworkGivesTheLogitsOfTheTrainMeans() {
    Network network = Network.dense(List.of(6), 0.1);
    List<FloatMatrix> weights =
        network.initialise(5, LOGITS, SEED).stream().map(Parameter::initial).toList();

    FloatMatrix logits = network.freeze(weights).apply(INPUTS);

    for (int row = 0; row < logits.rows(); row++) {
      assertThat(logits.row(row)).containsExactly(LOGITS);
    }
  }

  @Test
  void untrainedNormalisedAndModulatedNetworksGiveThemToo() {
    for (Network network : List.of(Network.normalised(List.of(6), 0.1), Network.film(6, 2, 0.1))) {
      List<FloatMatrix> weights =
          network.initialise(5, LOGITS, SEED).stream().map(Parameter::initial).toList();

      assertThat(network.freeze(weights).apply(INPUTS).row(3)).containsExactly(LOGITS);
    }
  }

  @Test
  void anAuxiliaryOutputIsThereInTrainingOnly() {
    Network network = Network.withAuxiliary(Network.dense(List.of(6), 0));
    List<FloatMatrix> weights = randomWeights(network);
    float[] training = forward(network, weights);
    FloatMatrix routing = network.freeze(weights).apply(INPUTS);

    assertThat(training).hasSize(INPUTS.rows() * 4);
    assertThat(routing.columns()).isEqualTo(3);
    for (int row = 0; row < INPUTS.rows(); row++) {
      for (int model = 0; model < 3; model++) {
        assertThat(routing.get(row, model)).isCloseTo(training[row * 4 + model], offset(1e-5f));
      }
    }
    assertThat(network.initialise(5, LOGITS, SEED).get(3).initial().toArray())
        .containsExactly(0.5f, -1, 2, 0);
  }

  @Test
  void separateNetworksDependOnTheirOwnWeightsOnly() {
    Network network = Network.separate(List.of(6, 4));
    List<FloatMatrix> weights = randomWeights(network);
    FloatMatrix before = network.freeze(weights).apply(INPUTS);

    // The first row of the second layer belongs to the first model.
    FloatMatrix after = network.freeze(shifted(weights, 2, 0, 1)).apply(INPUTS);

    assertThat(column(after, 0)).isNotEqualTo(column(before, 0));
    assertThat(column(after, 1)).isEqualTo(column(before, 1));
    assertThat(column(after, 2)).isEqualTo(column(before, 2));
  }

  @Test
  void normalisedHiddenValuesDoNotDependOnTheScaleOfTheQuery() {
    Network network = Network.normalised(List.of(6), 0);
    List<FloatMatrix> weights = new ArrayList<>(randomWeights(network));
    weights.set(1, FloatMatrix.wrap(1, 6, new float[6]));
    float[] tenfold = INPUTS.toArray();
    for (int i = 0; i < tenfold.length; i++) {
      tenfold[i] *= 10;
    }

    float[] plain = network.freeze(weights).apply(INPUTS).toArray();
    float[] scaled = network.freeze(weights).apply(FloatMatrix.wrap(7, 5, tenfold)).toArray();

    assertThat(scaled).containsExactly(plain, offset(1e-3f));
  }

  @Test
  void weightsDecayAndBiasesDoNot() {
    assertThat(Network.dense(List.of(6), 0).initialise(5, LOGITS, SEED))
        .extracting(Parameter::decays)
        .containsExactly(true, false, true, false);
    assertThat(Network.normalised(List.of(6), 0).initialise(5, LOGITS, SEED))
        .extracting(Parameter::decays)
        .containsExactly(true, false, false, false, true, false);
  }

  @Test
  void hiddenWeightsStartWithinOneOverTheRootOfTheInputs() {
    float[] weights =
        Network.product(50, 0).initialise(100, LOGITS, SEED).get(0).initial().toArray();

    assertThat(weights).hasSize(5000);
    for (float weight : weights) {
      assertThat(weight).isBetween(-0.1f, 0.1f);
    }
  }

  @Test
  void gradientsAgreeWithFiniteDifferences() {
    for (Network network :
        List.of(
            Network.dense(List.of(6), 0),
            Network.product(4, 0),
            CLUSTER_MAP,
            Network.normalised(List.of(6), 0),
            Network.separate(List.of(6, 4)),
            Network.film(6, 2, 0))) {
      List<FloatMatrix> weights = randomWeights(network);
      List<float[]> gradients = gradients(network, weights);
      for (int which = 0; which < weights.size(); which++) {
        for (int cell = 0; cell < gradients.get(which).length; cell++) {
          double slope = slope(network, weights, which, cell);
          assertThat((double) gradients.get(which)[cell])
              .as("%s, parameter %d, cell %d", network, which, cell)
              .isCloseTo(slope, offset(2e-3 + 1e-3 * Math.abs(slope)));
        }
      }
    }
  }

  private static float[] column(FloatMatrix matrix, int column) {
    float[] values = new float[matrix.rows()];
    for (int row = 0; row < values.length; row++) {
      values[row] = matrix.get(row, column);
    }
    return values;
  }

  /** The slope of the sum of all logits. */
  private static double slope(Network network, List<FloatMatrix> weights, int which, int cell) {
    float step = 1e-3f;
    return (sum(network, shifted(weights, which, cell, step))
            - sum(network, shifted(weights, which, cell, -step)))
        / (2 * step);
  }

  private static List<FloatMatrix> shifted(
      List<FloatMatrix> weights, int which, int cell, float step) {
    List<FloatMatrix> shifted = new ArrayList<>(weights);
    FloatMatrix matrix = weights.get(which);
    float[] values = matrix.toArray();
    values[cell] += step;
    shifted.set(which, FloatMatrix.wrap(matrix.rows(), matrix.columns(), values));
    return shifted;
  }

  private static double sum(Network network, List<FloatMatrix> weights) {
    double sum = 0;
    for (float logit : network.freeze(weights).apply(INPUTS).toArray()) {
      sum += logit;
    }
    return sum;
  }

  private static float[] forward(Network network, List<FloatMatrix> weights) {
    try (NDManager manager = Torch.manager()) {
      return network
          .forward(array(manager, INPUTS), arrays(manager, weights), Noise.of(SEED))
          .toFloatArray();
    }
  }

  private static List<float[]> gradients(Network network, List<FloatMatrix> weights) {
    try (NDManager manager = Torch.manager()) {
      List<NDArray> leaves = arrays(manager, weights);
      NDArray inputs = array(manager, INPUTS);
      return Torch.gradients(leaves, () -> network.forward(inputs, leaves, Noise.of(SEED)).sum());
    }
  }

  private static List<NDArray> arrays(NDManager manager, List<FloatMatrix> weights) {
    return weights.stream().map(matrix -> array(manager, matrix)).toList();
  }

  private static NDArray array(NDManager manager, FloatMatrix matrix) {
    return Torch.array(manager, matrix.toArray(), new Shape(matrix.rows(), matrix.columns()));
  }

  private static List<FloatMatrix> randomWeights(Network network) {
    List<Parameter> parameters = network.initialise(INPUTS.columns(), LOGITS, SEED);
    return parameters.stream()
        .map(Parameter::initial)
        .map(matrix -> random(matrix.rows(), matrix.columns(), matrix.rows() * 31L + 7))
        .toList();
  }

  private static FloatMatrix random(int rows, int columns, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return FloatMatrix.wrap(rows, columns, values);
  }
}
