package org.routerlab.datasets.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.Seed;
import org.routerlab.core.Split;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.datasets.Benchmark;

class TransformsTest {

  private static final float NAN = Float.NaN;
  private static final Seed SEED = new Seed(1);

  /** Rows 0 and 3 are alike, as are 1 and 4. */
  private static final TextEmbeddings EMBEDDINGS =
      texts ->
          FloatMatrix.of(
              texts.stream()
                  .map(text -> Integer.parseInt(text.substring(5)) % 3)
                  .map(
                      kind -> new float[] {kind == 0 ? 1 : 0, kind == 1 ? 1 : 0, kind == 2 ? 1 : 0})
                  .toArray(float[][]::new));

  @Test
  void deduplicationKeepsTheFirstOfEveryGroup() {
    Benchmark benchmark = Cases.benchmark(Cases.VECTORS, "d");
    Transformed made = Deduplicate.standard().apply(benchmark, EMBEDDINGS);

    assertThat(Cases.ids(made.benchmark())).containsExactly("q0", "q1", "q2");
    assertThat(made.benchmark().outcomes().scores().toArray())
        .containsExactly(1, 1, 1, 0, 1, 1, 0, 0, 1);
    assertThat(made.counts())
        .containsEntry("groups", 3.0)
        .containsEntry("queries removed", 3.0)
        .containsEntry("largest group", 2.0)
        .containsEntry("groups of equal texts", 0.0)
        .containsEntry("groups disagreeing", 3.0);
    assertThat(made.description())
        .startsWith("deduplicate(0.999, keep-first): 3 groups of 6 queries, the largest of 2")
        .endsWith("6 → 3 queries, 3 models");
  }

  @Test
  void mergingAveragesWhatWasObservedInAGroup() {
    OutcomeTable table =
        new OutcomeTable(
            Cases.pool(2),
            FloatMatrix.of(
                new float[] {1, NAN},
                new float[] {1, 0},
                new float[] {0, 0},
                new float[] {0, 1},
                new float[] {1, NAN}),
            FloatMatrix.of(
                new float[] {2, NAN},
                new float[] {1, 1},
                new float[] {7, 7},
                new float[] {4, NAN},
                new float[] {1, 1}));
    Benchmark made =
        new Deduplicate(.999, Deduplicate.Action.MERGE)
            .apply(Cases.benchmark(table, "d"), EMBEDDINGS)
            .benchmark();

    assertThat(made.outcomes().scores().toArray()).containsExactly(.5f, 1, 1, 0, 0, 0);
    assertThat(made.outcomes().costs().toArray()).containsExactly(3, NAN, 1, 1, 7, 7);
  }

  @Test
  void aBenchmarkWithoutDuplicatesStaysAsItIs() {
    Benchmark benchmark = Cases.benchmark(Cases.VECTORS.selectRows(new int[] {0, 1, 2}), "d");
    Transformed made = Deduplicate.standard().apply(benchmark, EMBEDDINGS);
    assertThat(made.benchmark().fingerprint()).isEqualTo(benchmark.fingerprint());
  }

  @Test
  void datasetsAreKeptOrDropped() {
    Benchmark benchmark = Cases.benchmark(Cases.VECTORS, "a", "b", "c");
    assertThat(Cases.ids(apply(KeepDatasets.of(List.of("c", "a")), benchmark)))
        .containsExactly("q0", "q2", "q3", "q5");
    assertThat(Cases.ids(apply(DropDatasets.of(List.of("c", "a")), benchmark)))
        .containsExactly("q1", "q4");
    assertThatThrownBy(() -> apply(KeepDatasets.of(List.of("x")), benchmark))
        .hasMessageContaining("unknown dataset 'x'");
    assertThatThrownBy(() -> apply(DropDatasets.of(List.of("a", "b", "c")), benchmark))
        .hasMessageContaining("at least one query");
  }

  @Test
  void taggedQueriesAreDroppedAndUntaggedOnesStay() {
    List<Query> queries =
        List.of(
            new Query("q0", "text 0", "d", Map.of("contaminated", "true")),
            new Query("q1", "text 1", "d", Map.of("contaminated", "false")),
            new Query("q2", "text 2", "d"));
    OutcomeTable outcomes = Cases.vectors().selectRows(new int[] {0, 1, 2});
    Benchmark benchmark = Benchmark.of("tagged", queries, outcomes, "none", Map.of());

    Transformed made =
        new DropTagged("contaminated", "true").apply(benchmark, TextEmbeddings.none());

    assertThat(Cases.ids(made.benchmark())).containsExactly("q1", "q2");
    assertThat(made.benchmark().outcomes().scores().toArray()).containsExactly(0, 1, 1, 0, 0, 1);
    assertThat(made.description())
        .isEqualTo("drop-tagged(contaminated = true): 3 → 2 queries, 3 models");
    assertThat(made.counts()).containsEntry("queries removed", 1.0);
    assertThatThrownBy(() -> apply(new DropTagged("contaminate", "true"), benchmark))
        .hasMessageContaining("did you mean 'contaminated'?");
    assertThatThrownBy(() -> apply(new DropTagged("contaminated", "yes"), benchmark))
        .hasMessageContaining("unknown value of the tag contaminated 'yes'")
        .hasMessageContaining("false, true");
    assertThatThrownBy(
            () ->
                apply(
                    new DropTagged("contaminated", "false"),
                    made.benchmark().selectRows(new int[] {0})))
        .hasMessageContaining("at least one query");
  }

  @Test
  void modelsAreKeptOrDroppedInTheOrderOfThePool() {
    Benchmark benchmark = Cases.benchmark(Cases.VECTORS, "a");
    Benchmark kept = apply(KeepModels.of(List.of("m2", "m0")), benchmark);
    assertThat(kept.outcomes().pool().names()).containsExactly("m0", "m2");
    assertThat(Cases.column(kept.outcomes().scores(), 1)).containsExactly(1, 1, 1, 0, 0, 1);
    assertThat(apply(DropModels.of(List.of("m0")), benchmark).outcomes().pool().names())
        .containsExactly("m1", "m2");
    assertThatThrownBy(() -> apply(DropModels.of(List.of("m9")), benchmark))
        .hasMessageContaining("unknown model 'm9'");
  }

  @Test
  void pruningSeesOnlyTheQueriesItJudgesBy() {
    Benchmark benchmark = Cases.benchmark(Cases.VECTORS, "a");
    Transformed all = new PruneModels(2, Scope.all()).apply(benchmark, TextEmbeddings.none());
    assertThat(all.benchmark().outcomes().pool().names()).containsExactly("m0", "m2");
    assertThat(all.description()).contains("removed [m1]").contains("by all queries");
    // On row 3 alone, only model 0 is right; of the others the later goes.
    Scope one = Scope.ids("one", benchmark, new int[] {3});
    assertThat(apply(new PruneModels(2, one), benchmark).outcomes().pool().names())
        .containsExactly("m0", "m1");
  }

  @Test
  void scoresBecomeLabelsFromTheThresholdOn() {
    FloatMatrix graded = FloatMatrix.of(new float[] {.7f, .69f}, new float[] {NAN, 1});
    Transformed made = new Binarise(.7).apply(Cases.benchmark(graded, "a"), TextEmbeddings.none());
    assertThat(made.benchmark().outcomes().scores().toArray()).containsExactly(1, 0, NAN, 1);
    assertThat(made.counts()).containsEntry("scores changed", 2.0);
  }

  @Test
  void aSubsampleIsPartOfALargerOneAndDoesNotDependOnTheOrderOfRows() {
    Benchmark benchmark = Cases.benchmark(Cases.matrix(200, 1, () -> 1f), "a", "b");
    List<String> fifty = Cases.ids(apply(new Subsample(50, SEED), benchmark));
    assertThat(fifty).hasSize(50).isSubsetOf(Cases.ids(apply(new Subsample(80, SEED), benchmark)));
    assertThat(Cases.ids(apply(new Subsample(50, SEED), Cases.backwards(benchmark))))
        .containsExactlyInAnyOrderElementsOf(fifty);
    assertThat(Cases.ids(apply(new Subsample(50, new Seed(2)), benchmark))).isNotEqualTo(fifty);
    assertThat(apply(new Subsample(999, SEED), benchmark).fingerprint())
        .isEqualTo(benchmark.fingerprint());
    // Rows keep their order.
    assertThat(fifty.stream().map(id -> Integer.parseInt(id.substring(1)))).isSorted();
  }

  @Test
  void tasksForSpecialistsStayWholeAndOthersInPart() {
    Benchmark benchmark = Cases.benchmark(Cases.matrix(100, 1, () -> 1f), "a", "b", "c", "d");
    TaskScores scores = b -> Map.of("a", -.1, "b", .05, "c", .01, "d", Double.NaN);
    SampleByTaskScore step = new SampleByTaskScore(scores, .75, .4, .2, SEED);
    Benchmark made = apply(step, benchmark);

    assertThat(count(made, "b")).isEqualTo(25);
    assertThat(count(made, "c")).isEqualTo(10);
    assertThat(count(made, "a")).isEqualTo(5);
    assertThat(count(made, "d")).isZero();
    Transformed standard =
        SampleByTaskScore.standard(scores, SEED).apply(benchmark, TextEmbeddings.none());
    assertThat(standard.counts()).containsEntry("tasks", 3.0).containsEntry("tasks removed", 1.0);
    assertThat(standard.benchmark().queries()).hasSize(75);
  }

  @Test
  void everyKeptTaskHasAtLeastOneQuery() {
    Benchmark benchmark = Cases.benchmark(Cases.VECTORS, "a", "b");
    Benchmark made = apply(new SampleByTaskScore(b -> Map.of(), 1, 0, 0, SEED), benchmark);
    assertThat(count(made, "a")).isEqualTo(1);
    assertThat(count(made, "b")).isEqualTo(1);
  }

  @Test
  void mergedBenchmarksOfOnePoolMayOrderItDifferently() {
    Benchmark first = Cases.benchmark(FloatMatrix.of(new float[] {1, 0}), "a");
    Benchmark second = named("other", FloatMatrix.of(new float[] {.25f, .75f}), "m1", "m0");
    Transformed made = new Merge(second, Merge.Pools.SAME).apply(first, TextEmbeddings.none());

    assertThat(made.benchmark().outcomes().scores().toArray()).containsExactly(1, 0, .75f, .25f);
    assertThat(Cases.ids(made.benchmark())).containsExactly("q0", "other/q0");
    assertThat(made.description()).endsWith("1 → 2 queries, 2 models");
  }

  @Test
  void aUnionLeavesWhatWasNotRecordedUnobserved() {
    Benchmark first = Cases.benchmark(FloatMatrix.of(new float[] {1, 0}), "a");
    Benchmark second = named("other", FloatMatrix.of(new float[] {.25f, .75f}), "x", "m0");
    Benchmark made = apply(new Merge(second, Merge.Pools.UNION), first);

    assertThat(made.outcomes().pool().names()).containsExactly("m0", "m1", "x");
    assertThat(made.outcomes().scores().toArray()).containsExactly(1, 0, NAN, .75f, NAN, .25f);
    assertThatThrownBy(() -> apply(new Merge(second, Merge.Pools.SAME), first))
        .hasMessageContaining("UNION");
  }

  @Test
  void costsSurviveAMergeOnlyWhereBothHaveThemInOneUnit() {
    OutcomeTable costly =
        new OutcomeTable(
            Cases.pool(1), FloatMatrix.of(new float[] {1}), FloatMatrix.of(new float[] {3}));
    Benchmark dollars = Cases.benchmark(costly, "a");
    Benchmark free = Cases.benchmark(FloatMatrix.of(new float[] {1}), "a");
    Benchmark characters =
        new Benchmark("c", dollars.queries(), costly, "characters", dollars.provenance());

    assertThat(apply(new Merge(dollars, Merge.Pools.SAME), dollars).outcomes().costs().toArray())
        .containsExactly(3, 3);
    Transformed without = new Merge(free, Merge.Pools.SAME).apply(dollars, TextEmbeddings.none());
    assertThat(without.benchmark().costUnit()).isEqualTo(Benchmark.NO_COSTS);
    assertThat(without.benchmark().outcomes().hasCosts()).isFalse();
    assertThat(without.description()).contains("costs left out");
    assertThatThrownBy(() -> apply(new Merge(characters, Merge.Pools.SAME), dollars))
        .hasMessageContaining("USD and characters");
  }

  @Test
  void aSplitIsCarriedOverById() {
    Benchmark benchmark = Cases.benchmark(Cases.VECTORS, "a", "b");
    Benchmark made = apply(KeepDatasets.of(List.of("a")), benchmark);
    Split split = new Split("s", new int[] {0, 1}, new int[] {2, 3}, new int[] {4, 5});
    Split carried = CarriedSplit.of(benchmark, split, made);

    assertThat(carried.name()).isEqualTo("s");
    assertThat(carried.train()).containsExactly(0);
    assertThat(carried.validation()).containsExactly(1);
    assertThat(carried.test()).containsExactly(2);
  }

  @Test
  void scopesFindTheirQueriesAgainAfterRowsWereRemoved() {
    Benchmark benchmark = Cases.benchmark(Cases.VECTORS, "a", "b");
    Scope scope = Scope.ids("some", benchmark, new int[] {1, 2, 4});
    Benchmark made = apply(KeepDatasets.of(List.of("a")), benchmark);

    assertThat(scope.rows(made)).containsExactly(1, 2);
    assertThat(Scope.all().rows(made)).containsExactly(0, 1, 2);
    assertThat(new Scope.Tagged("split", "train").rows(made)).isEmpty();
  }

  @Test
  void stepsThatCompareNoTextsAskForNoEmbeddings() {
    Benchmark benchmark = Cases.benchmark(Cases.VECTORS, "a");
    assertThatThrownBy(() -> apply(Deduplicate.standard(), benchmark))
        .hasMessageContaining("needs embeddings");
  }

  private static Benchmark apply(Transform step, Benchmark benchmark) {
    return step.apply(benchmark, TextEmbeddings.none()).benchmark();
  }

  private static long count(Benchmark benchmark, String dataset) {
    return benchmark.queries().stream().filter(q -> q.dataset().equals(dataset)).count();
  }

  private static Benchmark named(String name, FloatMatrix scores, String... models) {
    OutcomeTable table = new OutcomeTable(ModelPool.of(models), scores);
    Benchmark made = Cases.benchmark(table, "a");
    return new Benchmark(name, made.queries(), table, made.costUnit(), made.provenance());
  }

  @Test
  void everyStepGivesTheSameBytesOnAnyNumberOfThreads() throws Exception {
    for (int number = 1; number <= 200; number++) {
      Benchmark benchmark = Cases.benchmark(Cases.random(number), "a", "b", "c");
      int rows = benchmark.queries().size();
      int[] even = IntStream.range(0, rows).filter(row -> row % 2 == 0).toArray();
      Scope judged = number % 3 == 0 ? Scope.all() : Scope.ids("even", benchmark, even);
      Remaster remaster =
          Remaster.of(
              "all",
              Deduplicate.standard(),
              new PruneModels(3, judged),
              new Binarise(.5),
              new SampleByTaskScore(b -> Map.of("a", .1), .7, .5, .5, SEED),
              new Subsample(20, SEED));
      assertThat(
              Cases.onThreads(
                  4, () -> remaster.apply(benchmark, EMBEDDINGS).benchmark().fingerprint()))
          .isEqualTo(
              Cases.onThreads(
                  1, () -> remaster.apply(benchmark, EMBEDDINGS).benchmark().fingerprint()));
    }
  }
}
