package org.routerlab.datasets.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.Price;
import org.routerlab.datasets.PriceList;
import org.routerlab.datasets.PriceLists;
import org.routerlab.datasets.TokenCounts;

class RecostTest {

  private static final float NONE = Float.NaN;

  @Test
  void costsAreTokensTimesPricesAndNothingElseChanges() {
    Benchmark before = benchmark();

    Transformed made =
        new Recost(list(Map.of("a", new Price(1, 2), "b", new Price(10, 0))))
            .apply(before, texts -> FloatMatrix.of(new float[1]));

    OutcomeTable outcomes = made.benchmark().outcomes();
    assertThat(outcomes.cost(0, 0)).isEqualTo((1000f * 1 + 100 * 2) / 1e6f, within(1e-9f));
    assertThat(outcomes.cost(0, 1)).isEqualTo(2000 * 10 / 1e6f, within(1e-9f));
    assertThat(outcomes.cost(1, 0)).isNaN();
    assertThat(outcomes.scores()).isSameAs(before.outcomes().scores());
    assertThat(made.benchmark().costUnit()).isEqualTo("USD (tokens × list price)");
    assertThat(made.benchmark().tokens()).isEqualTo(before.tokens());
    assertThat(made.benchmark().provenance())
        .containsEntry("prices_usd_per_1m", "{\"a\":[1.0,2.0],\"b\":[10.0,0.0]}");
    assertThat(made.description()).startsWith("recost(spring) of 2026-03-01: ");
  }

  @Test
  void aModelWithoutAPriceIsNamed() {
    Recost recost = new Recost(list(Map.of("a", new Price(1, 2))));

    assertThatThrownBy(() -> recost.apply(benchmark(), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a price list must have every model of the pool but spring lacks [b]; it has [a]");
  }

  @Test
  void aBenchmarkWithoutTokensIsRefused() {
    Benchmark full = benchmark();
    Benchmark bare = new Benchmark("t", full.queries(), full.outcomes(), "none", full.provenance());
    Recost recost = new Recost(list(Map.of("a", new Price(1, 2), "b", new Price(1, 1))));

    assertThatThrownBy(() -> recost.apply(bare, null))
        .hasMessageContaining("need recorded tokens but t has none");
  }

  @Test
  void shippedListsHaveSourcesAndDates() {
    assertThat(PriceLists.shipped())
        .hasSizeGreaterThanOrEqualTo(5)
        .allSatisfy(
            shipped -> {
              assertThat(shipped.source()).contains("@");
              assertThat(shipped.name()).endsWith(shipped.date().toString());
              assertThat(PriceLists.open(shipped.name())).isSameAs(shipped);
            });
  }

  private static PriceList list(Map<String, Price> prices) {
    return new PriceList("spring", LocalDate.of(2026, 3, 1), "a test", new TreeMap<>(prices));
  }

  private static Benchmark benchmark() {
    ModelPool pool = ModelPool.of("a", "b");
    FloatMatrix input = FloatMatrix.wrap(2, 2, new float[] {1000, 2000, NONE, 4});
    FloatMatrix output = FloatMatrix.wrap(2, 2, new float[] {100, 200, 3, 4});
    FloatMatrix scores = FloatMatrix.wrap(2, 2, new float[] {1, 0, 0, 1});
    return new Benchmark(
        "t",
        List.of(new Query("1", "one", "d"), new Query("2", "two", "d")),
        new OutcomeTable(pool, scores),
        Benchmark.NO_COSTS,
        new TreeMap<>(),
        Optional.of(new TokenCounts(input, output)));
  }
}
