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
 * The cosine of a projection of the query with a key of each model.
 *
 * <p>In training the projections, scaled to length 1, follow the cosines as further columns, so
 * that a loss can compare queries with one another.
 *
 * @param width of the projection and the keys, at least 1
 */
public record CosineNetwork(int width) implements Network {

  private static final double KEY_DEVIATION = 0.78;
  private static final double EPSILON = 1e-12;

  /** Rejects {@code width < 1}. */
  public CosineNetwork {
    Require.positive("width", width);
  }

  @Override
  public List<Parameter> initialise(int inputs, float[] logits, Seed seed) {
    SplittableRandom random = seed.stream("initial weights");
    return List.of(
        Initial.uniform(width, inputs, random),
        Initial.bias(width, 0),
        Initial.normal(logits.length, width, KEY_DEVIATION, random));
  }

  @Override
  public NDArray forward(NDArray inputs, List<NDArray> weights, Noise noise) {
    NDArray queries = unit(Affine.forward(inputs, weights.get(0), weights.get(1)));
    return queries.dot(unit(weights.get(2)).transpose()).concat(queries, 1);
  }

  private static NDArray unit(NDArray rows) {
    return rows.div(rows.square().sum(new int[] {1}, true).add(EPSILON).sqrt());
  }

  @Override
  public UnaryOperator<FloatMatrix> freeze(List<FloatMatrix> weights) {
    Affine projection = Affine.of(weights.get(0), weights.get(1));
    Affine keys = Affine.linear(UnitRows.of(weights.get(2)));
    return rows -> keys.apply(UnitRows.of(projection.apply(rows)));
  }
}
