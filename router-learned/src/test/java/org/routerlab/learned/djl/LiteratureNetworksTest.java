package org.routerlab.learned.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

class LiteratureNetworksTest {

  private static final Seed SEED = new Seed(3);
  private static final FloatMatrix INPUTS = random(7, 5, 1);
  private static final float[] LOGITS = {0.5f, -1, 2};
  private static final FloatMatrix CAPABILITIES =
      FloatMatrix.of(new float[][] {{0.2f, 0.9f}, {0.4f, 0.4f}, {1, 0}});

  private static final List<Network> NETWORKS =
      List.of(
          new SpiderNetwork(6, 0),
          new CosineNetwork(4),
          new MirtNetwork(3),
          new NirtNetwork(2, 4, 0),
          new UnitProductNetwork(4, 0),
          new GraphNetwork(4, 0.5, edges(6, 11)),
          new CapabilityNetwork(CAPABILITIES, 4, 0),
          new CapabilityNetwork(CAPABILITIES, 4, 3));

  @Test
  void trainingAndRoutingComputeTheSameFunction() {
    for (Network network : NETWORKS) {
      List<FloatMatrix> weights = randomWeights(network);
      float[] training = forward(network, weights);
      float[] routing = network.freeze(weights).apply(INPUTS).toArray();
      assertThat(routing).hasSize(INPUTS.rows() * LOGITS.length);
      for (int i = 0; i < routing.length; i++) {
        assertThat(routing[i]).as("%s, cell %d", network, i).isCloseTo(training[i], offset(1e-5f));
      }
      assertThat(spread(routing)).as("%s is no constant", network).isGreaterThan(0.01f);
    }
  }

  @Test
  void gradientsAgreeWithFiniteDifferences() {
    for (Network network : NETWORKS) {
      List<FloatMatrix> weights = randomWeights(network);
      List<float[]> gradients = gradients(network, weights);
      for (int which = 0; which < weights.size(); which++) {
        for (int cell = 0; cell < gradients.get(which).length; cell++) {
          double slope = slope(network, weights, which, cell);
          assertThat((double) gradients.get(which)[cell])
              .as("%s, parameter %d, cell %d", network, which, cell)
              .isCloseTo(slope, offset(1e-2 * Math.max(1, Math.abs(slope))));
        }
      }
    }
  }

  @Test
  void aQueryIsRoutedAloneAsInABatch() {
    for (Network network : NETWORKS) {
      List<FloatMatrix> weights = randomWeights(network);
      FloatMatrix together = network.freeze(weights).apply(INPUTS);
      for (int row = 0; row < INPUTS.rows(); row++) {
        FloatMatrix alone = network.freeze(weights).apply(INPUTS.selectRows(new int[] {row}));
        assertThat(alone.row(0)).as("%s, row %d", network, row).isEqualTo(together.row(row));
      }
    }
  }

  @Test
  void attentionOverTwoTokensIsASoftmaxOfTwo() {
    // Width 2, so that layer normalisation gives ±1 (nearly): tokens, identity everywhere.
    SpiderNetwork network = new SpiderNetwork(2, 0);
    FloatMatrix identity = FloatMatrix.of(new float[][] {{1, 0}, {0, 1}});
    FloatMatrix zero = FloatMatrix.of(new float[][] {{0, 0}});
    FloatMatrix tokens = FloatMatrix.of(new float[][] {{1, 0}});
    FloatMatrix output = FloatMatrix.of(new float[][] {{3, 1}});
    List<FloatMatrix> weights =
        List.of(tokens, identity, zero, identity, identity, identity, identity, output);
    FloatMatrix query = FloatMatrix.of(new float[][] {{0.5f, 4}});

    // Attention logits: 1/√2 on itself, 0.5/√2 on the query.
    double g = 1 / (1 + Math.exp(0.5 / Math.sqrt(2)));
    double first = 1 + (1 - g) + g * 0.5;
    double second = 4 * g;
    double half = (first - second) / 2;
    double byHand = (3 * half - half) / Math.sqrt(half * half + 1e-5);

    assertThat((double) network.freeze(weights).apply(query).get(0, 0))
        .isCloseTo(byHand, offset(1e-5));
  }

  @Test
  void aBetterAbilityNeverLowersTheNeuralIrtScore() {
    NirtNetwork network = new NirtNetwork(2, 4, 0);
    float[] inputs = INPUTS.toArray();
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = i % 5 < 3 ? inputs[i] : Math.abs(inputs[i]);
    }
    FloatMatrix relevant = FloatMatrix.wrap(7, 5, inputs);
    for (int seed = 0; seed < 20; seed++) {
      List<FloatMatrix> weights = new ArrayList<>(randomWeights(network, seed));
      float[] ability = weights.get(0).toArray();
      // Model 1 is model 0 with one better ability, model 2 with two.
      ability[2] = ability[0] + 1;
      ability[3] = ability[1];
      ability[4] = ability[2];
      ability[5] = ability[1] + 0.5f;
      weights.set(0, FloatMatrix.wrap(3, 2, ability));
      FloatMatrix scores = network.freeze(weights).apply(relevant);
      for (int row = 0; row < scores.rows(); row++) {
        assertThat(scores.get(row, 1)).isGreaterThanOrEqualTo(scores.get(row, 0));
        assertThat(scores.get(row, 2)).isGreaterThanOrEqualTo(scores.get(row, 1));
      }
    }
  }

  @Test
  void untrainedNeuralIrtRanksModelsByTheirTrainMeans() {
    Network network = new NirtNetwork(2, 4, 0);
    FloatMatrix relevant = FloatMatrix.of(new float[][] {{0.3f, -1, 2, 0.7f, 0.3f}});
    float[] scores = network.freeze(initial(network)).apply(relevant).row(0);
    assertThat(scores[2]).isGreaterThan(scores[0]);
    assertThat(scores[0]).isGreaterThan(scores[1]);
  }

  @Test
  void anUntrainedCapabilityNetworkGivesTheLogitOfTheMeanCapability() {
    for (int hidden : new int[] {0, 3}) {
      Network network = new CapabilityNetwork(CAPABILITIES, 4, hidden);
      float[] scores = network.freeze(initial(network)).apply(INPUTS).row(2);
      double[] byHand = {Math.log(0.55 / 0.45), Math.log(0.4 / 0.6), 0};
      for (int model = 0; model < 3; model++) {
        assertThat((double) scores[model]).isCloseTo(byHand[model], offset(1e-5));
      }
    }
  }

  @Test
  void modelsWithEqualCapabilitiesScoreEqually() {
    FloatMatrix twins = FloatMatrix.of(new float[][] {{0.2f, 0.9f}, {1, 0}, {0.2f, 0.9f}});
    Network network = new CapabilityNetwork(twins, 4, 3);
    FloatMatrix scores = network.freeze(randomWeights(network)).apply(INPUTS);
    for (int row = 0; row < scores.rows(); row++) {
      assertThat(scores.get(row, 0)).isEqualTo(scores.get(row, 2));
      assertThat(scores.get(row, 0)).isNotEqualTo(scores.get(row, 1));
    }
  }

  @Test
  void theLengthOfAModelsVectorDoesNotChangeAUnitProduct() {
    Network network = new UnitProductNetwork(4, 0);
    List<FloatMatrix> weights = new ArrayList<>(randomWeights(network));
    FloatMatrix before = network.freeze(weights).apply(INPUTS);
    float[] vectors = weights.get(2).toArray();
    for (int i = 0; i < 4; i++) {
      vectors[i] *= 10;
    }
    weights.set(2, FloatMatrix.wrap(3, 4, vectors));
    FloatMatrix after = network.freeze(weights).apply(INPUTS);
    for (int i = 0; i < before.toArray().length; i++) {
      assertThat(after.toArray()[i]).isCloseTo(before.toArray()[i], offset(1e-5f));
    }
  }

  @Test
  void mirtIsAProductPlusInterceptLessDifficulty() {
    Network network = new MirtNetwork(1);
    List<FloatMatrix> weights =
        List.of(
            FloatMatrix.of(new float[][] {{1, 0}}),
            FloatMatrix.of(new float[][] {{0.5f}}),
            FloatMatrix.of(new float[][] {{2}, {-1}}),
            FloatMatrix.of(new float[][] {{0, 1}}),
            FloatMatrix.of(new float[][] {{0.1f, 0.2f}}));
    FloatMatrix scores =
        network.freeze(weights).apply(FloatMatrix.of(new float[][] {{1.5f, 0.25f}}));
    double a = Math.log(1 + Math.exp(2));
    assertThat((double) scores.get(0, 0)).isCloseTo(2 * a + 0.1 - 0.25, offset(1e-5));
    assertThat((double) scores.get(0, 1)).isCloseTo(-a + 0.2 - 0.25, offset(1e-5));
  }

  @Test
  void aHiddenEdgeIsNotPredictedFromItsOwnScore() {
    GraphNetwork network = new GraphNetwork(4, 0.5, edges(6, 11));
    List<FloatMatrix> weights = randomWeights(network);
    float[] targets = new float[21];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = i % 2;
    }
    float[] before = graphStep(network, weights, targets);
    int hidden = 0;
    int visible = 0;
    int moving = 0;
    for (int edge = 0; edge < targets.length; edge++) {
      float[] changed = targets.clone();
      changed[edge] = 1 - changed[edge];
      float[] after = graphStep(network, weights, changed);
      int row = edge / 3;
      int model = edge % 3;
      boolean isTarget = before[row * 6 + 3 + model] == 1;
      if (isTarget) {
        assertThat(after).as("edge %d", edge).isEqualTo(before);
        hidden++;
      } else {
        visible++;
        moving += Arrays.equals(after, before) ? 0 : 1;
      }
    }
    assertThat(hidden).isPositive();
    // A message may be cut at 0 for both scores.
    assertThat(moving).isGreaterThan(visible / 2);
  }

  @Test
  void theGradientsOfAGraphAreThoseOfTheStepThatHidesEdges() {
    GraphNetwork network = new GraphNetwork(4, 0.5, edges(6, 11));
    List<FloatMatrix> weights = randomWeights(network);
    float[] targets = new float[21];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = i % 4 / 3f;
    }
    List<float[]> gradients;
    try (NDManager manager = Torch.manager()) {
      List<NDArray> leaves = arrays(manager, weights);
      NDArray inputs = array(manager, INPUTS);
      Batch batch = graphBatch(manager, targets);
      gradients =
          Torch.gradients(
              leaves,
              () -> network.forward(inputs, batch, leaves, Noise.of(SEED)).get(":, :3").sum());
    }
    for (int which = 0; which < weights.size(); which++) {
      for (int cell = 0; cell < gradients.get(which).length; cell++) {
        float step = 4e-3f;
        double above = logitSum(graphStep(network, shifted(weights, which, cell, step), targets));
        double below = logitSum(graphStep(network, shifted(weights, which, cell, -step), targets));
        double slope = (above - below) / (2 * step);
        assertThat((double) gradients.get(which)[cell])
            .as("parameter %d, cell %d", which, cell)
            .isCloseTo(slope, offset(1e-2 * Math.max(1, Math.abs(slope))));
      }
    }
  }

  /** The first half of the columns; in the others stands which edges were hidden. */
  private static double logitSum(float[] output) {
    double sum = 0;
    for (int i = 0; i < output.length; i++) {
      sum += i % 6 < 3 ? output[i] : 0;
    }
    return sum;
  }

  @Test
  void theGraphIsTheSameWhenEveryTrainingQueryIsRepeated() {
    GraphNetwork.Edges once = edges(6, 11);
    int[] twice = {0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5};
    GraphNetwork.Edges repeated =
        new GraphNetwork.Edges(
            once.inputs().selectRows(twice),
            once.scores().selectRows(twice),
            once.observed().selectRows(twice));
    List<FloatMatrix> weights = randomWeights(new GraphNetwork(4, 0.5, once));
    float[] a = new GraphNetwork(4, 0.5, once).freeze(weights).apply(INPUTS).toArray();
    float[] b = new GraphNetwork(4, 0.5, repeated).freeze(weights).apply(INPUTS).toArray();
    for (int i = 0; i < a.length; i++) {
      assertThat(b[i]).isCloseTo(a[i], offset(1e-5f));
    }
  }

  private static float[] graphStep(
      GraphNetwork network, List<FloatMatrix> weights, float[] targets) {
    try (NDManager manager = Torch.manager()) {
      Batch batch = graphBatch(manager, targets);
      return network
          .forward(array(manager, INPUTS), batch, arrays(manager, weights), Noise.of(SEED))
          .toFloatArray();
    }
  }

  /** All edges of seven queries to three models. */
  private static Batch graphBatch(NDManager manager, float[] targets) {
    float[] mask = new float[targets.length];
    Arrays.fill(mask, 1);
    Shape shape = new Shape(7, 3);
    return new Batch(
        new int[7], Torch.array(manager, targets, shape), Torch.array(manager, mask, shape));
  }

  private static GraphNetwork.Edges edges(int queries, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] scores = new float[queries * 3];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = i % 5 == 0 ? Float.NaN : i % 3 == 0 ? (float) random.nextDouble() : i % 2;
    }
    OutcomeTable table =
        new OutcomeTable(ModelPool.of("a", "b", "c"), FloatMatrix.wrap(queries, 3, scores));
    return GraphNetwork.Edges.of(random(queries, 5, seed), table);
  }

  private static float spread(float[] values) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return high - low;
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

  /** The logits, without further columns. */
  private static NDArray logits(Network network, NDArray inputs, List<NDArray> weights) {
    return network.forward(inputs, weights, Noise.of(SEED)).get(":, :" + LOGITS.length);
  }

  private static float[] forward(Network network, List<FloatMatrix> weights) {
    try (NDManager manager = Torch.manager()) {
      return logits(network, array(manager, INPUTS), arrays(manager, weights)).toFloatArray();
    }
  }

  private static List<float[]> gradients(Network network, List<FloatMatrix> weights) {
    try (NDManager manager = Torch.manager()) {
      List<NDArray> leaves = arrays(manager, weights);
      NDArray inputs = array(manager, INPUTS);
      return Torch.gradients(leaves, () -> logits(network, inputs, leaves).sum());
    }
  }

  private static List<NDArray> arrays(NDManager manager, List<FloatMatrix> weights) {
    return weights.stream().map(matrix -> array(manager, matrix)).toList();
  }

  private static NDArray array(NDManager manager, FloatMatrix matrix) {
    return Torch.array(manager, matrix.toArray(), new Shape(matrix.rows(), matrix.columns()));
  }

  private static List<FloatMatrix> initial(Network network) {
    return network.initialise(INPUTS.columns(), LOGITS, SEED).stream()
        .map(Parameter::initial)
        .toList();
  }

  private static List<FloatMatrix> randomWeights(Network network) {
    return randomWeights(network, 7);
  }

  private static List<FloatMatrix> randomWeights(Network network, long seed) {
    List<FloatMatrix> weights = new ArrayList<>();
    for (FloatMatrix matrix : initial(network)) {
      weights.add(random(matrix.rows(), matrix.columns(), 31L * weights.size() + seed));
    }
    return weights;
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
