package org.routerlab.datasets.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.RoutingTableFolder;
import org.routerlab.datasets.SyntheticBenchmark;

class RemasterTest {

  @Test
  void theBenchmarkRemembersEveryStepWithItsCounts() {
    Benchmark benchmark = Cases.benchmark(Cases.VECTORS, "a", "b", "c");
    Remaster remaster =
        Remaster.of("small", DropDatasets.of(List.of("c")), new PruneModels(2, Scope.all()));
    Remaster.Result made = remaster.apply(benchmark, TextEmbeddings.none());

    assertThat(made.benchmark().name()).isEqualTo("test+small");
    assertThat(made.benchmark().provenance())
        .containsEntry("source", "made up")
        .containsEntry("remaster-01", "drop-datasets(c): 6 → 4 queries, 3 models")
        .containsEntry("remaster-02", made.steps().get(1).description())
        .hasSize(3);
    assertThat(made.steps().get(1).description())
        .startsWith("prune-models(2, lambda 0.5, by all queries): removed [m2]");
    assertThat(made.benchmark().fingerprint())
        .isEqualTo(made.steps().get(1).benchmark().fingerprint());
  }

  @Test
  void aRemasterOfARemasterGoesOnCounting() {
    Benchmark benchmark = Cases.benchmark(Cases.VECTORS, "a", "b", "c");
    Benchmark once =
        Remaster.of("x", DropDatasets.of(List.of("c")))
            .apply(benchmark, TextEmbeddings.none())
            .benchmark();
    Benchmark twice =
        Remaster.of("y", new Binarise(.5)).apply(once, TextEmbeddings.none()).benchmark();

    assertThat(twice.name()).isEqualTo("test+x+y");
    assertThat(twice.provenance()).containsKeys("remaster-01", "remaster-02").hasSize(3);
  }

  @Test
  void withoutStepsOnlyTheNameChanges() {
    Benchmark benchmark = Cases.benchmark(Cases.VECTORS, "a");
    Remaster.Result made = Remaster.of("same").apply(benchmark, TextEmbeddings.none());
    assertThat(made.steps()).isEmpty();
    assertThat(made.benchmark().fingerprint()).isEqualTo(benchmark.fingerprint());
    assertThat(made.benchmark().provenance()).isEqualTo(benchmark.provenance());
  }

  @Test
  void embeddingsAreAskedForTheTextsThatAreLeft() {
    Benchmark benchmark = Cases.benchmark(Cases.VECTORS, "a", "b");
    TextEmbeddings checked =
        texts -> {
          assertThat(texts).containsExactly("text 0", "text 2", "text 4");
          return FloatMatrix.of(new float[] {1, 0}, new float[] {1, 0}, new float[] {0, 1});
        };
    Remaster remaster = Remaster.of("x", KeepDatasets.of(List.of("a")), Deduplicate.standard());
    assertThat(Cases.ids(remaster.apply(benchmark, checked).benchmark()))
        .containsExactly("q0", "q4");
  }

  @Test
  void aRemasteredBenchmarkSurvivesItsFolder(@TempDir Path folder) throws Exception {
    Benchmark benchmark =
        new SyntheticBenchmark().withQueries(300).generate(new Seed(3)).benchmark();
    Benchmark made =
        Remaster.of(
                "wrr",
                new PruneModels(4, Scope.all()),
                new InjectSpecialists(
                    List.of(PseudoSpecialist.of(benchmark.queries().get(0).dataset())),
                    Scope.all(),
                    List.of(),
                    new Seed(1)),
                new Subsample(200, new Seed(1)))
            .apply(benchmark, TextEmbeddings.none())
            .benchmark();
    RoutingTableFolder.write(made, folder);
    Benchmark read = RoutingTableFolder.load(folder);

    assertThat(read).usingRecursiveComparison().ignoringFields("outcomes").isEqualTo(made);
    assertThat(read.fingerprint()).isEqualTo(made.fingerprint());
  }
}
