package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.eval.wrr.HeuristicAgreement;

class HeuristicAgreementTest {

  private static final Offset<Double> CLOSE = within(1e-9);

  @Test
  void theVectorsOfTheSpecificationComeOut() {
    RouterRuns runs = RouterRuns.of(Evaluation.of("r", Tables.vectors(), Tables.PREDICTIONS));
    HeuristicAgreement all = HeuristicAgreement.of(runs, Set.of()).get(0);

    assertThat(all.router()).isEqualTo("r");
    assertThat(all.queries()).isEqualTo(6);
    assertThat(all.budgets()).containsExactly(1.0, 2.0, 4.0);
    assertThat(all.agreements().get(0)).isCloseTo(1, CLOSE);
    assertThat(all.agreements().get(1)).isCloseTo(2 / 3.0, CLOSE);
    assertThat(all.agreements().get(2)).isCloseTo(.5, CLOSE);
    assertThat(all.mean()).isCloseTo(.722222, within(1e-6));
  }

  @Test
  void tasksComeByNameWithTheirOwnQueries() {
    RouterRuns runs = RouterRuns.of(Evaluation.of("r", Tables.vectors(), Tables.PREDICTIONS));
    List<HeuristicAgreement> found = HeuristicAgreement.of(runs, List.of("third", "second"));

    assertThat(found)
        .extracting(HeuristicAgreement::task)
        .containsExactly("all", "second", "third");
    // Rows 1, 3 and 5 choose models 1, 2 and 1 in the end.
    assertThat(found.get(1).agreements().get(2)).isCloseTo(1 / 3.0, CLOSE);
    assertThat(found.get(1).queries()).isEqualTo(3);
    assertThat(found.get(2).mean()).isNaN();
  }

  @Test
  void underBudgetsARouterThatDecidesByItselfHasNoAgreement() {
    RouterRuns runs =
        RouterRuns.of(Evaluation.of("r", Tables.vectors(), Decisions.of(2, 2, 2, 2, 2, 2)));
    assertThat(HeuristicAgreement.of(runs, Set.of()).get(0).mean()).isNaN();
  }

  @Test
  void everyBudgetAgreesWithCountingOnRandomTables() {
    int costly = 0;
    for (int number = 0; number < 200; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      RouterRuns runs = table.runs(test);
      HeuristicAgreement found = HeuristicAgreement.of(runs, Set.of()).get(0);
      costly += test.hasCosts() ? 1 : 0;
      assertThat(found.agreements()).hasSameSizeAs(found.budgets());
      Metric metric =
          test.hasCosts() ? Metrics.budgetHeuristicAgreement() : Metrics.heuristicAgreement();
      double expected = NaiveTwinTest.value(runs, metric);
      if (Double.isNaN(expected)) {
        assertThat(found.mean()).as("table %d", number).isNaN();
      } else {
        assertThat(found.mean()).as("table %d", number).isCloseTo(expected, CLOSE);
        for (int step = 0; step < found.budgets().size(); step++) {
          assertThat(found.agreements().get(step))
              .as("table %d, budget %d", number, step)
              .isCloseTo(counted(table, test, found.budgets().get(step)), CLOSE);
        }
      }
    }
    assertThat(costly).isGreaterThan(100);
  }

  private static double counted(Tables.Case table, TestSet test, double budget) {
    double sum = 0;
    int[] rows = test.givenRows();
    for (int seed = 0; seed < table.predictions().size(); seed++) {
      int agree = 0;
      for (int row : rows) {
        int wanted = -1;
        int chosen = -1;
        for (int rank = test.pool().size() - 1; rank >= 0; rank--) {
          int model = test.ranking().model(rank);
          if (test.hasCosts() && test.trainMeanCost(model) > budget) {
            continue;
          }
          wanted = model;
          float score = table.predictions().get(seed).get(row, model);
          if (chosen < 0 || score >= table.predictions().get(seed).get(row, chosen)) {
            chosen = model;
          }
        }
        agree += wanted == chosen ? 1 : 0;
      }
      sum += agree / (double) rows.length;
    }
    return sum / table.predictions().size();
  }
}
