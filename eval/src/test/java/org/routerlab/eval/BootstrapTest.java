package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

class BootstrapTest {

  private static final Bootstrap FEW = new Bootstrap(400, .95, new Seed(3));

  @Test
  void theIntervalOfAMeanHoldsItsValue() {
    for (int number = 0; number < 100; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      if (test.size() > 0) {
        Estimate estimate = FEW.estimate(table.runs(test), Metrics.accuracy());
        assertThat(estimate.value()).isBetween(estimate.low() - 1e-12, estimate.high() + 1e-12);
        assertThat(estimate.n()).isEqualTo(test.size());
      }
    }
  }

  @Test
  void whatIsTheSameOnEveryQueryHasNoWidth() {
    TestSet test = uniform(50, 1);
    Evaluation random = References.of(test).random();
    Metric share = Metrics.selectionShare(test, 0);
    Estimate estimate = FEW.estimate(RouterRuns.of(random), share);
    assertThat(estimate.low()).isEqualTo(estimate.value());
    assertThat(estimate.high()).isEqualTo(estimate.value());
  }

  @Test
  void theExpectationOfAnEvenDrawAmongFiveModelsOfWhichOneIsRightIsAFifth() {
    for (int queries : new int[] {3, 49, 165, 2_931}) {
      float[] scores = new float[queries * 5];
      for (int query = 0; query < queries; query++) {
        scores[5 * query + query % 5] = 1;
      }
      OutcomeTable outcomes =
          new OutcomeTable(
              ModelPool.of("a", "b", "c", "d", "e"), FloatMatrix.wrap(queries, 5, scores));
      TestSet test = TestSet.of(outcomes, Tables.queries(queries, "x"), outcomes);
      Estimate estimate =
          FEW.estimate(RouterRuns.of(References.of(test).random()), Metrics.accuracy());
      assertThat(estimate.value()).as("of " + queries).isCloseTo(0.2, within(1e-16));
      assertThat(estimate.low()).isEqualTo(estimate.value());
      assertThat(estimate.high()).isEqualTo(estimate.value());
    }
  }

  @Test
  void theSpreadOfResampledMeansIsTheirStandardError() {
    TestSet test = uniform(2000, 2);
    RouterRuns runs = RouterRuns.of(Evaluation.of("r", test, Decisions.constant(2000, 0)));
    Estimate estimate = Bootstrap.standard(new Seed(5)).estimate(runs, Metrics.accuracy());
    double deviation = 0;
    for (int row = 0; row < 2000; row++) {
      deviation += Math.pow(test.score(row, 0) - estimate.value(), 2);
    }
    double standardError = Math.sqrt(deviation / 2000 / 2000);
    // A percentile of 10,000 resamples is known to about 3 %.
    assertThat((estimate.high() - estimate.low()) / (2 * 1.959964))
        .isCloseTo(standardError, within(.05 * standardError));
  }

  @Test
  void resamplesDrawAsManyQueriesAsThereAre() {
    TestSet test = uniform(101, 3);
    ResampleDraw draw = ResampleDraw.of(test, new Seed(1), Resampling.QUERIES);
    int[] counts = new int[101];
    long[] totals = new long[101];
    for (int index = 0; index < 2000; index++) {
      draw.draw(index, counts);
      assertThat(Arrays.stream(counts).sum()).isEqualTo(101);
      for (int row = 0; row < 101; row++) {
        totals[row] += counts[row];
      }
    }
    // Each total is about Poisson(2000): five standard deviations are 224.
    for (long total : totals) {
      assertThat(total).isBetween(1776L, 2224L);
    }
  }

  @Test
  void drawsWithinDatasetsKeepTheirSizes() {
    TestSet test = uniform(90, 4);
    ResampleDraw draw = ResampleDraw.of(test, new Seed(1), Resampling.WITHIN_DATASETS);
    int[] counts = new int[90];
    for (int index = 0; index < 50; index++) {
      draw.draw(index, counts);
      for (String name : test.datasets()) {
        int[] rows = test.subset("dataset/" + name).rows();
        assertThat(Arrays.stream(rows).map(row -> counts[row]).sum()).isEqualTo(rows.length);
      }
    }
  }

  @Test
  void theNumberOfThreadsChangesNothing() throws Exception {
    assertThat(comparisonOn(4)).isEqualTo(comparisonOn(1));
  }

  private static Comparison comparisonOn(int threads) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(
              () -> {
                Tables.Case table = Tables.random(8);
                TestSet test = table.testSet();
                return Comparison.of(
                    test,
                    List.of(table.runs(test), RouterRuns.of(References.of(test).random())),
                    Metrics.standard(test, 0, .5),
                    FEW);
              })
          .get();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void aRouterDoesNotDifferFromItself() {
    TestSet test = uniform(200, 6);
    RouterRuns runs = RouterRuns.of(References.of(test).bestSingle());
    Estimate difference = FEW.difference(runs, runs, Metrics.accuracy());
    assertThat(difference).isEqualTo(new Estimate(0, 0, 0, 200));
    assertThat(difference.excludesZero()).isFalse();
  }

  @Test
  void whatTwoRoutersShareCancelsFromTheirDifference() {
    int n = 1000;
    TestSet test = uniform(n, 7);
    // The second router differs on every tenth query only.
    RouterRuns first = RouterRuns.of(Evaluation.of("a", test, Decisions.constant(n, 0)));
    RouterRuns second =
        RouterRuns.of(Evaluation.of("b", test, Decisions.of(n, row -> row % 10 == 0 ? 1 : 0)));
    Estimate difference = FEW.difference(first, second, Metrics.accuracy());
    Estimate alone = FEW.estimate(first, Metrics.accuracy());
    assertThat(difference.high() - difference.low()).isLessThan((alone.high() - alone.low()) * .7);
  }

  @Test
  void resamplesWithoutAQueryOfTheSubsetAreLeftOut() {
    TestSet test = uniform(30, 8);
    QuerySubset one = QuerySubset.of("one", 30, row -> row == 4);
    RouterRuns runs = RouterRuns.of(References.of(test).bestSingle());
    Estimate estimate = FEW.estimate(runs, Metrics.accuracy().on(one));
    double score = test.score(4, test.ranking().best());
    assertThat(estimate).isEqualTo(new Estimate(score, score, score, 1));
  }

  @Test
  void anotherSeedGivesOtherResamples() {
    TestSet test = uniform(300, 9);
    RouterRuns runs = RouterRuns.of(References.of(test).random());
    assertThat(new Bootstrap(400, .95, new Seed(4)).estimate(runs, Metrics.accuracy()))
        .isNotEqualTo(FEW.estimate(runs, Metrics.accuracy()));
  }

  @Test
  void aConfidenceOfOneIsRejected() {
    assertThatThrownBy(() -> new Bootstrap(10, 1, new Seed(1)))
        .hasMessageContaining("confidence must be in (0, 1) but is 1.0");
  }

  @Test
  void quantilesInterpolateAndMayBeInfinite() {
    double[] values = {3, 1, Double.NaN, 2, 0, 4};
    assertThat(PercentileInterval.of(2, values, .5, 6)).isEqualTo(new Estimate(2, 1, 3, 6));
    double[] open = {1, Double.POSITIVE_INFINITY, 2, Double.POSITIVE_INFINITY};
    assertThat(PercentileInterval.of(2, open, .9, 4).high()).isEqualTo(Double.POSITIVE_INFINITY);
    double[] none = {Double.NaN};
    assertThat(PercentileInterval.of(2, none, .9, 4).low()).isNaN();
  }

  /** Two models with scores spread evenly over [0, 1]; three datasets. */
  static TestSet uniform(int size, long seed) {
    SplittableRandom random = new Seed(seed).stream("scores");
    FloatMatrix scores = Tables.matrix(size, 2, () -> (float) random.nextDouble());
    OutcomeTable table = new OutcomeTable(ModelPool.of("a", "b"), scores);
    return TestSet.of(table, Tables.queries(size, "x", "y", "z"), table);
  }
}
