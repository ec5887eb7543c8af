package org.routerlab.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Query;
import org.routerlab.core.Seed;
import org.routerlab.core.Split;

class SplitsTest {

  private static final Fractions FRACTIONS = new Fractions(0.7, 0.1, 0.2);
  private static final Seed SEED = new Seed(42);

  @Test
  void aRandomSplitSaysHowItWasMade() {
    Split split = Splits.random(TestBenchmarks.of(TestBenchmarks.queries(50)), FRACTIONS, SEED);

    assertThat(split.name()).isEqualTo("random-0.7/0.1/0.2-seed42");
  }

  @Test
  void aRandomSplitHoldsEveryQueryOnce() {
    Split split = Splits.random(TestBenchmarks.of(TestBenchmarks.queries(31, 50)), FRACTIONS, SEED);

    assertThat(IntStream.of(rows(split)).sorted().toArray())
        .isEqualTo(IntStream.range(0, 81).toArray());
    assertThat(split.train()).isSorted();
  }

  @Test
  void equalTextsNeverStraddleTheParts() {
    for (int seed = 0; seed < 50; seed++) {
      Benchmark benchmark = TestBenchmarks.of(repetitive(new Seed(seed), 300));
      Split split = Splits.random(benchmark, FRACTIONS, new Seed(seed));

      assertTextsDoNotStraddle(benchmark, split);
    }
  }

  @Test
  void everyDatasetIsWithinOneTextOfItsShares() {
    int[] sizes = {1, 2, 3, 7, 10, 25, 100, 333};
    Benchmark benchmark = TestBenchmarks.of(TestBenchmarks.queries(sizes));
    for (int seed = 0; seed < 50; seed++) {
      Split split = Splits.random(benchmark, FRACTIONS, new Seed(seed));
      for (int dataset = 0; dataset < sizes.length; dataset++) {
        String name = "d" + dataset;
        assertThat(count(benchmark, split.train(), name) - 0.7 * sizes[dataset]).isBetween(-1., 1.);
        assertThat(count(benchmark, split.validation(), name) - 0.1 * sizes[dataset])
            .isBetween(-1., 1.);
        assertThat(count(benchmark, split.test(), name) - 0.2 * sizes[dataset]).isBetween(-1., 1.);
      }
    }
  }

  @Test
  void wholeSharesAreMetExactly() {
    Split split =
        Splits.random(TestBenchmarks.of(TestBenchmarks.queries(100, 10)), FRACTIONS, SEED);

    assertThat(split.train()).hasSize(77);
    assertThat(split.validation()).hasSize(11);
    assertThat(split.test()).hasSize(22);
  }

  @Test
  void manyTinyDatasetsTogetherKeepTheFractions() {
    int[] sizes = new int[1_000];
    Arrays.fill(sizes, 1);
    Split split = Splits.random(TestBenchmarks.of(TestBenchmarks.queries(sizes)), FRACTIONS, SEED);

    assertThat(split.train().length).isCloseTo(700, within(60));
    assertThat(split.validation().length).isCloseTo(100, within(40));
  }

  @Test
  void theSameSeedGivesTheSameSplitAndAnotherSeedAnother() {
    Benchmark benchmark = TestBenchmarks.of(TestBenchmarks.queries(100));

    Split split = Splits.random(benchmark, FRACTIONS, SEED);

    assertThat(Splits.random(benchmark, FRACTIONS, SEED).test()).isEqualTo(split.test());
    assertThat(Splits.random(benchmark, FRACTIONS, new Seed(43)).test()).isNotEqualTo(split.test());
  }

  @Test
  void theOrderOfTheRowsDoesNotMatter() {
    List<Query> queries = repetitive(SEED, 200);
    List<Query> shuffled = new ArrayList<>(queries);
    Collections.shuffle(shuffled, new Random(1));

    assertThat(partOfId(shuffled, Splits.random(TestBenchmarks.of(shuffled), FRACTIONS, SEED)))
        .isEqualTo(partOfId(queries, Splits.random(TestBenchmarks.of(queries), FRACTIONS, SEED)));
  }

  @Test
  void aFurtherQueryMovesFewOthers() {
    List<Query> queries = TestBenchmarks.queries(500, 500);
    List<Query> more = new ArrayList<>(queries);
    more.add(0, new Query("new", "a new text", "d0"));

    Map<String, String> before =
        partOfId(queries, Splits.random(TestBenchmarks.of(queries), FRACTIONS, SEED));
    Map<String, String> after =
        partOfId(more, Splits.random(TestBenchmarks.of(more), FRACTIONS, SEED));

    assertThat(queries.stream().filter(q -> !before.get(q.id()).equals(after.get(q.id()))).count())
        .isLessThanOrEqualTo(2);
  }

  @Test
  void tooFewQueriesAreAnError() {
    assertThatThrownBy(
            () -> Splits.random(TestBenchmarks.of(TestBenchmarks.queries(1)), FRACTIONS, SEED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must leave queries to train on and to test on");
  }

  @Test
  void aGivenSplitFollowsTheTag() {
    Benchmark benchmark =
        TestBenchmarks.of(
            List.of(
                tagged("a", "text a", "train"),
                tagged("b", "text b", "test"),
                tagged("c", "text c", "validation"),
                tagged("d", "text d", "train")));

    Split split = Splits.given(benchmark, 0.1, SEED);

    assertThat(split.train()).containsExactly(0, 3);
    assertThat(split.validation()).containsExactly(2);
    assertThat(split.test()).containsExactly(1);
    assertThat(split.name()).isEqualTo("given");
  }

  @Test
  void aGivenSplitWithoutValidationDrawsItFromTrain() {
    List<Query> queries = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      queries.add(tagged("q" + i, "text " + i, i < 100 ? "train" : "test"));
    }

    Split split = Splits.given(TestBenchmarks.of(queries), 0.1, SEED);

    assertThat(split.validation()).hasSize(10);
    assertThat(IntStream.of(split.validation())).allMatch(row -> row < 100);
    assertThat(split.train()).hasSize(90);
    assertThat(split.test()).isEqualTo(IntStream.range(100, 120).toArray());
    assertThat(split.name()).isEqualTo("given-validation0.1-seed42");
  }

  @Test
  void aTextOnBothSidesStaysInTestAndIsDroppedFromTrain() {
    Benchmark benchmark =
        TestBenchmarks.of(
            List.of(
                tagged("a", "the same\n text", "train"),
                tagged("b", "another", "train"),
                tagged("c", " the same text", "test"),
                tagged("d", "the same text", "train")));

    Split split = Splits.given(benchmark, 0, SEED);

    assertThat(split.train()).containsExactly(1);
    assertThat(split.test()).containsExactly(2);
    assertThat(split.name()).isEqualTo("given-dropped2");
  }

  @Test
  void aGivenSplitOfAnUnknownPartIsAnError() {
    Benchmark benchmark = TestBenchmarks.of(List.of(tagged("a", "text", "sub_10")));

    assertThatThrownBy(() -> Splits.given(benchmark, 0.1, SEED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("train, validation or test but query 'a' has 'sub_10'");
  }

  @Test
  void aGivenSplitWithoutTrainIsAnError() {
    Benchmark benchmark = TestBenchmarks.of(List.of(tagged("a", "text", "test")));

    assertThatThrownBy(() -> Splits.given(benchmark, 0.1, SEED))
        .hasMessageContaining("(train 0, validation 0, test 1)");
  }

  @Test
  void heldOutDatasetsAreInTestOnly() {
    Benchmark benchmark = TestBenchmarks.of(TestBenchmarks.queries(100, 40, 100));

    Split split = Splits.holdOut(benchmark, List.of("d1"), FRACTIONS, SEED);

    assertThat(count(benchmark, split.test(), "d1")).isEqualTo(40);
    assertThat(split.train()).hasSize(140);
    assertThat(split.validation()).hasSize(20);
    assertThat(split.test()).hasSize(80);
    assertThat(split.name()).isEqualTo("hold-out(d1 in test)-0.7/0.1/0.2-seed42");
  }

  @Test
  void categoriesCanBeHeldOutAndEqualTextsGoWithThem() {
    List<Query> queries = new ArrayList<>(TestBenchmarks.queries(50));
    queries.add(new Query("x", "shared", "d0", Map.of("category", "law")));
    queries.add(new Query("y", "shared ", "d0", Map.of("category", "physics")));

    Split split =
        Splits.holdOut(
            TestBenchmarks.of(queries), List.of("law"), new Fractions(0.9, 0.1, 0), SEED);

    assertThat(split.test()).containsExactly(50, 51);
    assertThat(split.train()).hasSize(45);
  }

  @Test
  void holdingOutAnUnknownDatasetNamesTheNearest() {
    Benchmark benchmark = TestBenchmarks.of(TestBenchmarks.queries(10, 10));

    assertThatThrownBy(() -> Splits.holdOut(benchmark, List.of("d9"), FRACTIONS, SEED))
        .hasMessageContaining("unknown dataset or category 'd9'")
        .hasMessageContaining("known: [d0, d1]");
  }

  @Test
  void holdingOutEverythingIsAnError() {
    Benchmark benchmark = TestBenchmarks.of(TestBenchmarks.queries(10));

    assertThatThrownBy(() -> Splits.holdOut(benchmark, List.of("d0"), FRACTIONS, SEED))
        .hasMessageContaining("must leave queries to train on");
  }

  @Test
  void theSplitOfLlmrouterDropsTheTestTextsFromTrain() {
    Benchmark benchmark = RoutingTableFolder.load(RealTables.folder("llmrouter"));

    Split split = Splits.given(benchmark, 0.1, SEED);

    assertThat(split.name()).isEqualTo("given-validation0.1-seed42-dropped69");
    assertThat(split.test()).hasSize(450);
    assertTextsDoNotStraddle(benchmark, split);
  }

  private static void assertTextsDoNotStraddle(Benchmark benchmark, Split split) {
    Set<String> earlier = new HashSet<>();
    for (int[] part : List.of(split.train(), split.validation(), split.test())) {
      Set<String> texts = new HashSet<>();
      for (int row : part) {
        texts.add(String.join(" ", benchmark.queries().get(row).text().trim().split("\\s+")));
      }
      assertThat(Collections.disjoint(texts, earlier)).isTrue();
      earlier.addAll(texts);
    }
  }

  /** Queries of which many share a text, but for white space, some across datasets. */
  private static List<Query> repetitive(Seed seed, int size) {
    SplittableRandom random = seed.stream("repetitive");
    List<Query> queries = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String text = "text" + " ".repeat(random.nextInt(1, 4)) + random.nextInt(size / 2);
      queries.add(new Query("q" + i, text, "d" + random.nextInt(3)));
    }
    return queries;
  }

  private static Query tagged(String id, String text, String split) {
    return new Query(id, text, "d", Map.of("split", split));
  }

  private static int[] rows(Split split) {
    return IntStream.concat(
            IntStream.of(split.train()),
            IntStream.concat(IntStream.of(split.validation()), IntStream.of(split.test())))
        .toArray();
  }

  private static double count(Benchmark benchmark, int[] rows, String dataset) {
    return IntStream.of(rows)
        .filter(row -> benchmark.queries().get(row).dataset().equals(dataset))
        .count();
  }

  private static Map<String, String> partOfId(List<Query> queries, Split split) {
    Map<String, String> parts = new HashMap<>();
    IntStream.of(split.train()).forEach(row -> parts.put(queries.get(row).id(), "train"));
    IntStream.of(split.validation()).forEach(row -> parts.put(queries.get(row).id(), "validation"));
    IntStream.of(split.test()).forEach(row -> parts.put(queries.get(row).id(), "test"));
    return new TreeMap<>(parts);
  }
}
