package org.routerlab.learned.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.routerlab.core.Require;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * Multidimensional item response theory: softplus(W x) · θ_m − b(x) + c_m, with free abilities θ_m,
 * a linear difficulty b and an intercept for each model.
 *
 * @param latent the number of abilities, at least 1
 */
public record MirtNetwork(int latent) implements Network {

  private static final double ABILITY_DEVIATION = 0.1;

  /** Rejects {@code latent < 1}. */
  public MirtNetwork {
    Require.positive("latent", latent);
  }

  @Override
  public List<Parameter> initialise(int inputs, float[] logits, Seed seed) {
    SplittableRandom random = seed.stream("initial weights");
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(Initial.uniform(latent, inputs, random));
    parameters.add(Initial.bias(latent, 0));
    parameters.add(Initial.normal(logits.length, latent, ABILITY_DEVIATION, random));
    parameters.add(Initial.zeros(1, inputs));
    parameters.add(new Parameter(FloatMatrix.of(logits.clone()), false));
    return parameters;
  }

  @Override
  public NDArray forward(NDArray inputs, List<NDArray> weights, Noise noise) {
    NDArray discrimination =
        Activation.softPlus(Affine.forward(inputs, weights.get(0), weights.get(1)));
    NDArray difficulty = inputs.dot(weights.get(3).transpose());
    return Affine.forward(discrimination, weights.get(2), weights.get(4)).sub(difficulty);
  }

  @Override
  public UnaryOperator<FloatMatrix> freeze(List<FloatMatrix> weights) {
    Affine discrimination = Affine.of(weights.get(0), weights.get(1));
    Affine abilities = Affine.of(weights.get(2), weights.get(4));
    Affine difficulties = Affine.linear(weights.get(3));
    return rows -> {
      float[] a = discrimination.apply(rows).toArray();
      for (int i = 0; i < a.length; i++) {
        a[i] = (float) Logistic.softplus(a[i]);
      }
      FloatMatrix difficulty = difficulties.apply(rows);
      FloatMatrix products = abilities.apply(FloatMatrix.wrap(rows.rows(), latent, a));
      float[] logits = products.toArray();
      for (int i = 0; i < logits.length; i++) {
        logits[i] -= difficulty.get(i / products.columns(), 0);
      }
      return FloatMatrix.wrap(rows.rows(), products.columns(), logits);
    };
  }
}
