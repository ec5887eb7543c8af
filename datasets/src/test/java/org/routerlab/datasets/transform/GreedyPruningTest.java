package org.routerlab.datasets.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.matrix.FloatMatrix;

class GreedyPruningTest {

  private static final float NAN = Float.NaN;

  @Test
  void theVectorsOfTheSpecificationComeOut() {
    JaccardSimilarity similarity = JaccardSimilarity.of(Cases.vectors());
    assertThat(similarity.models()).isEqualTo(3);
    assertThat(similarity.similarity(0, 1)).isEqualTo(.25);
    assertThat(similarity.similarity(0, 2)).isEqualTo(.2);
    assertThat(similarity.similarity(2, 1)).isEqualTo(.75);
    assertThat(similarity.similarity(1, 1)).isEqualTo(1);

    GreedyPruning pruning = GreedyPruning.of(Cases.vectors(), 2);
    assertThat(pruning.lambda()).isEqualTo(.5);
    assertThat(pruning.kept()).containsExactly(0, 2);
    assertThat(pruning.steps()).hasSize(1);
    assertThat(pruning.steps().get(0).removed()).isEqualTo(1);
    assertThat(pruning.steps().get(0).scores().get(0)).isCloseTo(.054167, within(1e-6));
    assertThat(pruning.steps().get(0).scores().get(1)).isCloseTo(0, within(1e-12));
    assertThat(pruning.steps().get(0).scores().get(2)).isCloseTo(.095833, within(1e-6));
  }

  @Test
  void laterStepsForgetTheRemovedModels() {
    GreedyPruning pruning = GreedyPruning.of(Cases.vectors(), 1);
    // Left are models 0 and 2, alike by 0.2: 1/6 − 0.1 against 1/3 − 0.1.
    assertThat(pruning.steps().get(1).removed()).isZero();
    assertThat(pruning.steps().get(1).scores().get(0)).isCloseTo(1 / 15.0, within(1e-7));
    assertThat(pruning.steps().get(1).scores().get(1)).isNaN();
    assertThat(pruning.kept()).containsExactly(2);
  }

  @Test
  void ofEqualScoresTheLessAccurateGoesThenTheLaterModel() {
    // With lambda 0 and nothing in common all score 0.
    FloatMatrix apart =
        FloatMatrix.of(
            new float[] {1, 0, 0},
            new float[] {1, 0, 0},
            new float[] {0, 1, 0},
            new float[] {0, 0, 1});
    OutcomeTable table = new OutcomeTable(Cases.pool(3), apart);
    assertThat(removed(GreedyPruning.of(table, 1, 0))).containsExactly(2, 1);
  }

  @Test
  void aPoolNoLargerThanWantedIsKeptWhole() {
    GreedyPruning pruning = GreedyPruning.of(Cases.vectors(), 5);
    assertThat(pruning.kept()).containsExactly(0, 1, 2);
    assertThat(pruning.steps()).isEmpty();
  }

  @Test
  void onlyQueriesBothWereObservedOnCount() {
    FloatMatrix sparse =
        FloatMatrix.of(
            new float[] {1, 1, NAN},
            new float[] {1, NAN, NAN},
            new float[] {1, 0, NAN},
            new float[] {0, 0, NAN});
    JaccardSimilarity similarity = JaccardSimilarity.of(new OutcomeTable(Cases.pool(3), sparse));
    assertThat(similarity.similarity(0, 1)).isEqualTo(.5);
    assertThat(similarity.similarity(0, 2)).isZero();
    assertThat(similarity.meanSimilarity(0, List.of(0, 1, 2))).isEqualTo(.25);
    assertThat(similarity.meanSimilarity(0, List.of(0))).isZero();
  }

  @Test
  void weightsAndCountsOutOfRangeAreRejected() {
    assertThatThrownBy(() -> GreedyPruning.of(Cases.vectors(), 0)).hasMessageContaining("> 0");
    assertThatThrownBy(() -> GreedyPruning.of(Cases.vectors(), 1, 1.5))
        .hasMessageContaining("lambda");
  }

  @Test
  void everyStepAgreesWithSetsCountedByHand() {
    int compared = 0;
    for (int number = 0; number < 200; number++) {
      OutcomeTable table = Cases.random(number);
      double lambda = new double[] {.3, .5, .7, 0, 1}[number % 5];
      GreedyPruning fast = GreedyPruning.of(table, 1, lambda);
      List<Integer> left = new ArrayList<>();
      for (int model = 0; model < table.pool().size(); model++) {
        left.add(model);
      }
      for (GreedyPruning.Step step : fast.steps()) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int model : left) {
          double score =
              lambda * accuracy(table, model) - (1 - lambda) * meanSim(table, model, left);
          assertThat(step.scores().get(model))
              .as("table %d", number)
              .isCloseTo(score, within(1e-9));
          lowest = Math.min(lowest, score);
          compared++;
        }
        assertThat(step.scores().get(step.removed())).isCloseTo(lowest, within(1e-9));
        for (int model : left) {
          if (step.scores().get(model).equals(step.scores().get(step.removed()))) {
            double own = accuracy(table, step.removed());
            double other = accuracy(table, model);
            assertThat(own < other + 1e-12 || model == step.removed()).isTrue();
            assertThat(Math.abs(own - other) > 1e-12 || model <= step.removed()).isTrue();
          }
        }
        left.remove(Integer.valueOf(step.removed()));
      }
      assertThat(fast.kept()).isEqualTo(left);
    }
    assertThat(compared).isGreaterThan(2000);
  }

  @Test
  void anyNumberOfThreadsPrunesAlike() throws Exception {
    for (int number = 1; number < 20; number++) {
      OutcomeTable table = Cases.random(number);
      assertThat(Cases.onThreads(1, () -> GreedyPruning.of(table, 1)))
          .isEqualTo(Cases.onThreads(4, () -> GreedyPruning.of(table, 1)));
    }
  }

  private static List<Integer> removed(GreedyPruning pruning) {
    return pruning.steps().stream().map(GreedyPruning.Step::removed).toList();
  }

  private static double accuracy(OutcomeTable table, int model) {
    double sum = 0;
    int count = 0;
    for (int row = 0; row < table.size(); row++) {
      if (!Float.isNaN(table.scores().get(row, model))) {
        sum += table.scores().get(row, model);
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  private static double meanSim(OutcomeTable table, int model, List<Integer> left) {
    double sum = 0;
    int count = 0;
    for (int other : left) {
      if (other != model) {
        Set<Integer> both = new HashSet<>();
        Set<Integer> either = new HashSet<>();
        for (int row = 0; row < table.size(); row++) {
          float a = table.scores().get(row, model);
          float b = table.scores().get(row, other);
          if (!Float.isNaN(a) && !Float.isNaN(b)) {
            if (a >= .5 && b >= .5) {
              both.add(row);
            }
            if (a >= .5 || b >= .5) {
              either.add(row);
            }
          }
        }
        sum += either.isEmpty() ? 0 : both.size() / (double) either.size();
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }
}
