package org.routerlab.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.matrix.FloatMatrix;

class TokenAuditTest {

  private static final int ROWS = 12;
  private static final IntBinaryOperator VARIED = (row, model) -> 10 + row + 3 * model;

  @Test
  void soundCountsRaiseNothing() {
    assertThat(findings(matrix(VARIED), matrix(VARIED))).isEmpty();
    assertThat(TokenAudit.of(TestBenchmarks.of(TestBenchmarks.queries(ROWS)))).isEmpty();
  }

  @Test
  void constantCountsAreNamed() {
    FloatMatrix constant = matrix((row, model) -> model == 1 ? 100 : VARIED.applyAsInt(row, model));

    assertThat(findings(matrix(VARIED), constant))
        .containsExactly(
            "WARNING constant-tokens: the number of output tokens is the same on every query for 1"
                + " of 2 (50.0 %) models: model-1");
    assertThat(findings(constant, matrix(VARIED)))
        .singleElement()
        .asString()
        .contains("input tokens is the same on every query");
  }

  @Test
  void missingCountsAreShared() {
    float[] some = matrix(VARIED).toArray();
    for (int row = 0; row < ROWS; row++) {
      some[row * 2] = Float.NaN;
    }
    some[1] = Float.NaN;

    assertThat(findings(matrix(VARIED), FloatMatrix.wrap(ROWS, 2, some)))
        .containsExactly(
            "WARNING unknown-tokens: no count of output tokens is known for 1 of 2 (50.0 %) models:"
                + " model-0",
            "NOTE unknown-tokens: 13 of 24 (54.2 %) counts of output tokens are unknown");
  }

  @Test
  void scoresOfEmptyAnswersAreShared() {
    // Model 1 is always right, model 0 never.
    FloatMatrix output = matrix((row, model) -> row < 3 ? 0 : VARIED.applyAsInt(row, model));

    assertThat(findings(matrix(VARIED), output))
        .containsExactly(
            "WARNING score-without-output: 3 of 6 (50.0 %) calls without output tokens have a score"
                + " above 0");
  }

  @Test
  void countsThatAreNotWholeAreShared() {
    float[] halves = matrix(VARIED).toArray();
    halves[3] += 0.5f;

    assertThat(findings(FloatMatrix.wrap(ROWS, 2, halves), matrix(VARIED)))
        .containsExactly(
            "WARNING fractional-tokens: 1 of 24 (4.2 %) counts of input tokens are not whole, as"
                + " estimates and means are");
  }

  @Test
  void equalInputOfAllModelsIsANote() {
    assertThat(findings(matrix((row, model) -> 10 + row), matrix(VARIED)))
        .singleElement()
        .asString()
        .startsWith("NOTE same-input-tokens: all models read the same number of tokens on each of");
    assertThat(findings(matrix((row, model) -> row == 7 ? 10 + model : 10 + row), matrix(VARIED)))
        .isEmpty();
  }

  private static FloatMatrix matrix(IntBinaryOperator counts) {
    float[] values = new float[ROWS * 2];
    for (int i = 0; i < values.length; i++) {
      values[i] = counts.applyAsInt(i / 2, i % 2);
    }
    return FloatMatrix.wrap(ROWS, 2, values);
  }

  private static List<String> findings(FloatMatrix input, FloatMatrix output) {
    OutcomeTable outcomes = TestBenchmarks.of(TestBenchmarks.queries(ROWS)).outcomes();
    Benchmark benchmark =
        new Benchmark(
            "tokens",
            TestBenchmarks.queries(ROWS),
            outcomes,
            Benchmark.NO_COSTS,
            new TreeMap<>(),
            Optional.of(new TokenCounts(input, output)));
    return TokenAudit.of(benchmark).stream()
        .map(finding -> finding.severity() + " " + finding.kind() + ": " + finding.message())
        .toList();
  }
}
