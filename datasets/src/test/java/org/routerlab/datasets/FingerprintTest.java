package org.routerlab.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.matrix.FloatMatrix;

class FingerprintTest {

  private static final Query QUERY = new Query("q", "text", "d", Map.of("a", "1", "b", "2"));
  private static final String BASE = fingerprint(QUERY, ModelPool.of("x", "y"), 0, 1, 2, 3);

  @Test
  void isTheSameOnEveryMachine() {
    assertThat(BASE)
        .isEqualTo(fingerprint(QUERY, ModelPool.of("x", "y"), 0, 1, 2, 3))
        .isEqualTo("873d8e964c70f3eac063c79af4107ab4ad8b2be3215ed22568e99962c984ffa9");
  }

  @Test
  void everyPartOfAQueryCounts() {
    for (Query other :
        List.of(
            new Query("r", "text", "d", QUERY.tags()),
            new Query("q", "texts", "d", QUERY.tags()),
            new Query("q", "text", "e", QUERY.tags()),
            new Query("qt", "ext", "d", QUERY.tags()),
            new Query("q", "text", "d", Map.of("a", "1", "b", "3")),
            new Query("q", "text", "d", Map.of("a", "1", "c", "2")),
            new Query("q", "text", "d", Map.of("a", "1")))) {
      assertThat(fingerprint(other, ModelPool.of("x", "y"), 0, 1, 2, 3)).isNotEqualTo(BASE);
    }
  }

  @Test
  void modelsScoresAndCostsCount() {
    assertThat(fingerprint(QUERY, ModelPool.of("x", "z"), 0, 1, 2, 3)).isNotEqualTo(BASE);
    assertThat(fingerprint(QUERY, ModelPool.of("x", "y"), Float.MIN_VALUE, 1, 2, 3))
        .isNotEqualTo(BASE);
    assertThat(fingerprint(QUERY, ModelPool.of("x", "y"), Float.NaN, 1, 2, 3)).isNotEqualTo(BASE);
    assertThat(fingerprint(QUERY, ModelPool.of("x", "y"), 0, 1, 2, Math.nextUp(3f)))
        .isNotEqualTo(BASE);
    assertThat(fingerprint(QUERY, ModelPool.of("x", "y"), 0, 1)).isNotEqualTo(BASE);
  }

  @Test
  void nameUnitAndProvenanceDoNotCount() {
    OutcomeTable outcomes = outcomes(ModelPool.of("x", "y"), 0, 1, 2, 3);

    assertThat(
            Benchmark.of("other", List.of(QUERY), outcomes, "EUR", Map.of("a", "b")).fingerprint())
        .isEqualTo(BASE);
  }

  @Test
  void aViewCountsLikeItsCopy() {
    OutcomeTable outcomes = outcomes(ModelPool.of("x", "y"), 0, 1, 2, 3);

    assertThat(
            Benchmark.of("b", List.of(QUERY), outcomes.selectRows(new int[] {0}), "USD", Map.of())
                .fingerprint())
        .isEqualTo(BASE);
  }

  private static String fingerprint(Query query, ModelPool pool, float... scoresThenCosts) {
    return Benchmark.of("b", List.of(query), outcomes(pool, scoresThenCosts), "USD", Map.of())
        .fingerprint();
  }

  private static OutcomeTable outcomes(ModelPool pool, float... scoresThenCosts) {
    FloatMatrix scores =
        FloatMatrix.wrap(1, 2, new float[] {scoresThenCosts[0], scoresThenCosts[1]});
    return scoresThenCosts.length == 2
        ? new OutcomeTable(pool, scores)
        : new OutcomeTable(
            pool,
            scores,
            FloatMatrix.wrap(1, 2, new float[] {scoresThenCosts[2], scoresThenCosts[3]}));
  }
}
