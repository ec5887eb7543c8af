package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Seed;

/** Figures made together are resampled as statistics made one by one. */
class JointFiguresTest {

  @Test
  void intervalsAreThoseOfTheSameFiguresAlone() {
    for (Resampling resampling : List.of(Resampling.QUERIES, Resampling.WITHIN_DATASETS)) {
      Bootstrap bootstrap = new Bootstrap(333, .9, new Seed(7), resampling);
      for (int number = 0; number < 50; number++) {
        Tables.Case table = Tables.random(number);
        TestSet test = table.testSet();
        RouterRuns runs = table.runs(test);
        List<Column> accuracy = Metrics.accuracy().columns(runs);
        List<Column> gap = Metrics.oracleGap().columns(runs);
        Resampled joint =
            JointFigures.of(
                test,
                List.of(accuracy.get(0), accuracy.get(1), gap.get(0), gap.get(1)),
                2,
                sums -> new double[] {sums[0] / sums[1], sums[2] / sums[3]},
                bootstrap);
        assertThat(joint.estimate(0, .9, test.size()))
            .isEqualTo(bootstrap.estimate(runs, Metrics.accuracy()));
        assertThat(joint.estimate(1, .9, test.size()))
            .isEqualTo(bootstrap.estimate(runs, Metrics.oracleGap()));
      }
    }
  }
}
