package org.routerlab.datasets.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.BadDataException;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.datasets.Benchmark;

class RouterDcTest {

  @TempDir Path folder;

  @Test
  void readsEveryTaskAndPartByTheNameOfItsFile() {
    Benchmark benchmark = new RouterDc().read(Fixture.folder("routerdc"));

    assertThat(SameBenchmark.ids(benchmark))
        .containsExactly("sorting_code-test-0", "sums-test-0", "sums-train-0", "sums-train-1");
    assertThat(benchmark.queries())
        .extracting(query -> query.dataset())
        .containsExactly("sorting_code", "sums", "sums", "sums");
    assertThat(benchmark.queries().get(0).tags()).containsExactly(Map.entry("split", "test"));
    assertThat(benchmark.queries().get(3).tags())
        .containsExactly(Map.entry("cluster", "0"), Map.entry("split", "train"));
    assertThat(benchmark.outcomes().hasCosts()).isFalse();
  }

  @Test
  void readsModelsByNameAsTheirOrderDiffers() {
    OutcomeTable outcomes = new RouterDc().read(Fixture.folder("routerdc")).outcomes();

    assertThat(outcomes.pool().names()).containsExactly("acme/oak-7B", "birch");
    assertThat(outcomes.score(2, 0)).isEqualTo(0.4f);
    assertThat(outcomes.score(3, 0)).isEqualTo(0.8731f);
    assertThat(outcomes.score(3, 1)).isZero();
  }

  @Test
  void aFileNamedAfterItsPartAloneNamesNoTask() throws IOException {
    Files.writeString(
        folder.resolve("train.json"),
        "[{\"question\": \"Sort.\", \"scores\": {\"a\": 1, \"b\": 0}}]");

    Query query = new RouterDc().read(folder).queries().get(0);

    assertThat(query).isEqualTo(new Query("all-train-0", "Sort.", "all", Map.of("split", "train")));
  }

  @Test
  void aFileOfOneTaskAndPartUnderTwoNames() throws IOException {
    Path copy = new Fixture(new RouterDc(), Fixture.folder("routerdc")).copyTo(folder);
    Files.copy(copy.resolve("sums-train.json"), copy.resolve("sums_train.json"));

    assertThatThrownBy(() -> new RouterDc().read(copy))
        .isInstanceOf(BadDataException.class)
        .hasMessage(
            copy.resolve("sums_train.json")
                + ", record 1: expected every id once, found 'sums-train-0' again");
  }

  @Test
  void namesFileRecordAndModelOfAScoreOutOfRange() throws IOException {
    Path file = folder.resolve("test.json");
    Files.writeString(
        file,
        """
        [{"question": "Two?", "scores": {"a": 0, "b": 1}},
         {"question": "Four?", "scores": {"a": 1.5, "b": 1}}]
        """);

    assertThatThrownBy(() -> new RouterDc().read(file))
        .isInstanceOf(BadDataException.class)
        .hasMessage(file + ", record 2, 'scores.a': expected a score in [0, 1], found 1.5");
  }

  @Test
  void theRealFilesHaveTheFiguresOfTheTable() {
    Benchmark benchmark = new RouterDc().read(RealFormats.file("llmrouter/dcrouter_test.json"));

    assertThat(benchmark.queries()).hasSize(450);
    assertThat(benchmark.outcomes().pool().size()).isEqualTo(9);
    assertThat(Figures.bestSingle(benchmark)).isEqualTo(0.6051, within(5e-5));
    assertThat(Figures.oracle(benchmark)).isEqualTo(0.7704, within(5e-5));
  }
}
