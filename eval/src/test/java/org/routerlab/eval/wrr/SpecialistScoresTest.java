package org.routerlab.eval.wrr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.eval.wrr.SpecialistScores.Band;
import org.routerlab.eval.wrr.SpecialistScores.TaskScore;

class SpecialistScoresTest {

  /** Model 2, the dearest, is best by training; model 0 is good at b alone. */
  private static final OutcomeTable TRAIN =
      PoolCases.priced(
          new float[] {1, 2, 4},
          new float[] {0, 1, 1},
          new float[] {0, 0, 1},
          new float[] {1, 0, 1},
          new float[] {0, 1, 0});

  private static final List<Query> QUERIES = PoolCases.queries("a", "a", "b", "b");

  @Test
  void gainsAreAveragedOverTheBudgetsThatHaveAnotherModel() {
    SpecialistScores scores = SpecialistScores.of(TRAIN, QUERIES, TRAIN);

    assertThat(scores.budgets()).containsExactly(1.0, 2.0, 4.0);
    assertThat(scores.generalists()).containsExactly(0, 1, 2);
    // On a the models score 0, ½, 1; on b ½, ½, ½.
    TaskScore a = scores.tasks().get(0);
    assertThat(a.task()).isEqualTo("a");
    assertThat(a.queries()).isEqualTo(2);
    assertThat(a.gains()).containsExactly(Double.NaN, -.5, -.5);
    assertThat(a.score()).isEqualTo(-.5);
    assertThat(a.band()).isEqualTo(Band.GENERALIST);
    assertThat(scores.tasks().get(1).score()).isZero();
    assertThat(scores.tasks().get(1).band()).isEqualTo(Band.MARGINAL);
    assertThat(scores.byTask()).containsEntry("a", -.5).containsEntry("b", 0.0).hasSize(2);
    assertThat(scores.ranked()).extracting(TaskScore::task).containsExactly("b", "a");
    assertThat(scores.count(Band.GENERALIST)).isEqualTo(1);
    assertThat(scores.count(Band.SPECIALIST)).isZero();
  }

  @Test
  void bandsBeginAtNoughtAndAtFivePoints() {
    assertThat(Band.of(-1e-9)).isEqualTo(Band.GENERALIST);
    assertThat(Band.of(0)).isEqualTo(Band.MARGINAL);
    assertThat(Band.of(.0499)).isEqualTo(Band.MARGINAL);
    assertThat(Band.of(.05)).isEqualTo(Band.SPECIALIST);
    assertThat(Band.of(Double.NaN)).isEqualTo(Band.UNKNOWN);
  }

  @Test
  void withoutCostsOneBudgetAffordsAll() {
    OutcomeTable free = PoolCases.table(new float[] {1, 1}, new float[] {1, 0});
    SpecialistScores scores = SpecialistScores.of(free, PoolCases.queries("a", "b"), free);
    assertThat(scores.budgets()).containsExactly(Double.POSITIVE_INFINITY);
    assertThat(scores.generalists()).containsExactly(0);
    assertThat(scores.byTask()).containsEntry("a", 0.0).containsEntry("b", -1.0);
  }

  @Test
  void aGivenGeneralistIsAffordableWithinEveryBudget() {
    SpecialistScores scores = SpecialistScores.against(2, TRAIN, QUERIES, TRAIN);
    assertThat(scores.generalists()).containsExactly(2, 2, 2);
    assertThat(scores.tasks().get(0).gains()).containsExactly(-1.0, -.5, -.5);
    assertThatThrownBy(() -> SpecialistScores.against(3, TRAIN, QUERIES, TRAIN))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aSingleModelHasNoScores() {
    OutcomeTable one = PoolCases.table(new float[] {1});
    SpecialistScores scores = SpecialistScores.of(one, PoolCases.queries("a"), one);
    assertThat(scores.tasks().get(0).score()).isNaN();
    assertThat(scores.count(Band.UNKNOWN)).isEqualTo(1);
  }

  @Test
  void scoresAgreeWithPlainLoopsOnRandomTables() {
    int compared = 0;
    for (int number = 0; number < 200; number++) {
      PoolCases.Case table = PoolCases.random(number);
      OutcomeTable train = table.train();
      SpecialistScores fast = SpecialistScores.of(train, table.queries(), table.outcomes());
      int models = train.pool().size();
      double[] means = train.meanScores();
      double[] costs = new double[models];
      TreeSet<Double> budgets = new TreeSet<>();
      for (int model = 0; model < models; model++) {
        costs[model] = train.hasCosts() ? train.meanCosts()[model] : 0;
        if (train.hasCosts() && !Double.isNaN(costs[model])) {
          budgets.add(costs[model]);
        }
      }
      if (budgets.isEmpty()) {
        budgets.add(Double.POSITIVE_INFINITY);
        costs = new double[models];
      }
      assertThat(fast.budgets()).isEqualTo(new ArrayList<>(budgets));
      for (TaskScore task : fast.tasks()) {
        double sum = 0;
        int count = 0;
        for (double budget : budgets) {
          int general = general(means, train, costs, budget);
          double best = Double.NEGATIVE_INFINITY;
          for (int model = 0; model < models; model++) {
            double accuracy = PoolCases.accuracy(table, task.task(), model);
            if (model != general && costs[model] <= budget && accuracy > best) {
              best = accuracy;
            }
          }
          double own = PoolCases.accuracy(table, task.task(), general);
          if (best >= 0 && !Double.isNaN(own)) {
            sum += best - own;
            count++;
          }
        }
        if (count == 0) {
          assertThat(task.score()).as("table %d", number).isNaN();
        } else {
          assertThat(task.score()).as("table %d", number).isCloseTo(sum / count, within(1e-9));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(300);
  }

  private static int general(double[] means, OutcomeTable train, double[] costs, double budget) {
    int best = -1;
    for (int model = 0; model < means.length; model++) {
      if (!(costs[model] <= budget)) {
        continue;
      }
      double own = Double.isNaN(means[model]) ? -1 : means[model];
      double other = best < 0 || Double.isNaN(means[best]) ? -1 : means[best];
      boolean cheaper = best >= 0 && train.hasCosts() && cost(train, model) < cost(train, best);
      if (best < 0 || own > other || (own == other && cheaper)) {
        best = model;
      }
    }
    return best;
  }

  private static double cost(OutcomeTable train, int model) {
    double cost = train.meanCosts()[model];
    return Double.isNaN(cost) ? Double.MAX_VALUE : cost;
  }
}
