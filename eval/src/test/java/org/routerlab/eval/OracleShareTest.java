package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class OracleShareTest {

  @Test
  void itsFiguresLieOnTheLineFromRandomToOracle() {
    for (int number = 0; number < 60; number++) {
      TestSet test = Tables.random(number).testSet();
      References references = References.of(test);
      for (double share : new double[] {0, .25, .5, .75, 1}) {
        Evaluation mixed = References.oracleWithChance(share, test);
        for (int row = 0; row < test.size(); row++) {
          double score =
              share * references.oracle().score(row) + (1 - share) * references.random().score(row);
          assertThat(mixed.score(row)).isCloseTo(score, within(1e-12));
        }
        List<Metric> linear =
            test.hasCosts()
                ? List.of(Metrics.meanCost(), Metrics.utility(.5), Metrics.budgetMean())
                : List.of(Metrics.accuracy(), Metrics.selectionShare(test, 0));
        for (Metric metric : linear) {
          double expected =
              share * value(references.oracle(), metric)
                  + (1 - share) * value(references.random(), metric);
          assertThat(value(mixed, metric)).as(metric.name()).isCloseTo(expected, within(1e-9));
        }
      }
    }
  }

  @Test
  void itIsHindsightAndNamesItsChance() {
    Evaluation half = References.oracleWithChance(.5, Tables.vectors());
    assertThat(half.router()).isEqualTo("routereval-oracle-0.5");
    assertThat(half.isDeployable()).isFalse();
    assertThat(half.selection().isDecided()).isFalse();
    assertThatThrownBy(() -> References.oracleWithChance(1.5, Tables.vectors()))
        .hasMessage("share must be in [0.0, 1.0] but is 1.5");
  }

  private static double value(Evaluation evaluation, Metric metric) {
    return NaiveTwinTest.value(RouterRuns.of(evaluation), metric);
  }
}
