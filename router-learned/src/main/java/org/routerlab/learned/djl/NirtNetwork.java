package org.routerlab.learned.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.routerlab.core.Require;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * Neural item response theory: how far a model's abilities exceed the query's difficulties, ability
 * by ability and weighted by their relevance, read by two layers of non-negative weights.
 *
 * <p>A model that is better in every ability never scores lower. Abilities start at the logit of
 * the model's mean training score, so that an untrained network ranks models by it.
 *
 * @param abilities how many; the last columns of an input are their relevances, at least 1
 * @param hidden the width of the hidden layer, at least 1
 * @param dropout the share of the hidden layer left out in training, in [0, 0.9]
 */
public record NirtNetwork(int abilities, int hidden, double dropout) implements Network {

  private static final double DISCRIMINATION = 9;

  /** Abilities are the sigmoid of so many times their parameter, to move at the pace of layers. */
  private static final float PACE = 10;

  // Parameters by place.
  private static final int ABILITY = 0;
  private static final int DIFFICULTY = 1;
  private static final int DIFFICULTY_BIAS = 2;
  private static final int SLOPE = 3;
  private static final int SLOPE_BIAS = 4;
  private static final int FIRST = 5;
  private static final int FIRST_BIAS = 6;
  private static final int SECOND = 7;
  private static final int SECOND_BIAS = 8;

  /** Rejects values out of range. */
  public NirtNetwork {
    Require.positive("abilities", abilities);
    Require.positive("hidden", hidden);
    Require.between("dropout", dropout, 0, 0.9);
  }

  @Override
  public List<Parameter> initialise(int inputs, float[] logits, Seed seed) {
    SplittableRandom random = seed.stream("initial weights");
    int dimensions = inputs - abilities;
    float[] ability = new float[logits.length * abilities];
    for (int i = 0; i < ability.length; i++) {
      ability[i] = logits[i / abilities] / PACE;
    }
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(new Parameter(FloatMatrix.wrap(logits.length, abilities, ability), true));
    parameters.add(Initial.uniform(abilities, dimensions, random));
    parameters.add(Initial.bias(abilities, 0));
    parameters.add(Initial.uniform(1, dimensions, random));
    parameters.add(Initial.bias(1, 0));
    parameters.add(
        Initial.normal(hidden, abilities, Math.sqrt(2.0 / (hidden + abilities)), random));
    parameters.add(Initial.bias(hidden, 0));
    parameters.add(Initial.normal(1, hidden, Math.sqrt(2.0 / (hidden + 1)), random));
    parameters.add(Initial.bias(1, 0));
    return parameters;
  }

  @Override
  public NDArray forward(NDArray inputs, List<NDArray> weights, Noise noise) {
    long rows = inputs.getShape().get(0);
    long models = weights.get(ABILITY).getShape().get(0);
    long dimensions = inputs.getShape().get(1) - abilities;
    NDArray x = inputs.get(":, :" + dimensions);
    NDArray relevance = inputs.get(":, " + dimensions + ":");
    NDArray difficulty =
        Activation.sigmoid(
            Affine.forward(x, weights.get(DIFFICULTY), weights.get(DIFFICULTY_BIAS)));
    NDArray slope =
        Activation.sigmoid(Affine.forward(x, weights.get(SLOPE), weights.get(SLOPE_BIAS)))
            .mul(Torch.number(inputs, DISCRIMINATION));
    NDArray ability =
        Activation.sigmoid(weights.get(ABILITY).mul(Torch.number(inputs, PACE))).expandDims(0);
    NDArray lead = ability.sub(difficulty.expandDims(1)).mul(relevance.mul(slope).expandDims(1));
    NDArray pairs = lead.reshape(new Shape(rows * models, abilities));
    NDArray layer = Affine.forward(pairs, weights.get(FIRST).abs(), weights.get(FIRST_BIAS)).tanh();
    layer = dropout == 0 ? layer : noise.dropout(layer, dropout);
    return Affine.forward(layer, weights.get(SECOND).abs(), weights.get(SECOND_BIAS))
        .reshape(new Shape(rows, models));
  }

  @Override
  public UnaryOperator<FloatMatrix> freeze(List<FloatMatrix> weights) {
    FloatMatrix ability = abilities(weights.get(ABILITY));
    Affine difficulties = Affine.of(weights.get(DIFFICULTY), weights.get(DIFFICULTY_BIAS));
    Affine slopes = Affine.of(weights.get(SLOPE), weights.get(SLOPE_BIAS));
    Affine first = Affine.of(absolute(weights.get(FIRST)), weights.get(FIRST_BIAS));
    Affine second = Affine.of(absolute(weights.get(SECOND)), weights.get(SECOND_BIAS));
    return inputs -> {
      FloatMatrix x = columns(inputs, 0, inputs.columns() - abilities);
      FloatMatrix relevance = columns(inputs, x.columns(), inputs.columns());
      FloatMatrix difficulty = Logistic.sigmoid(difficulties.apply(x));
      FloatMatrix slope = Logistic.sigmoid(slopes.apply(x));
      int models = ability.rows();
      float[] pairs = new float[inputs.rows() * models * abilities];
      for (int i = 0; i < pairs.length; i++) {
        int row = i / (models * abilities);
        int which = i % abilities;
        double lead = ability.get(i / abilities % models, which) - difficulty.get(row, which);
        pairs[i] = (float) (lead * relevance.get(row, which) * DISCRIMINATION * slope.get(row, 0));
      }
      FloatMatrix leads = FloatMatrix.wrap(inputs.rows() * models, abilities, pairs);
      float[] layer = first.apply(leads).toArray();
      for (int i = 0; i < layer.length; i++) {
        layer[i] = (float) StrictMath.tanh(layer[i]);
      }
      float[] logits = second.apply(FloatMatrix.wrap(leads.rows(), hidden, layer)).toArray();
      return FloatMatrix.wrap(inputs.rows(), models, logits);
    };
  }

  private static FloatMatrix abilities(FloatMatrix parameter) {
    float[] values = parameter.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Logistic.sigmoid(PACE * values[i]);
    }
    return FloatMatrix.wrap(parameter.rows(), parameter.columns(), values);
  }

  private static FloatMatrix absolute(FloatMatrix matrix) {
    float[] values = matrix.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.abs(values[i]);
    }
    return FloatMatrix.wrap(matrix.rows(), matrix.columns(), values);
  }

  private static FloatMatrix columns(FloatMatrix matrix, int from, int to) {
    float[] values = new float[matrix.rows() * (to - from)];
    for (int row = 0; row < matrix.rows(); row++) {
      float[] part = Arrays.copyOfRange(matrix.row(row), from, to);
      System.arraycopy(part, 0, values, row * part.length, part.length);
    }
    return FloatMatrix.wrap(matrix.rows(), to - from, values);
  }
}
