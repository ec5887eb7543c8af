package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.SplittableRandom;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.engine.LinearBandit;
import org.routerlab.learned.engine.UnitRows;

class LinUcbTest {

  @Test
  void withFullFeedbackItIsARidgeRegression() {
    RoutingData train = Task.specialists(200, 6, 1);
    LinUcb method = new LinUcb(LinUcb.Feedback.FULL, 0, 1, 0.7);
    ScoringRouter router = (ScoringRouter) method.train(train, Task.none(train), Task.CONTEXT);
    FloatMatrix predicted = router.predict(train.queries());

    for (int model = 0; model < train.pool().size(); model++) {
      RealVector expected = ridge(train, model, 0.7);
      for (int row = 0; row < train.size(); row++) {
        assertThat((double) predicted.get(row, model))
            .isCloseTo(Math.max(0, Math.min(1, expected.getEntry(row))), offset(1e-5));
      }
    }
  }

  @Test
  void whatIsDeclaredAProbabilityIsOne() {
    RoutingData train = Task.specialists(200, 6, 1);
    RoutingData far = Task.data(opposite(train), train.outcomes().scores());
    for (LinUcb.Feedback feedback : LinUcb.Feedback.values()) {
      ScoringRouter router =
          (ScoringRouter)
              new LinUcb(feedback, 0, 1, 1e-3).train(train, Task.none(train), Task.CONTEXT);
      assertThat(router.kind()).isEqualTo(ScoreKind.PROBABILITY);
      float[] scores = router.predict(far.queries()).toArray();
      assertThat(scores).as("some had to be cut").contains(0f);
      for (float score : scores) {
        assertThat(score).isBetween(0f, 1f);
      }
    }
  }

  private static FloatMatrix opposite(RoutingData data) {
    float[] values = data.queries().embeddings().toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = -values[i];
    }
    return FloatMatrix.wrap(data.size(), data.queries().dimension(), values);
  }

  @Test
  void bothFormsRouteBetterThanTheBestSingleModel() {
    assertThat(Routed.lead(new LinUcb())).isGreaterThan(0.07);
    assertThat(Routed.lead(new LinUcb(LinUcb.Feedback.FULL, 8, 1, 1))).isGreaterThan(0.07);
  }

  @Test
  void withFullFeedbackNeitherTheOrderNorTheExplorationMatters() {
    RoutingData train = Task.specialists(200, 6, 1);
    ScoringRouter one = full(0.1, 1, train);
    ScoringRouter other = full(2, 2, train);

    assertThat(one.predict(train.queries()).toArray())
        .containsExactly(other.predict(train.queries()).toArray(), offset(1e-5f));
  }

  @Test
  void aBanditWithoutCuriosityNeverTriesASecondModelThatItExpectsNothingOf() {
    FloatMatrix rows = FloatMatrix.of(new float[][] {{1}, {1}, {1}});
    FloatMatrix rewards = FloatMatrix.of(new float[][] {{0.5f, 1}, {0.5f, 1}, {0.5f, 1}});

    float[] greedy =
        new LinearBandit(0, 1, false)
            .learn(rows, rewards, new SplittableRandom(1))
            .apply(rows)
            .row(0);
    float[] curious =
        new LinearBandit(1, 1, false)
            .learn(rows, rewards, new SplittableRandom(1))
            .apply(rows)
            .row(0);

    // Three rewards of 1/2 at feature and constant 1: weights 1.5 / (1 + 6), two of them.
    assertThat(greedy).containsExactly(new float[] {3 / 7f, 0}, offset(1e-6f));
    assertThat(curious[1]).isGreaterThan(curious[0]);
  }

  @Test
  void aModelThatWasNotObservedIsNotTried() {
    FloatMatrix rows = FloatMatrix.of(new float[][] {{1}, {1}});
    FloatMatrix rewards = FloatMatrix.of(new float[][] {{Float.NaN, 1}, {Float.NaN, 1}});

    float[] learned =
        new LinearBandit(1, 1, false)
            .learn(rows, rewards, new SplittableRandom(1))
            .apply(rows)
            .row(0);

    assertThat(learned).containsExactly(new float[] {0, 0.8f}, offset(1e-6f));
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new LinUcb(LinUcb.Feedback.FULL, -1, 1, 1))
        .hasMessageStartingWith("components must be in [0, ");
    assertThatThrownBy(() -> new LinUcb(LinUcb.Feedback.FULL, 1, 1, 0))
        .hasMessage("lambda must be finite and > 0 but is 0.0");
  }

  private static ScoringRouter full(double alpha, long seed, RoutingData train) {
    return (ScoringRouter)
        new LinUcb(LinUcb.Feedback.FULL, 4, alpha, 1)
            .train(train, Task.none(train), Task.context(seed));
  }

  /** The fitted values of the normal equations. */
  private static RealVector ridge(RoutingData data, int model, double lambda) {
    FloatMatrix unit = UnitRows.of(data.queries().embeddings());
    RealMatrix inputs = MatrixUtils.createRealMatrix(data.size(), unit.columns() + 1);
    RealVector targets = new ArrayRealVector(data.size());
    for (int row = 0; row < data.size(); row++) {
      for (int i = 0; i < unit.columns(); i++) {
        inputs.setEntry(row, i, unit.get(row, i));
      }
      inputs.setEntry(row, unit.columns(), 1);
      targets.setEntry(row, data.outcomes().score(row, model));
    }
    RealMatrix penalty =
        MatrixUtils.createRealIdentityMatrix(unit.columns() + 1).scalarMultiply(lambda);
    RealMatrix normal = inputs.transpose().multiply(inputs).add(penalty);
    RealVector weights =
        new CholeskyDecomposition(normal).getSolver().solve(inputs.preMultiply(targets));
    return inputs.operate(weights);
  }
}
