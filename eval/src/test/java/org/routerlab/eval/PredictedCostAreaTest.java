package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

class PredictedCostAreaTest {

  private final TestSet test = Tables.vectors();

  @Test
  void byMeanTrainingCostsItAgreesWithItsTwin() {
    int finite =
        Twins.assertAgree(
            PredictedCostArea.area(),
            (table, rows) -> {
              double[][] expected = new double[table.y.size()][];
              Arrays.fill(expected, table.trainCost);
              return new NaiveCurves(table, rows).predictedCostArea(expected);
            });
    assertThat(finite).isGreaterThan(60);
  }

  @Test
  void byPredictedCostsItAgreesWithItsTwin() {
    int compared = 0;
    for (int number = 0; number < 200; number++) {
      Tables.Case table = Tables.random(number);
      TestSet set = table.testSet();
      if (!set.hasCosts()) {
        continue;
      }
      SplittableRandom random = new Seed(number).stream("costs");
      int models = set.pool().size();
      int levels = 1 + number % 9;
      FloatMatrix costs = Tables.matrix(set.given(), models, () -> random.nextInt(levels + 1) / 4f);
      Evaluation router = Evaluation.of("r", set, table.predictions().get(0), costs);
      double[][] expected = new double[set.size()][models];
      for (int row = 0; row < set.size(); row++) {
        for (int model = 0; model < models; model++) {
          expected[row][model] = costs.get(set.givenRows()[row], model);
        }
      }
      NaiveTable naive = new NaiveTable(table, 0);
      double twin = new NaiveCurves(naive, naive.allRows()).predictedCostArea(expected);
      double found = PredictedCostArea.area().value(RouterRuns.of(router));
      if (Double.isNaN(twin)) {
        assertThat(found).as("table %d", number).isNaN();
      } else {
        assertThat(found).as("table %d", number).isCloseTo(twin, within(1e-9));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(60);
  }

  @Test
  void onTheSpecificationsTableItIsTheAreaOverTheBudgets() {
    // (1, 1/3) within 1, (5/3, 2/3) within 2 and (17/6, 2/3) within 4.
    double area = (2 / 3.0 * .5 + (4 - 5 / 3.0) * 2 / 3.0) / 3;
    RouterRuns runs = RouterRuns.of(Evaluation.of("r", test, Tables.PREDICTIONS));
    assertThat(PredictedCostArea.area().value(runs)).isCloseTo(area, within(1e-12));
  }

  @Test
  void aRouterThatDecidesByItselfHasNone() {
    RouterRuns runs = RouterRuns.of(Evaluation.of("r", test, Decisions.of(0, 1, 2, 0, 1, 2)));
    assertThat(PredictedCostArea.area().value(runs)).isNaN();
    assertThat(MetricFamilies.all().stream().map(MetricFamily::name)).contains("predicted-cost");
    assertThat(PredictedCostArea.metrics())
        .extracting(Metric::name)
        .isEqualTo(List.of("predicted-cost-area"));
  }
}
