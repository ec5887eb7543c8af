package org.routerlab.learned.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.routerlab.core.Judge;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.Task;

class JudgedOutcomesTest {

  private static final float UNKNOWN = Float.NaN;
  private static final ScoringRouter SCORER =
      queries -> FloatMatrix.of(new float[] {.25f, .5f}, new float[] {.75f, 1});
  private static final Judge PERFECT = new Judge(Judge.Kind.NOISY_ORACLE, 0);

  private final RoutingData train =
      data(
          FloatMatrix.of(new float[] {1, 0}, new float[] {0, UNKNOWN}),
          FloatMatrix.of(new float[] {2, 8}, new float[] {4, UNKNOWN}));

  private static RoutingData data(FloatMatrix scores, FloatMatrix costs) {
    return new RoutingData(
        Task.queries(FloatMatrix.of(new float[] {1}, new float[] {2})),
        new OutcomeTable(ModelPool.of("a", "b"), scores, costs));
  }

  @Test
  void whatWasNotRecordedIsPredictedOrAveraged() {
    JudgedOutcomes outcomes =
        JudgedOutcomes.of(PERFECT, SCORER, train, Task.none(train), new Seed(1));
    assertThat(outcomes.scores()).isDeepEqualTo(new double[][] {{1, 0}, {0, 1}});
    assertThat(outcomes.verdicts()).isDeepEqualTo(new double[][] {{1, 0}, {0, 1}});
    assertThat(outcomes.costs()).isDeepEqualTo(new double[][] {{2, 4}, {8, 8}});
  }

  @Test
  void validationQueriesGoFirstAndTheirUnknownCostsAreTrainingMeans() {
    RoutingData validation =
        data(
            FloatMatrix.of(new float[] {0, 1}, new float[] {1, 1}),
            FloatMatrix.of(new float[] {UNKNOWN, 5}, new float[] {6, UNKNOWN}));
    JudgedOutcomes outcomes =
        JudgedOutcomes.of(new Judge(), SCORER, train, validation, new Seed(1));
    assertThat(outcomes.scores()).isDeepEqualTo(new double[][] {{0, 1}, {1, 1}});
    assertThat(outcomes.verdicts()).isDeepEqualTo(new double[][] {{.25, .75}, {.5, 1}});
    assertThat(outcomes.costs()).isDeepEqualTo(new double[][] {{3, 6}, {5, 8}});
  }

  @Test
  void aModelWithoutAnyKnownCostCostsAsMuchAsTheDearest() {
    OutcomeTable table =
        new OutcomeTable(
            ModelPool.of("a", "b", "c"),
            FloatMatrix.of(new float[] {1, 1, 1}),
            FloatMatrix.of(new float[] {2, UNKNOWN, 7}));
    assertThat(OutcomeMeans.costs(table)).containsExactly(2, 7, 7);
    assertThat(OutcomeMeans.costs(new OutcomeTable(table.pool(), table.scores())))
        .containsExactly(0, 0, 0);
  }
}
