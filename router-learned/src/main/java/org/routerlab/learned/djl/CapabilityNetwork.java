package org.routerlab.learned.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.routerlab.core.Require;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * One function of a query and a model's capabilities, the same for every model: a linear map or a
 * hidden layer on [P x ; a ; P x ⊙ Q a], added to the logit of the mean capability.
 *
 * <p>No parameter belongs to a model, so that a model outside the training is scored from its
 * capabilities alone. Output weights start at 0: an untrained network ranks models by their mean
 * capability.
 *
 * @param capabilities models × groups, each in [0, 1]
 * @param width of the projections P and Q, at least 1
 * @param hidden the width of the hidden layer; 0 for none
 */
public record CapabilityNetwork(FloatMatrix capabilities, int width, int hidden)
    implements Network {

  // Parameters by place.
  private static final int QUERY = 0;
  private static final int QUERY_BIAS = 1;
  private static final int MODEL = 2;
  private static final int OF_QUERY = 3;
  private static final int OF_MODEL = 4;
  private static final int OF_BOTH = 5;
  private static final int LAYER_BIAS = 6;
  private static final int OUTPUT = 7;
  private static final int OUTPUT_BIAS = 8;

  /** Rejects values out of range. */
  public CapabilityNetwork {
    Require.positive("width", width);
    Require.between("hidden", hidden, 0, Integer.MAX_VALUE);
  }

  @Override
  public List<Parameter> initialise(int inputs, float[] logits, Seed seed) {
    SplittableRandom random = seed.stream("initial weights");
    int groups = capabilities.columns();
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(Initial.uniform(width, inputs, random));
    parameters.add(Initial.bias(width, 0));
    parameters.add(Initial.normal(width, groups, 1, random));
    if (hidden == 0) {
      parameters.add(Initial.zeros(1, width));
      parameters.add(Initial.zeros(1, groups));
      parameters.add(Initial.zeros(1, width));
      parameters.add(Initial.bias(1, 0));
    } else {
      parameters.add(Initial.uniform(hidden, width, random));
      parameters.add(Initial.uniform(hidden, groups, random));
      parameters.add(Initial.uniform(hidden, width, random));
      parameters.add(Initial.bias(hidden, 0));
      parameters.add(Initial.zeros(1, hidden));
      parameters.add(Initial.bias(1, 0));
    }
    return parameters;
  }

  @Override
  public NDArray forward(NDArray inputs, List<NDArray> weights, Noise noise) {
    NDManager manager = inputs.getManager();
    long rows = inputs.getShape().get(0);
    long models = capabilities.rows();
    NDArray able =
        Torch.array(manager, centred().toArray(), new Shape(models, capabilities.columns()));
    NDArray query = Affine.forward(inputs, weights.get(QUERY), weights.get(QUERY_BIAS));
    NDArray model = able.dot(weights.get(MODEL).transpose());
    NDArray both = query.expandDims(1).mul(model.expandDims(0));
    int wide = Math.max(1, hidden);
    NDArray layer =
        both.reshape(new Shape(rows * models, width))
            .dot(weights.get(OF_BOTH).transpose())
            .reshape(new Shape(rows, models, wide))
            .add(query.dot(weights.get(OF_QUERY).transpose()).expandDims(1))
            .add(able.dot(weights.get(OF_MODEL).transpose()).expandDims(0))
            .add(weights.get(LAYER_BIAS));
    NDArray pairs = layer.reshape(new Shape(rows * models, wide));
    NDArray output =
        hidden == 0
            ? pairs
            : Affine.forward(Activation.relu(pairs), weights.get(OUTPUT), weights.get(OUTPUT_BIAS));
    return output
        .reshape(new Shape(rows, models))
        .add(Torch.array(manager, offsets(), new Shape(1, models)));
  }

  /** Between −1 and 1. */
  private FloatMatrix centred() {
    float[] values = capabilities.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = 2 * values[i] - 1;
    }
    return FloatMatrix.wrap(capabilities.rows(), capabilities.columns(), values);
  }

  private float[] offsets() {
    double[] means = new double[capabilities.rows()];
    for (int model = 0; model < means.length; model++) {
      for (float capability : capabilities.row(model)) {
        means[model] += capability / capabilities.columns();
      }
    }
    return Logistic.logits(means);
  }

  @Override
  public UnaryOperator<FloatMatrix> freeze(List<FloatMatrix> weights) {
    FloatMatrix able = centred();
    FloatMatrix model = Affine.linear(weights.get(MODEL)).apply(able);
    FloatMatrix added = Affine.of(weights.get(OF_MODEL), weights.get(LAYER_BIAS)).apply(able);
    float[] offsets = offsets();
    Affine queries = Affine.of(weights.get(QUERY), weights.get(QUERY_BIAS));
    Affine ofQuery = Affine.linear(weights.get(OF_QUERY));
    Affine ofBoth = Affine.linear(weights.get(OF_BOTH));
    UnaryOperator<FloatMatrix> output =
        hidden == 0
            ? UnaryOperator.identity()
            : rectified(Affine.of(weights.get(OUTPUT), weights.get(OUTPUT_BIAS)));
    return rows -> {
      FloatMatrix query = queries.apply(rows);
      FloatMatrix common = ofQuery.apply(query);
      float[] both = new float[rows.rows() * model.rows() * width];
      for (int i = 0; i < both.length; i++) {
        int pair = i / width;
        both[i] =
            query.get(pair / model.rows(), i % width) * model.get(pair % model.rows(), i % width);
      }
      FloatMatrix pairs = FloatMatrix.wrap(rows.rows() * model.rows(), width, both);
      float[] layer = ofBoth.apply(pairs).toArray();
      int wide = common.columns();
      for (int i = 0; i < layer.length; i++) {
        int pair = i / wide;
        layer[i] +=
            common.get(pair / model.rows(), i % wide) + added.get(pair % model.rows(), i % wide);
      }
      float[] logits = output.apply(FloatMatrix.wrap(pairs.rows(), wide, layer)).toArray();
      for (int i = 0; i < logits.length; i++) {
        logits[i] += offsets[i % offsets.length];
      }
      return FloatMatrix.wrap(rows.rows(), model.rows(), logits);
    };
  }

  private static UnaryOperator<FloatMatrix> rectified(Affine output) {
    return layer -> {
      float[] values = layer.toArray();
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.max(0, values[i]);
      }
      return output.apply(FloatMatrix.wrap(layer.rows(), layer.columns(), values));
    };
  }
}
