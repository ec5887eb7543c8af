package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.BadDataException;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.RoutingTableFolder;
import org.routerlab.datasets.catalogue.Benchmarks;
import org.routerlab.datasets.transform.Remaster;
import org.routerlab.datasets.transform.TextEmbeddings;

class TableStepsTest {

  @TempDir Path folder;

  @Test
  void stepsAreAppliedInTheirOrderAndRemembered() throws IOException {
    Benchmark mini = Benchmarks.open("a2b-mini", folder);

    Remaster.Result made =
        steps(
                "- dropModels: [general-chat]\n- binarise: {threshold: 0.5}\n- subsample: {queries: 90}")
            .apply(mini, "small", folder, TextEmbeddings.none());

    assertThat(made.benchmark().name()).isEqualTo("small");
    assertThat(made.benchmark().queries()).hasSize(90);
    assertThat(made.benchmark().outcomes().pool().names())
        .hasSize(4)
        .doesNotContain("general-chat");
    assertThat(made.benchmark().provenance())
        .containsKeys("remaster-01", "remaster-02", "remaster-03");
    assertThat(made.benchmark().provenance().get("remaster-03")).startsWith("subsample(90");
  }

  @Test
  void aMergePutsTheQueriesOfAnotherBenchmarkBelow() throws IOException {
    Benchmark mini = Benchmarks.open("a2b-mini", folder);
    RoutingTableFolder.write(mini.named("again"), folder.resolve("again"));

    Remaster.Result made =
        steps("- merge: {dataset: again}").apply(mini, "both", folder, TextEmbeddings.none());

    assertThat(made.benchmark().queries()).hasSize(2 * mini.queries().size());
    assertThat(made.benchmark().queries().get(mini.queries().size()).id()).startsWith("again/");
  }

  @Test
  void costsByAnotherListNeedTokensThatWereRecorded() throws IOException {
    TableSteps recost = steps("- recost: {prices: openrouter-2026-07-25}");
    Benchmark mini = Benchmarks.open("a2b-mini", folder);

    assertThatThrownBy(() -> recost.apply(mini, "x", folder, TextEmbeddings.none()))
        .hasMessageContaining("need recorded tokens but a2b-mini has none");
    assertThatThrownBy(() -> steps("- recost: {}"))
        .hasMessageContaining("recost.prices must name a price list");
  }

  @Test
  void anUnknownStepNamesTheNearestOne() {
    assertThatThrownBy(() -> steps("- binarize: {threshold: 0.5}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("step 1: unknown step 'binarize'; did you mean 'binarise'?");
  }

  @Test
  void aFileWithoutAListIsRefused() {
    assertThatThrownBy(() -> steps("binarise: {threshold: 0.5}"))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("expected a list of steps");
  }

  private TableSteps steps(String yaml) throws IOException {
    return TableSteps.read(Files.writeString(folder.resolve("steps.yaml"), yaml));
  }
}
