package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.Seed;

class CurveTest {

  private static final Bootstrap FEW = new Bootstrap(200, .95, new Seed(3));

  private final TestSet test = Tables.vectors();
  private final RouterRuns router = RouterRuns.of(Evaluation.of("r", test, Tables.PREDICTIONS));

  @Test
  void theBudgetCurveMatchesTheVectors() {
    List<CurvePoint> points = Curve.byBudget(router, FEW).points();
    assertThat(points).extracting(CurvePoint::x).containsExactly(1.0, 2.0, 4.0);
    double[] expected = {1 / 3.0, 2 / 3.0, 2 / 3.0};
    for (int i = 0; i < 3; i++) {
      assertThat(points.get(i).accuracy().value()).isCloseTo(expected[i], within(1e-12));
      assertThat(points.get(i).accuracy().low())
          .isLessThanOrEqualTo(points.get(i).accuracy().value());
    }
    assertThat(points.get(2).cost()).isCloseTo(17 / 6.0, within(1e-12));
  }

  @Test
  void theLambdaCurveEndsInTheRoutersAccuracy() {
    for (int number = 0; number < 40; number++) {
      Tables.Case table = Tables.random(number);
      TestSet set = table.testSet();
      if (set.hasCosts()) {
        RouterRuns runs = table.runs(set);
        List<CurvePoint> points = Curve.byLambda(runs, FEW).points();
        CurvePoint last = points.get(points.size() - 1);
        Estimate accuracy = FEW.estimate(runs, Metrics.accuracy());
        assertThat(points).hasSize(99);
        assertThat(last.x()).isZero();
        assertThat(last.accuracy().value()).isCloseTo(accuracy.value(), within(1e-9));
        assertThat(last.accuracy().low()).isCloseTo(accuracy.low(), within(1e-9));
        assertThat(last.accuracy().high()).isCloseTo(accuracy.high(), within(1e-9));
        assertThat(last.cost())
            .isCloseTo(FEW.estimate(runs, Metrics.meanCost()).value(), within(1e-9));
      }
    }
  }

  @Test
  void aRouterThatCannotBeMaskedHasNoBudgetCurve() {
    RouterRuns decided = RouterRuns.of(Evaluation.of("d", test, Decisions.constant(6, 0)));
    assertThat(Curve.byBudget(decided, FEW).points()).isEmpty();
  }

  @Test
  void weightsOfTheSweepFallFromOneToZero() {
    double[] lambdas = Lambdas.sweep();
    assertThat(lambdas).hasSize(99);
    assertThat(lambdas[0]).isEqualTo(1);
    assertThat(lambdas[49]).isEqualTo(.5);
    assertThat(lambdas[98]).isZero();
    for (int i = 1; i < lambdas.length; i++) {
      assertThat(lambdas[i]).isLessThan(lambdas[i - 1]);
    }
  }
}
