package org.routerlab.learned.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.function.UnaryOperator;
import org.routerlab.core.Require;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.core.matrix.Kernels;
import org.routerlab.core.matrix.PackedMatrix;
import org.routerlab.learned.engine.UnitRows;

/**
 * The logit of a mean of fixed chances a cluster, weighted by a softmax over clusters that is
 * linear in the embedding scaled to length 1.
 *
 * @param start clusters × dimensions: the weights of the softmax before training
 * @param chances clusters × models, each above 0 and below 1
 */
record ClusterMapNetwork(FloatMatrix start, FloatMatrix chances) implements Network {

  /** Shorter embeddings count as zero. */
  private static final float SHORTEST = 1e-12f;

  ClusterMapNetwork {
    Require.equal("clusters with weights", start.rows(), "with chances", chances.rows());
  }

  @Override
  public List<Parameter> initialise(int inputs, float[] logits, Seed seed) {
    Require.equal("dimensions of an embedding", inputs, "of the clusters", start.columns());
    Require.equal("models", logits.length, "columns of chances", chances.columns());
    return List.of(new Parameter(start, true));
  }

  @Override
  public NDArray forward(NDArray inputs, List<NDArray> weights, Noise noise) {
    NDArray unit = inputs.div(inputs.norm(new int[] {1}, true).maximum(SHORTEST));
    NDArray fixed =
        Torch.array(
            inputs.getManager(), chances.toArray(), new Shape(chances.rows(), chances.columns()));
    NDArray mean = unit.dot(weights.get(0).transpose()).softmax(1).dot(fixed);
    return mean.log().sub(mean.neg().add(1).log());
  }

  @Override
  public UnaryOperator<FloatMatrix> freeze(List<FloatMatrix> weights) {
    PackedMatrix packed = PackedMatrix.of(weights.get(0));
    return rows -> {
      FloatMatrix products = Kernels.product(UnitRows.of(rows), packed);
      float[] logits = new float[rows.rows() * chances.columns()];
      for (int row = 0; row < rows.rows(); row++) {
        double[] means = means(products.row(row));
        for (int model = 0; model < means.length; model++) {
          logits[row * means.length + model] =
              (float) StrictMath.log(means[model] / (1 - means[model]));
        }
      }
      return FloatMatrix.wrap(rows.rows(), chances.columns(), logits);
    };
  }

  private double[] means(float[] products) {
    double highest = Double.NEGATIVE_INFINITY;
    for (float product : products) {
      highest = Math.max(highest, product);
    }
    double[] means = new double[chances.columns()];
    double total = 0;
    for (int cluster = 0; cluster < products.length; cluster++) {
      double weight = StrictMath.exp(products[cluster] - highest);
      total += weight;
      for (int model = 0; model < means.length; model++) {
        means[model] += weight * chances.get(cluster, model);
      }
    }
    for (int model = 0; model < means.length; model++) {
      means[model] /= total;
    }
    return means;
  }
}
