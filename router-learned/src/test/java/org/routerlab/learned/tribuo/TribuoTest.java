package org.routerlab.learned.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.Task;
import org.tribuo.Dataset;
import org.tribuo.Model;
import org.tribuo.regression.Regressor;

/** What was copied out of a library predicts as the library does. */
class TribuoTest {

  /** More than ten columns: their numbers are not in the alphabetic order of "1", "10", "2". */
  private static final int MODELS = 12;

  private static final FloatMatrix INPUTS = Task.noise(150, 13, 1, 1).queries().embeddings();
  private static final FloatMatrix TARGETS = Task.noise(150, 13, MODELS, 2).outcomes().scores();

  @Test
  void boostedTreesAreCopiedWhole() throws XGBoostError {
    BoostedTrees trees = new BoostedTrees(20, 4, 0.3);
    List<Booster> boosters = trees.boosters(INPUTS, TARGETS);
    FloatMatrix copied = trees.fit(INPUTS, TARGETS).apply(INPUTS);

    DMatrix matrix = new DMatrix(INPUTS.toArray(), INPUTS.rows(), INPUTS.columns(), Float.NaN);
    for (int model = 0; model < MODELS; model++) {
      float[][] expected = boosters.get(model).predict(matrix);
      double squares = 0;
      for (int row = 0; row < INPUTS.rows(); row++) {
        assertThat(copied.get(row, model)).isCloseTo(expected[row][0], offset(1e-5f));
        squares += Math.pow(copied.get(row, model) - TARGETS.get(row, model), 2);
      }
      assertThat(squares / INPUTS.rows()).as("it fits its own column").isLessThan(0.1);
    }
  }

  @Test
  void kernelMachinesAreCopiedWhole() {
    RbfSvr svr = new RbfSvr(2, 0.1, 0.05);
    Model<Regressor> model = svr.train(INPUTS, TARGETS);
    FloatMatrix copied = svr.fit(INPUTS, TARGETS).apply(INPUTS);

    Dataset<Regressor> data = Tribuo.data(INPUTS, TARGETS);
    for (int row = 0; row < INPUTS.rows(); row++) {
      double[] expected = model.predict(data.getExample(row)).getOutput().getValues();
      for (int column = 0; column < MODELS; column++) {
        assertThat((double) copied.get(row, column)).isCloseTo(expected[column], offset(1e-4));
      }
    }
  }

  @Test
  void aStiffKernelMachineStaysWithinTheErrorThatDoesNotCount() {
    FloatMatrix fitted = new RbfSvr(1000, 0.1, 1).fit(INPUTS, TARGETS).apply(INPUTS);

    for (int row = 0; row < INPUTS.rows(); row++) {
      assertThat(fitted.get(row, 0)).isCloseTo(TARGETS.get(row, 0), offset(0.11f));
    }
  }

  @Test
  void aLinearMachineFindsALine() {
    float[] inputs = new float[100];
    float[] targets = new float[200];
    for (int row = 0; row < 100; row++) {
      inputs[row] = row / 50f - 1;
      targets[2 * row] = 0.4f * inputs[row] + 0.3f;
      targets[2 * row + 1] = -0.4f * inputs[row] + 0.5f;
    }
    FloatMatrix fitted =
        new LinearSvr(100, 0.01, 1)
            .fit(FloatMatrix.wrap(100, 1, inputs), FloatMatrix.wrap(100, 2, targets))
            .apply(FloatMatrix.of(new float[][] {{-1}, {0.5f}}));

    assertThat(fitted.toArray())
        .containsExactly(new float[] {-0.1f, 0.9f, 0.5f, 0.3f}, offset(0.03f));
  }
}
