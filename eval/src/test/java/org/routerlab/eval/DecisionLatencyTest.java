package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Seed;

/** Decision times against their naive twin, by hand, and in their limits. */
class DecisionLatencyTest {

  private static final Bootstrap MANY = new Bootstrap(400, .9, new Seed(1));

  /** By sorting boxed milliseconds and reading between places. */
  private static double naivePercentile(long[] times, double share) {
    List<Double> sorted = new ArrayList<>();
    for (long time : times) {
      sorted.add(time / 1e6);
    }
    Collections.sort(sorted);
    double place = (sorted.size() - 1) * share;
    int below = (int) Math.floor(place);
    double low = sorted.get(below);
    return below + 1 == sorted.size()
        ? low
        : low * (1 - (place - below)) + sorted.get(below + 1) * (place - below);
  }

  @Test
  void percentilesAndMeanAgreeWithTheirTwin() {
    for (int number = 0; number < 200; number++) {
      SplittableRandom random = new Seed(number).stream("times");
      long[] times = random.longs(1 + number % 150, 0, number % 3 == 0 ? 5 : 90_000_000).toArray();
      DecisionLatency found = DecisionLatency.of(times, new Bootstrap(20, .9, new Seed(1)));
      assertThat(found.p50().value()).isCloseTo(naivePercentile(times, .5), within(1e-9));
      assertThat(found.p99().value()).isCloseTo(naivePercentile(times, .99), within(1e-9));
      double mean = LongStream.of(times).average().orElseThrow() / 1e6;
      assertThat(found.mean().value()).isCloseTo(mean, within(1e-9));
      for (Estimate each : List.of(found.p50(), found.p99(), found.mean())) {
        assertThat(each.low()).isLessThanOrEqualTo(each.high());
        assertThat(each.low()).isGreaterThanOrEqualTo(naivePercentile(times, 0));
        assertThat(each.high()).isLessThanOrEqualTo(naivePercentile(times, 1));
        assertThat(each.n()).isEqualTo(times.length);
      }
    }
  }

  @Test
  void ofOneToOneHundredMillisecondsTheFiguresAreAsByHand() {
    long[] times = LongStream.rangeClosed(1, 100).map(t -> (101 - t) * 1_000_000).toArray();
    DecisionLatency found = DecisionLatency.of(times, MANY);
    assertThat(found.p50().value()).isEqualTo(50.5);
    assertThat(found.p99().value()).isCloseTo(99.01, within(1e-9));
    assertThat(found.mean().value()).isEqualTo(50.5);
    // The standard error of the mean is 2.9; nine of ten lie within 1.645 of them.
    assertThat(found.mean().low()).isBetween(50.5 - 6, 50.5 - 3.7);
    assertThat(found.mean().high()).isBetween(50.5 + 3.7, 50.5 + 6);
  }

  @Test
  void theOrderOfTimesDoesNotMatterAndTheArrayIsKept() {
    long[] times = {5_000_000, 1_000_000, 3_000_000};
    DecisionLatency found = DecisionLatency.of(times, MANY);
    assertThat(times).containsExactly(5_000_000, 1_000_000, 3_000_000);
    assertThat(found)
        .isEqualTo(DecisionLatency.of(new long[] {1_000_000, 3_000_000, 5_000_000}, MANY));
    assertThat(found.p50().value()).isEqualTo(3);
  }

  @Test
  void oneTimeHasNoSpreadAndNoneHasNoFigure() {
    DecisionLatency one = DecisionLatency.of(new long[] {2_000_000}, MANY);
    assertThat(one.p99()).isEqualTo(new Estimate(2, 2, 2, 1));
    DecisionLatency none = DecisionLatency.of(new long[0], MANY);
    assertThat(none.p50())
        .isEqualTo(new Estimate(Double.NaN, Double.NaN, Double.NaN, 0))
        .isEqualTo(none.p99())
        .isEqualTo(none.mean());
  }

  @Test
  void itIsTheSameOnAnyNumberOfThreads() throws Exception {
    long[] times = new Seed(4).stream("times").longs(333, 0, 1_000_000).toArray();
    DecisionLatency here = DecisionLatency.of(times, MANY);
    ForkJoinPool pool = new ForkJoinPool(1);
    assertThat(pool.submit(() -> DecisionLatency.of(times, MANY)).get()).isEqualTo(here);
    pool.shutdown();
  }

  @Test
  void aNegativeTimeIsRefused() {
    assertThatThrownBy(() -> DecisionLatency.of(new long[] {4, -3}, MANY))
        .hasMessage("decision times must be >= 0 nanoseconds but one is -3");
  }
}
