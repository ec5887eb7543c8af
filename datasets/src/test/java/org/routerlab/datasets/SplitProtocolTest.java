package org.routerlab.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Seed;
import org.routerlab.core.Split;

class SplitProtocolTest {

  private static final SplitProtocol PROTOCOL =
      new SplitProtocol(new Fractions(0.6, 0.1, 0.3), 7, "A paper, Table 8");

  @Test
  void itIsReadBackFromTheProvenance() {
    assertThat(SplitProtocol.of(withProvenance(PROTOCOL.entry()))).contains(PROTOCOL);
    assertThat(SplitProtocol.of(withProvenance(Map.of()))).isEmpty();
  }

  @Test
  void aTableWithoutAPublishedSplitIsDividedByIt() {
    Benchmark benchmark = withProvenance(PROTOCOL.entry());

    Split split = Splits.published(benchmark, 0.1, new Seed(42));

    assertThat(split.name()).isEqualTo("random-0.6/0.1/0.3-seed7");
    Split drawn = Splits.random(benchmark, PROTOCOL.fractions(), new Seed(7));
    assertThat(split.test()).containsExactly(drawn.test());
  }

  @Test
  void withoutSplitAndProtocolTheMessageSaysWhatIsMissing() {
    Benchmark benchmark = withProvenance(Map.of());

    assertThatThrownBy(() -> Splits.published(benchmark, 0.1, new Seed(42)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a given split needs the tag 'split'");
  }

  @Test
  void anEntryOfAnotherShapeIsRefused() {
    assertThatThrownBy(() -> SplitProtocol.of(withProvenance(Map.of("split_protocol", "70/30"))))
        .hasMessageContaining("must be like 'random 0.6/0.1/0.3, seed 42 (source)' but is '70/30'");
  }

  private static Benchmark withProvenance(Map<String, String> entries) {
    Benchmark mini = Benchmarks.open("a2b-mini", Path.of("absent"));
    SortedMap<String, String> provenance = new TreeMap<>(entries);
    return new Benchmark("t", mini.queries(), mini.outcomes(), mini.costUnit(), provenance);
  }
}
