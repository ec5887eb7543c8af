package org.routerlab.learned.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.routerlab.core.Require;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.core.matrix.Kernels;

/**
 * One block of self-attention over two tokens, the model's and the projected query, read off at the
 * model's token: residual, layer normalisation, linear output.
 *
 * <p>With two tokens the attention is one number g, the sigmoid of a difference, and the block's
 * sum is a + g · (u − v) with a and v of the model and u of the query. Its mean, length and product
 * with the output weights follow from products of these, so that no array of queries × models ×
 * width is ever made.
 *
 * @param width of a token, at least 2
 * @param dropout the share of the query's attended values left out in training, in [0, 0.9]
 */
public record SpiderNetwork(int width, double dropout) implements Network {

  private static final double EPSILON = 1e-5;

  // Parameters by place.
  private static final int TOKENS = 0;
  private static final int PROJECTION = 1;
  private static final int BIAS = 2;
  private static final int QUERY = 3;
  private static final int KEY = 4;
  private static final int VALUE = 5;
  private static final int JOIN = 6;
  private static final int OUTPUT = 7;

  /** Rejects values out of range. */
  public SpiderNetwork {
    Require.between("width", width, 2, Integer.MAX_VALUE);
    Require.between("dropout", dropout, 0, 0.9);
  }

  @Override
  public List<Parameter> initialise(int inputs, float[] logits, Seed seed) {
    SplittableRandom random = seed.stream("initial weights");
    double deviation = 1 / Math.sqrt(width);
    return List.of(
        Initial.normal(logits.length, width, 1, random),
        Initial.uniform(width, inputs, random),
        Initial.bias(width, 0),
        Initial.normal(width, width, deviation, random),
        Initial.normal(width, width, deviation, random),
        Initial.normal(width, width, deviation, random),
        Initial.normal(width, width, deviation, random),
        Initial.normal(1, width, Math.sqrt(2.0 / (width + 1)), random));
  }

  @Override
  public NDArray forward(NDArray inputs, List<NDArray> weights, Noise noise) {
    NDArray two = Torch.number(inputs, 2);
    NDArray tokens = weights.get(TOKENS);
    NDArray query = Affine.forward(inputs, weights.get(PROJECTION), weights.get(BIAS));
    NDArray keys = tokens.dot(weights.get(QUERY).transpose()).dot(weights.get(KEY));
    NDArray own = keys.mul(tokens).sum(new int[] {1}).expandDims(0);
    NDArray g =
        Activation.sigmoid(
            query.dot(keys.transpose()).sub(own).div(Torch.number(inputs, Math.sqrt(width))));
    NDArray u = attended(query, weights);
    u = centred(dropout == 0 ? u : noise.dropout(u, dropout));
    NDArray v = centred(attended(tokens, weights));
    NDArray a = centred(tokens).add(v);
    NDArray ofQuery = squared(u).expandDims(1);
    NDArray vv = squared(v).expandDims(0);
    NDArray difference = ofQuery.sub(u.dot(v.transpose()).mul(two)).add(vv);
    NDArray mixed = u.dot(a.transpose()).sub(a.mul(v).sum(new int[] {1}).expandDims(0));
    NDArray length =
        squared(a).expandDims(0).add(g.mul(mixed).mul(two)).add(g.square().mul(difference));
    NDArray deviation =
        length
            .maximum(Torch.number(inputs, 0))
            .div(Torch.number(inputs, width))
            .add(EPSILON)
            .sqrt();
    NDArray w = weights.get(OUTPUT).transpose();
    NDArray sum = a.dot(w).transpose().add(g.mul(u.dot(w).sub(v.dot(w).transpose())));
    return sum.div(deviation);
  }

  private static NDArray attended(NDArray tokens, List<NDArray> weights) {
    return tokens.dot(weights.get(VALUE).transpose()).dot(weights.get(JOIN).transpose());
  }

  private static NDArray centred(NDArray rows) {
    return rows.sub(rows.mean(new int[] {1}, true));
  }

  private static NDArray squared(NDArray rows) {
    return rows.square().sum(new int[] {1});
  }

  @Override
  public UnaryOperator<FloatMatrix> freeze(List<FloatMatrix> weights) {
    FloatMatrix tokens = weights.get(TOKENS);
    Affine projection = Affine.of(weights.get(PROJECTION), weights.get(BIAS));
    Affine values = Affine.linear(weights.get(VALUE));
    Affine join = Affine.linear(weights.get(JOIN));
    FloatMatrix queries = Affine.linear(weights.get(QUERY)).apply(tokens);
    FloatMatrix keysOfTokens = Affine.linear(weights.get(KEY)).apply(tokens);
    Affine keys = Affine.linear(weights.get(KEY));
    Affine asked = Affine.linear(queries);
    FloatMatrix attended = join.apply(values.apply(tokens));
    int models = tokens.rows();
    float[] own = new float[models];
    float[][] token = new float[models][];
    float[][] value = new float[models][];
    for (int model = 0; model < models; model++) {
      own[model] = Kernels.dot(queries.row(model), keysOfTokens.row(model));
      token[model] = tokens.row(model);
      value[model] = attended.row(model);
    }
    float[] w = weights.get(OUTPUT).row(0);
    return rows -> {
      FloatMatrix query = projection.apply(rows);
      FloatMatrix attention = asked.apply(keys.apply(query));
      FloatMatrix u = join.apply(values.apply(query));
      float[] scores = new float[rows.rows() * models];
      for (int row = 0; row < rows.rows(); row++) {
        float[] ofQuery = u.row(row);
        for (int model = 0; model < models; model++) {
          double gap = (attention.get(row, model) - own[model]) / Math.sqrt(width);
          double g = Logistic.sigmoid(gap);
          scores[row * models + model] =
              (float) normalised(token[model], value[model], ofQuery, g, w);
        }
      }
      return FloatMatrix.wrap(rows.rows(), models, scores);
    };
  }

  /** The output of one model's token. */
  private double normalised(float[] token, float[] own, float[] query, double g, float[] w) {
    double[] values = new double[width];
    double sum = 0;
    for (int i = 0; i < width; i++) {
      values[i] = token[i] + own[i] + g * (query[i] - own[i]);
      sum += values[i];
    }
    double squares = 0;
    double output = 0;
    for (int i = 0; i < width; i++) {
      double centred = values[i] - sum / width;
      squares += centred * centred;
      output += centred * w[i];
    }
    return output / Math.sqrt(squares / width + EPSILON);
  }
}
