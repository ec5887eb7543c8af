package org.routerlab.learned.tribuo;

import de.bwaldvogel.liblinear.Model;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.engine.LinearMap;
import org.routerlab.learned.engine.Regression;
import org.tribuo.common.liblinear.LibLinearModel;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.liblinear.LibLinearRegressionTrainer;
import org.tribuo.regression.liblinear.LinearRegressionType;

/**
 * Linear regression whose error counts only beyond {@code epsilon}, by LIBLINEAR; the intercept is
 * penalised too.
 *
 * @param c how much errors count against the size of the weights, above 0
 * @param epsilon the error that does not count, at least 0
 * @param seed orders the rows within the solver
 */
public record LinearSvr(double c, double epsilon, long seed) implements Regression {

  private static final int MOST_ITERATIONS = 1000;
  private static final double TOLERANCE = 0.01;

  /** Rejects values out of range. */
  public LinearSvr {
    Require.positive("c", c);
    Require.between("epsilon", epsilon, 0, Double.MAX_VALUE);
  }

  @Override
  public UnaryOperator<FloatMatrix> fit(FloatMatrix inputs, FloatMatrix targets) {
    LibLinearRegressionTrainer trainer =
        new LibLinearRegressionTrainer(
            new LinearRegressionType(LinearRegressionType.LinearType.L2R_L1LOSS_SVR_DUAL),
            c,
            MOST_ITERATIONS,
            TOLERANCE,
            epsilon,
            seed);
    LibLinearModel<Regressor> model = trainer.train(Tribuo.data(inputs, targets));
    List<Model> columns = model.getInnerModels();
    double[][] weights = new double[columns.size()][];
    double[] intercepts = new double[columns.size()];
    for (int column = 0; column < weights.length; column++) {
      double[] all = columns.get(column).getFeatureWeights();
      weights[column] = Arrays.copyOf(all, inputs.columns());
      intercepts[column] = all[inputs.columns()];
    }
    return new LinearMap(weights, intercepts);
  }
}
