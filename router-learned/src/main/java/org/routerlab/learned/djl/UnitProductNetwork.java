package org.routerlab.learned.djl;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.routerlab.core.Require;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.engine.UnitRows;

/**
 * w · (v_m/|v_m| ⊙ (W x + b)): a weighted dot product of a projection of the query with a vector of
 * each model of length 1.
 *
 * @param width of the projection and the vectors, at least 1
 * @param inputNoise the size of the Gaussian noise on the inputs in training, relative to theirs;
 *     at least 0
 */
public record UnitProductNetwork(int width, double inputNoise) implements Network {

  private static final double EPSILON = 1e-12;

  /** Rejects values out of range. */
  public UnitProductNetwork {
    Require.positive("width", width);
    Require.between("inputNoise", inputNoise, 0, Double.MAX_VALUE);
  }

  @Override
  public List<Parameter> initialise(int inputs, float[] logits, Seed seed) {
    SplittableRandom random = seed.stream("initial weights");
    return List.of(
        Initial.uniform(width, inputs, random),
        Initial.bias(width, 0),
        Initial.normal(logits.length, width, 1, random),
        Initial.uniform(1, width, random));
  }

  @Override
  public NDArray forward(NDArray inputs, List<NDArray> weights, Noise noise) {
    NDArray noisy = inputNoise == 0 ? inputs : noise.relativeGaussian(inputs, inputNoise);
    NDArray query = Affine.forward(noisy, weights.get(0), weights.get(1));
    NDArray vectors = weights.get(2);
    NDArray length = vectors.square().sum(new int[] {1}, true).add(EPSILON).sqrt();
    return query.mul(weights.get(3)).dot(vectors.div(length).transpose());
  }

  @Override
  public UnaryOperator<FloatMatrix> freeze(List<FloatMatrix> weights) {
    Affine projection = Affine.of(weights.get(0), weights.get(1));
    float[] vectors = UnitRows.of(weights.get(2)).toArray();
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] *= weights.get(3).get(0, i % width);
    }
    Affine models = Affine.linear(FloatMatrix.wrap(weights.get(2).rows(), width, vectors));
    return rows -> models.apply(projection.apply(rows));
  }
}
