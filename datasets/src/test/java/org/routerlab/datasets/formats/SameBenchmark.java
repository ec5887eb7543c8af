package org.routerlab.datasets.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.routerlab.core.Query;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.datasets.Benchmark;

/** Whether two benchmarks are the same. */
final class SameBenchmark {

  /** Half of the last of the six decimals that routing tables have, and what a float adds. */
  static final double SIX_DECIMALS = 5e-7 + 6e-8;

  private SameBenchmark() {}

  /** To the last bit, with tokens, unit and provenance. */
  static void assertIdentical(Benchmark found, Benchmark expected) {
    assertThat(found.fingerprint()).isEqualTo(expected.fingerprint());
    assertThat(found.name()).isEqualTo(expected.name());
    assertThat(found.costUnit()).isEqualTo(expected.costUnit());
    assertThat(found.provenance()).isEqualTo(expected.provenance());
    assertThat(found.tokens().isPresent()).isEqualTo(expected.tokens().isPresent());
    assertSameTokens(found, expected);
  }

  /**
   * A benchmark as published, and the routing table that was made of it: models, texts and datasets
   * in their order, scores within six decimals, costs within {@code costTolerance}, tokens exactly;
   * ids are left to the caller.
   */
  static void assertSameCells(Benchmark published, Benchmark table, double costTolerance) {
    assertThat(published.outcomes().pool()).isEqualTo(table.outcomes().pool());
    assertThat(published.texts()).isEqualTo(table.texts());
    assertThat(datasets(published)).isEqualTo(datasets(table));
    assertThat(published.costUnit()).isEqualTo(table.costUnit());
    assertClose(published.outcomes().scores(), table.outcomes().scores(), SIX_DECIMALS);
    assertThat(published.outcomes().hasCosts()).isEqualTo(table.outcomes().hasCosts());
    if (table.outcomes().hasCosts()) {
      assertClose(published.outcomes().costs(), table.outcomes().costs(), costTolerance);
    }
    assertThat(published.tokens().isPresent()).isEqualTo(table.tokens().isPresent());
    assertSameTokens(published, table);
  }

  static List<String> ids(Benchmark benchmark) {
    return benchmark.queries().stream().map(Query::id).toList();
  }

  private static List<String> datasets(Benchmark benchmark) {
    return benchmark.queries().stream().map(Query::dataset).toList();
  }

  private static void assertSameTokens(Benchmark found, Benchmark expected) {
    expected
        .tokens()
        .ifPresent(
            tokens -> {
              assertThat(found.tokens().orElseThrow().input().toArray())
                  .containsExactly(tokens.input().toArray());
              assertThat(found.tokens().orElseThrow().output().toArray())
                  .containsExactly(tokens.output().toArray());
            });
  }

  private static void assertClose(FloatMatrix found, FloatMatrix expected, double tolerance) {
    float[] left = found.toArray();
    float[] right = expected.toArray();
    assertThat(left).hasSameSizeAs(right);
    double furthest =
        IntStream.range(0, left.length)
            .mapToDouble(i -> distance(left[i], right[i]))
            .max()
            .orElse(0);
    assertThat(furthest).as("the furthest two cells").isEqualTo(0, within(tolerance));
  }

  private static double distance(float one, float other) {
    if (Float.isNaN(one) || Float.isNaN(other)) {
      return Float.isNaN(one) && Float.isNaN(other) ? 0 : Double.POSITIVE_INFINITY;
    }
    return Math.abs(one - (double) other);
  }
}
