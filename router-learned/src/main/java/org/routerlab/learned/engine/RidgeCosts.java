package org.routerlab.learned.engine;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.routerlab.core.CostPredictor;
import org.routerlab.core.Require;
import org.routerlab.core.RoutingData;
import org.routerlab.core.TrainingContext;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * Predicts the logarithm of a cost by ridge regression.
 *
 * <p>The exponential is corrected by the mean exponential of the training residuals, without which
 * it would be too low on average. A predicted logarithm stays within those seen in training.
 *
 * @param alpha the penalty of the squared weights, above 0
 */
public record RidgeCosts(double alpha) implements CostEstimator {

  /** Keeps the logarithm of a cost of 0 finite. */
  private static final double SMALLEST_COST = 1e-9;

  /** Rejects {@code alpha <= 0}. */
  public RidgeCosts {
    Require.positive("alpha", alpha);
  }

  /** A penalty of 10. */
  public RidgeCosts() {
    this(10);
  }

  @Override
  public String name() {
    return "ridge";
  }

  @Override
  public CostPredictor fit(RoutingData train, TrainingContext context) {
    FloatMatrix embeddings = train.queries().embeddings();
    FloatMatrix costs = train.outcomes().costs();
    float[] logarithms = costs.toArray();
    for (int i = 0; i < logarithms.length; i++) {
      logarithms[i] = (float) StrictMath.log(SMALLEST_COST + logarithms[i]);
    }
    FloatMatrix targets = FloatMatrix.wrap(costs.rows(), costs.columns(), logarithms);
    Range[] ranges = new Range[costs.columns()];
    Arrays.setAll(ranges, model -> Range.of(targets, model));
    UnaryOperator<FloatMatrix> linear =
        PerModelRegression.fit(
            new RidgeRegression(alpha, embeddings, context), embeddings, targets, 0);
    double[] corrections = corrections(linear.apply(embeddings), targets, ranges);
    double[] means = KnownCosts.means(train.outcomes());
    return queries -> costs(linear.apply(queries.embeddings()), ranges, corrections, means);
  }

  /** The logarithms known of a model; empty where {@code low > high}. */
  private record Range(float low, float high) {

    static Range of(FloatMatrix targets, int model) {
      float low = Float.POSITIVE_INFINITY;
      float high = Float.NEGATIVE_INFINITY;
      for (int row = 0; row < targets.rows(); row++) {
        float value = targets.get(row, model);
        if (!Float.isNaN(value)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
      return new Range(low, high);
    }

    boolean isEmpty() {
      return low > high;
    }

    float clip(float value) {
      return Math.max(low, Math.min(high, value));
    }
  }

  private static double[] corrections(FloatMatrix fitted, FloatMatrix targets, Range[] ranges) {
    double[] sums = new double[ranges.length];
    int[] counts = new int[ranges.length];
    for (int row = 0; row < targets.rows(); row++) {
      for (int model = 0; model < ranges.length; model++) {
        if (!Float.isNaN(targets.get(row, model))) {
          float residual = targets.get(row, model) - ranges[model].clip(fitted.get(row, model));
          sums[model] += StrictMath.exp(residual);
          counts[model]++;
        }
      }
    }
    for (int model = 0; model < sums.length; model++) {
      sums[model] /= Math.max(1, counts[model]);
    }
    return sums;
  }

  private static FloatMatrix costs(
      FloatMatrix logarithms, Range[] ranges, double[] corrections, double[] means) {
    float[] values = logarithms.toArray();
    for (int i = 0; i < values.length; i++) {
      int model = i % ranges.length;
      values[i] =
          ranges[model].isEmpty()
              ? (float) means[model]
              : (float) (StrictMath.exp(ranges[model].clip(values[i])) * corrections[model]);
    }
    return FloatMatrix.wrap(logarithms.rows(), ranges.length, values);
  }
}
