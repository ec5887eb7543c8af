package org.routerlab.learned.tribuo;

import java.util.List;
import java.util.function.UnaryOperator;
import libsvm.svm_model;
import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.engine.Regression;
import org.tribuo.common.libsvm.KernelType;
import org.tribuo.common.libsvm.LibSVMModel;
import org.tribuo.common.libsvm.SVMParameters;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.libsvm.LibSVMRegressionTrainer;
import org.tribuo.regression.libsvm.SVMRegressionType;

/**
 * Regression whose error counts only beyond {@code epsilon}, with the kernel exp(−gamma · squared
 * distance), by LIBSVM.
 *
 * @param c the largest weight of a training row, above 0
 * @param epsilon the error that does not count, at least 0
 * @param gamma above 0
 */
public record RbfSvr(double c, double epsilon, double gamma) implements Regression {

  private static final double CACHE_MEGABYTES = 200;

  /** Rejects values out of range. */
  public RbfSvr {
    Require.positive("c", c);
    Require.between("epsilon", epsilon, 0, Double.MAX_VALUE);
    Require.positive("gamma", gamma);
  }

  @Override
  public UnaryOperator<FloatMatrix> fit(FloatMatrix inputs, FloatMatrix targets) {
    List<svm_model> columns = train(inputs, targets).getInnerModels();
    float[][] weights = new float[columns.size()][inputs.rows()];
    float[] intercepts = new float[columns.size()];
    for (int column = 0; column < weights.length; column++) {
      svm_model model = columns.get(column);
      for (int i = 0; i < model.l; i++) {
        // The library counts rows from 1.
        weights[column][model.sv_indices[i] - 1] = (float) model.sv_coef[0][i];
      }
      intercepts[column] = (float) -model.rho[0];
    }
    return new KernelSum(inputs, (float) gamma, FloatMatrix.of(weights), intercepts);
  }

  LibSVMModel<Regressor> train(FloatMatrix inputs, FloatMatrix targets) {
    SVMParameters<Regressor> parameters =
        new SVMParameters<>(
            new SVMRegressionType(SVMRegressionType.SVMMode.EPSILON_SVR), KernelType.RBF);
    parameters.setGamma(gamma);
    parameters.setEpsilon(epsilon);
    parameters.setCacheSize(CACHE_MEGABYTES);
    // The setter would warn that c is for classification, which it is not.
    parameters.getParameters().C = c;
    return new LibSVMRegressionTrainer(parameters, false).train(Tribuo.data(inputs, targets));
  }
}
