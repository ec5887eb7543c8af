package org.routerlab.datasets.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Query;
import org.routerlab.core.Seed;
import org.routerlab.core.Split;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.datasets.Benchmark;

class FewLabelsTest {

  private static final Seed SEED = new Seed(1);

  /** Ninety queries whose datasets take turns: 60 to train on, 10 to choose on, 20 to test. */
  private static final Benchmark BENCHMARK =
      Cases.benchmark(FloatMatrix.wrap(90, 2, new float[180]), "a", "b", "c");

  private static final Split SPLIT =
      new Split(
          "by hand",
          IntStream.range(0, 60).toArray(),
          IntStream.range(60, 70).toArray(),
          IntStream.range(70, 90).toArray());

  private static Benchmark few(int each, Seed seed) {
    return new FewLabels(each, seed, Scope.train(BENCHMARK, SPLIT))
        .apply(BENCHMARK, TextEmbeddings.none())
        .benchmark();
  }

  private static List<String> train(Benchmark made) {
    return Arrays.stream(CarriedSplit.of(BENCHMARK, SPLIT, made).train())
        .mapToObj(row -> made.queries().get(row).id())
        .toList();
  }

  @Test
  void ofEveryDatasetSoManyTrainingQueriesAreLeft() {
    Benchmark made = few(4, SEED);
    Map<String, Long> counts =
        Arrays.stream(CarriedSplit.of(BENCHMARK, SPLIT, made).train())
            .mapToObj(made.queries()::get)
            .collect(Collectors.groupingBy(Query::dataset, Collectors.counting()));
    assertThat(counts).containsOnly(Map.entry("a", 4L), Map.entry("b", 4L), Map.entry("c", 4L));
  }

  @Test
  void allQueriesToChooseAndTestOnStay() {
    Split carried = CarriedSplit.of(BENCHMARK, SPLIT, few(1, SEED));
    assertThat(carried.validation()).hasSize(10);
    assertThat(carried.test()).hasSize(20);
  }

  @Test
  void aSmallerDrawIsPartOfALargerOne() {
    for (int seed = 0; seed < 20; seed++) {
      TreeSet<String> last = new TreeSet<>();
      for (int each : new int[] {1, 2, 4, 8, 16, 20}) {
        List<String> ids = train(few(each, new Seed(seed)));
        assertThat(ids).hasSize(3 * each).containsAll(last);
        last.addAll(ids);
      }
    }
  }

  @Test
  void anotherSeedDrawsOthers() {
    assertThat(train(few(4, new Seed(2)))).isNotEqualTo(train(few(4, SEED)));
  }

  @Test
  void theOrderOfTheRowsDoesNotMatter() {
    Benchmark backwards = Cases.backwards(BENCHMARK);
    Benchmark made =
        new FewLabels(4, SEED, Scope.train(BENCHMARK, SPLIT))
            .apply(backwards, TextEmbeddings.none())
            .benchmark();
    assertThat(Cases.ids(Cases.backwards(made))).isEqualTo(Cases.ids(few(4, SEED)));
  }

  @Test
  void aDatasetWithFewerKeepsThemAll() {
    assertThat(Cases.ids(few(500, SEED))).isEqualTo(Cases.ids(BENCHMARK));
  }

  @Test
  void noLabelsAtAllLeaveNothingToTrainOn() {
    assertThat(train(few(0, SEED))).isEmpty();
    assertThat(few(0, SEED).queries()).hasSize(30);
    assertThatThrownBy(() -> few(-1, SEED)).hasMessageContaining("labels.each must be in [0,");
  }

  @Test
  void theDescriptionCounts() {
    Transformed made =
        new FewLabels(4, SEED, Scope.train(BENCHMARK, SPLIT))
            .apply(BENCHMARK, TextEmbeddings.none());
    assertThat(made.counts())
        .containsEntry("training queries", 12.0)
        .containsEntry("training queries removed", 48.0)
        .containsEntry("datasets", 3.0);
    assertThat(made.description()).isEqualTo("labels(4 each, seed 1): 90 → 42 queries, 2 models");
  }
}
