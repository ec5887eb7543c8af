package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

/** The spread over encoders against its naive twin on random tables, and in its limits. */
class EncoderSpreadTest {

  private static final Bootstrap MANY = new Bootstrap(200, .95, new Seed(1));
  private static final Bootstrap FEW = new Bootstrap(9, .95, new Seed(1));

  private static void assertClose(int number, double found, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(found).as("table %d", number).isNaN();
    } else {
      assertThat(found).as("table %d", number).isCloseTo(expected, within(1e-9));
    }
  }

  /** Routers of one to four encoders of one to two runs, encoder by encoder. */
  private static List<EncoderSpread.Cell> cells(int number, Tables.Case table, TestSet test) {
    SplittableRandom random = new Seed(number).stream("encoders");
    List<EncoderSpread.Cell> cells = new ArrayList<>();
    for (int encoder = 0; encoder < 4; encoder++) {
      for (int router = 0; router < 1 + number % 3; router++) {
        if (encoder <= (number + router) % 4) {
          List<Evaluation> runs = new ArrayList<>();
          for (int run = 0; run < 1 + (number + encoder) % 2; run++) {
            FloatMatrix predictions =
                Tables.matrix(
                    table.test().size(), test.pool().size(), () -> (float) random.nextDouble());
            runs.add(Evaluation.of("r" + router, test, predictions));
          }
          cells.add(
              new EncoderSpread.Cell(
                  "r" + router, "e" + encoder, new RouterRuns("r" + router, runs)));
        }
      }
    }
    return cells;
  }

  private static double accuracy(TestSet test, RouterRuns runs, int[] counts) {
    double sum = 0;
    int n = 0;
    for (Evaluation run : runs.seeds()) {
      for (int i = 0; i < test.size(); i++) {
        sum += counts[i] * (double) test.score(i, run.selection().decisions().model(i));
        n += counts[i];
      }
    }
    return sum / n;
  }

  /** Mean, deviation by all pairs, range. */
  private static double[] naive(List<Double> values) {
    double sum = 0;
    double squares = 0;
    double range = 0;
    for (double a : values) {
      sum += a;
      for (double b : values) {
        squares += (a - b) * (a - b) / 2;
        range = Double.isNaN(a - b) ? Double.NaN : Math.max(range, a - b);
      }
    }
    int n = values.size();
    double deviation = n == 1 ? Double.NaN : Math.sqrt(squares / n / (n - 1));
    return new double[] {sum / n, deviation, range};
  }

  private static double[] naive(
      TestSet test, List<EncoderSpread.Cell> cells, String router, int[] counts) {
    List<Double> accuracies = new ArrayList<>();
    for (EncoderSpread.Cell cell : cells) {
      if (cell.router().equals(router)) {
        accuracies.add(accuracy(test, cell.runs(), counts));
      }
    }
    return naive(accuracies);
  }

  @Test
  void spreadsAgreeWithTheirTwinsAsTheyAreAndOnResamples() {
    for (int number = 0; number < 200; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      List<EncoderSpread.Cell> cells = cells(number, table, test);
      EncoderSpread found = EncoderSpread.of(test, cells, Metrics.accuracy(), FEW);
      int[] once = new int[test.size()];
      Arrays.fill(once, 1);
      ResampleDraw draw = ResampleDraw.of(test, new Seed(1), Resampling.QUERIES);
      double sum = 0;
      int several = 0;
      for (EncoderSpread.Row row : found.rows()) {
        double[] naive = naive(test, cells, row.router(), once);
        assertClose(number, row.mean().value(), naive[0]);
        assertClose(number, row.deviation().value(), naive[1]);
        assertClose(number, row.range().value(), naive[2]);
        sum += row.encoders().size() > 1 ? naive[1] : 0;
        several += row.encoders().size() > 1 ? 1 : 0;
        double[] ranges = new double[FEW.resamples()];
        for (int i = 0; i < ranges.length; i++) {
          int[] counts = new int[test.size()];
          draw.draw(i, counts);
          ranges[i] = naive(test, cells, row.router(), counts)[2];
        }
        Estimate interval = PercentileInterval.of(naive[2], ranges, .95, test.size());
        assertClose(number, row.range().low(), interval.low());
        assertClose(number, row.range().high(), interval.high());
        for (int e = 0; e < row.encoders().size(); e++) {
          assertThat(row.encoders().get(e)).isEqualTo("e" + e);
          RouterRuns runs = runs(cells, row.router(), "e" + e);
          assertClose(number, row.values().get(e).value(), accuracy(test, runs, once));
        }
      }
      assertClose(number, found.meanDeviation().value(), several == 0 ? Double.NaN : sum / several);
    }
  }

  @Test
  void ofAnyMetricTheSpreadIsThatOfItsValues() {
    for (int number = 0; number < 100; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      List<EncoderSpread.Cell> cells = cells(number, table, test);
      List<Metric> metrics =
          List.of(
              Metrics.selectionEntropy(),
              Metrics.brier().on(test.subset("hard")),
              test.hasCosts() ? Metrics.lambdaArea() : Metrics.gapClosed());
      for (Metric metric : metrics) {
        EncoderSpread found = EncoderSpread.of(test, cells, metric, FEW);
        for (EncoderSpread.Row row : found.rows()) {
          List<Double> values = new ArrayList<>();
          for (String encoder : row.encoders()) {
            Estimate alone = FEW.estimate(runs(cells, row.router(), encoder), metric);
            assertThat(row.values().get(values.size())).isEqualTo(alone);
            values.add(alone.value());
          }
          double[] naive = naive(values);
          assertClose(number, row.mean().value(), naive[0]);
          assertClose(number, row.deviation().value(), naive[1]);
          assertClose(number, row.range().value(), naive[2]);
        }
      }
    }
  }

  private static RouterRuns runs(List<EncoderSpread.Cell> cells, String router, String encoder) {
    return cells.stream()
        .filter(cell -> cell.router().equals(router) && cell.encoder().equals(encoder))
        .findFirst()
        .orElseThrow()
        .runs();
  }

  @Test
  void encodersThatLeadToTheSameChoicesHaveNoSpread() {
    TestSet test = Tables.vectors();
    RouterRuns runs = RouterRuns.of(Evaluation.of("r", test, Tables.PREDICTIONS));
    EncoderSpread found =
        EncoderSpread.of(
            test,
            List.of(
                new EncoderSpread.Cell("r", "small", runs),
                new EncoderSpread.Cell("r", "large", runs)),
            Metrics.accuracy(),
            MANY);
    EncoderSpread.Row row = found.rows().get(0);
    assertThat(row.deviation()).isEqualTo(new Estimate(0, 0, 0, 6));
    assertThat(row.range()).isEqualTo(new Estimate(0, 0, 0, 6));
    assertThat(row.mean()).isEqualTo(row.values().get(1));
    assertThat(found.meanDeviation()).isEqualTo(row.deviation());
  }

  @Test
  void ofTwoEncodersTheDeviationIsTheRangeOverTheRootOfTwo() {
    TestSet test = Tables.vectors();
    List<EncoderSpread.Cell> cells =
        List.of(
            new EncoderSpread.Cell("r", "x", always(test, 0)),
            new EncoderSpread.Cell("r", "y", always(test, 2)),
            new EncoderSpread.Cell("one", "x", always(test, 1)));
    EncoderSpread found = EncoderSpread.of(test, cells, Metrics.accuracy(), MANY);
    EncoderSpread.Row row = found.rows().get(0);
    assertThat(row.mean().value()).isCloseTo(.5, within(1e-12));
    assertThat(row.range().value()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(row.deviation().value()).isCloseTo(1 / 3.0 / Math.sqrt(2), within(1e-12));
    assertThat(found.rows().get(1).deviation().value()).isNaN();
    assertThat(found.rows().get(1).range().value()).isZero();
    assertThat(found.meanDeviation()).isEqualTo(row.deviation());
  }

  private static RouterRuns always(TestSet test, int model) {
    return RouterRuns.of(Evaluation.of("always", test, Decisions.constant(6, model)));
  }

  @Test
  void aRepeatedEncoderIsRefused() {
    TestSet test = Tables.vectors();
    EncoderSpread.Cell cell = new EncoderSpread.Cell("r", "x", always(test, 0));
    assertThatThrownBy(() -> EncoderSpread.of(test, List.of(cell, cell), Metrics.accuracy(), MANY))
        .hasMessageContaining("router r with encoder x is given twice");
    assertThatThrownBy(() -> EncoderSpread.of(test, List.of(), Metrics.accuracy(), MANY))
        .hasMessageContaining("cells must be > 0");
  }

  @Test
  void spreadsAreTheSameOnAnyNumberOfThreads() throws Exception {
    Tables.Case table = Tables.random(20);
    TestSet test = table.testSet();
    List<EncoderSpread.Cell> cells = cells(20, table, test);
    EncoderSpread here = EncoderSpread.of(test, cells, Metrics.accuracy(), MANY);
    ForkJoinPool pool = new ForkJoinPool(1);
    assertThat(pool.submit(() -> EncoderSpread.of(test, cells, Metrics.accuracy(), MANY)).get())
        .isEqualTo(here);
    pool.shutdown();
  }
}
