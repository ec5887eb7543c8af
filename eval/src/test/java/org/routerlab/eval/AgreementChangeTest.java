package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

class AgreementChangeTest {

  private static final Bootstrap FEW = new Bootstrap(300, .95, new Seed(3));

  @Test
  void aLargerPoolOnTheSameQueriesIsPaired() {
    RouterRuns before = RouterRuns.of(Evaluation.of("r", Tables.vectors(), Tables.PREDICTIONS));
    RouterRuns after = RouterRuns.of(Evaluation.of("r", larger(), withFourth()));
    List<AgreementChange> changes = AgreementChange.of(before, after, Set.of("second"), FEW);

    assertThat(changes).extracting(AgreementChange::task).containsExactly("all", "second");
    AgreementChange all = changes.get(0);
    assertThat(all.paired()).isTrue();
    assertThat(all.router()).isEqualTo("r");
    // Agreements by budget are 1, 2/3 and 1/2; with the fourth model, free to choose in the second
    // and third budget and wanted on rows 1 and 2: 1, 1/3 and 1/3.
    assertThat(all.before().value()).isCloseTo(13 / 18.0, within(1e-12));
    assertThat(all.after().value()).isCloseTo(5 / 9.0, within(1e-12));
    assertThat(all.change().value()).isCloseTo(-100 / 6.0, within(1e-9));
    assertThat(all.change().low()).isLessThanOrEqualTo(all.change().value());
    assertThat(all.change().high()).isBetween(all.change().value(), 0.0);
    assertThat(all.change().n()).isEqualTo(6);
    assertThat(changes.get(1).change().n()).isEqualTo(3);
  }

  @Test
  void aRouterThatDoesNotChangeHasNoChangeAndNoWidth() {
    RouterRuns runs = RouterRuns.of(Evaluation.of("r", Tables.vectors(), Tables.PREDICTIONS));
    RouterRuns again = RouterRuns.of(Evaluation.of("r", Tables.vectors(), Tables.PREDICTIONS));
    assertThat(AgreementChange.of(runs, again, Set.of(), FEW).get(0).change())
        .isEqualTo(new Estimate(0, 0, 0, 6));
  }

  @Test
  void otherQueriesHaveResamplesOfTheirOwn() {
    TestSet one = BootstrapTest.uniform(200, 1);
    TestSet other = BootstrapTest.uniform(100, 2);
    RouterRuns before = RouterRuns.of(Evaluation.of("r", one, halves(one, 2)));
    RouterRuns after = RouterRuns.of(Evaluation.of("r", other, halves(other, 4)));
    AgreementChange change = AgreementChange.of(before, after, Set.of(), FEW).get(0);

    assertThat(change.paired()).isFalse();
    assertThat(change.change().value())
        .isCloseTo(100 * (change.after().value() - change.before().value()), within(1e-9));
    double width = change.change().high() - change.change().low();
    assertThat(width).isGreaterThan(100 * (change.after().high() - change.after().low()));
  }

  @Test
  void resamplesOfOtherQueriesAreIndependentThoughThereAreAsMany() {
    TestSet one = BootstrapTest.uniform(200, 1);
    FloatMatrix scores = Tables.matrix(200, 2, () -> .5f);
    OutcomeTable table = new OutcomeTable(one.pool(), scores);
    List<Query> others =
        IntStream.range(0, 200).mapToObj(i -> new Query("other" + i, "text", "x")).toList();
    TestSet other = TestSet.of(table, others, table);
    RouterRuns before = RouterRuns.of(Evaluation.of("r", one, halves(one, 2)));
    RouterRuns after = RouterRuns.of(Evaluation.of("r", other, halves(other, 2)));
    AgreementChange change = AgreementChange.of(before, after, Set.of(), FEW).get(0);

    assertThat(change.change().value()).isZero();
    // Two independent shares of one half have a difference of standard deviation 5 points.
    assertThat(change.change().high() - change.change().low()).isBetween(14.0, 26.0);
  }

  @Test
  void whereEitherTrainingHasNoScoresBothAreComparedWithoutBudgets() {
    TestSet test = Tables.vectors();
    RouterRuns decides = RouterRuns.of(Evaluation.of("r", test, Decisions.of(2, 2, 2, 2, 2, 2)));
    RouterRuns scores = RouterRuns.of(Evaluation.of("r", test, Tables.PREDICTIONS));
    assertThat(AgreementChange.of(decides, scores, Set.of(), FEW).get(0).change().value())
        .isCloseTo(-50, within(1e-9));
    assertThat(AgreementChange.of(scores, decides, Set.of(), FEW).get(0).change().value())
        .isCloseTo(50, within(1e-9));
  }

  @Test
  void aRouterThatDecidesByItselfIsComparedWithTheBestSingleModel() {
    TestSet test = Tables.vectors();
    RouterRuns always = RouterRuns.of(Evaluation.of("r", test, Decisions.of(2, 2, 2, 2, 2, 2)));
    RouterRuns never = RouterRuns.of(Evaluation.of("r", test, Decisions.of(0, 1, 0, 1, 0, 2)));
    AgreementChange change = AgreementChange.of(always, never, Set.of(), FEW).get(0);
    assertThat(change.change().value()).isCloseTo(-500 / 6.0, within(1e-9));
  }

  @Test
  void aTaskWithoutTestQueriesHasNoValue() {
    RouterRuns runs = RouterRuns.of(Evaluation.of("r", Tables.vectors(), Tables.PREDICTIONS));
    AgreementChange change = AgreementChange.of(runs, runs, Set.of("third"), FEW).get(1);
    assertThat(change.change().value()).isNaN();
    assertThat(change.change().low()).isNaN();
  }

  @Test
  void valuesAgreeWithTheMetricOnRandomTables() {
    for (int number = 0; number < 200; number++) {
      Tables.Case table = Tables.random(number);
      Tables.Case next = Tables.random(number + 1);
      RouterRuns before = table.runs(table.testSet());
      RouterRuns after = next.runs(next.testSet());
      Metric metric =
          before.test().hasCosts() && after.test().hasCosts()
              ? Metrics.budgetHeuristicAgreement()
              : Metrics.heuristicAgreement();
      Bootstrap once = new Bootstrap(1, .95, new Seed(1));
      double expected =
          100 * (once.estimate(after, metric).value() - once.estimate(before, metric).value());
      double change = AgreementChange.of(before, after, Set.of(), once).get(0).change().value();
      if (Double.isNaN(expected)) {
        assertThat(change).as("table %d", number).isNaN();
      } else {
        assertThat(change).as("table %d", number).isCloseTo(expected, within(1e-9));
      }
    }
  }

  /**
   * The specification's table with a fourth model that costs 2, is poor, and is often predicted.
   */
  private static TestSet larger() {
    float[] scores = new float[24];
    float[] costs = new float[24];
    for (int row = 0; row < 6; row++) {
      for (int model = 0; model < 3; model++) {
        scores[4 * row + model] = Tables.SCORES.get(row, model);
        costs[4 * row + model] = new float[] {1, 2, 4}[model];
      }
      costs[4 * row + 3] = 2;
    }
    OutcomeTable table =
        new OutcomeTable(
            ModelPool.of("a", "b", "c", "d"),
            FloatMatrix.wrap(6, 4, scores),
            FloatMatrix.wrap(6, 4, costs));
    return TestSet.of(table, Tables.queries(6, "first", "second"), table);
  }

  private static FloatMatrix withFourth() {
    float[] predictions = new float[24];
    for (int row = 0; row < 6; row++) {
      for (int model = 0; model < 3; model++) {
        predictions[4 * row + model] = Tables.PREDICTIONS.get(row, model);
      }
      predictions[4 * row + 3] = row == 1 || row == 2 ? 1 : 0;
    }
    return FloatMatrix.wrap(6, 4, predictions);
  }

  /** Chooses the best single model on all but one in {@code every} queries. */
  private static Decisions halves(TestSet test, int every) {
    int best = test.ranking().best();
    return Decisions.of(
        test.size(), row -> row % every == 0 ? (best + 1) % test.pool().size() : best);
  }
}
