package org.routerlab.datasets.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.BadDataException;
import org.routerlab.datasets.Benchmark;

class RouterDcTest {

  @TempDir Path folder;

  @Test
  void readsEveryTaskAndPartByTheNameOfItsFile() throws IOException {
    Files.writeString(
        folder.resolve("gsm8k-train.json"),
        """
        [{"question": "Two and three?", "scores": {"a": 0.4, "b": 1.0}, "cluster_id": 1},
         {"question": "Four and four?", "scores": {"b": 0, "a": 0.8731}, "cluster_id": 0}]
        """);
    Files.writeString(
        folder.resolve("mbpp.json"), "[{\"question\": \"Sort.\", \"scores\": {\"a\": 1}}]");

    Benchmark benchmark = new RouterDc().read(folder);

    assertThat(benchmark.outcomes().pool().names()).containsExactly("a", "b");
    assertThat(benchmark.queries().get(1).id()).isEqualTo("gsm8k-train-1");
    assertThat(benchmark.queries().get(1).tags())
        .containsEntry("split", "train")
        .containsEntry("cluster", "0");
    assertThat(benchmark.queries().get(2).dataset()).isEqualTo("mbpp");
    assertThat(benchmark.queries().get(2).tags()).containsEntry("split", "test");
    assertThat(benchmark.outcomes().score(1, 0)).isEqualTo(0.8731f);
    assertThat(benchmark.outcomes().score(1, 1)).isZero();
    assertThat(benchmark.outcomes().isObserved(2, 1)).isFalse();
    assertThat(benchmark.outcomes().hasCosts()).isFalse();
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
