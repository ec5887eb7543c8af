package org.routerlab.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Query;
import org.routerlab.core.Seed;
import org.routerlab.core.Split;

class SourceSplitsTest {

  private static final Fractions FRACTIONS = new Fractions(0.6, 0.1, 0.3);
  private static final Seed SEED = new Seed(42);

  /** Route {@code a} of four sources of 25, route {@code b} of a large and a small one. */
  private static List<Query> queries() {
    List<Query> queries = new ArrayList<>();
    for (String source : List.of("a1", "a2", "a3", "a4")) {
      queries.addAll(of("a", source, 25));
    }
    queries.addAll(of("b", "b-large", 90));
    queries.addAll(of("b", "b-small", 10));
    return queries;
  }

  private static List<Query> of(String route, String source, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Query(source + i, "text " + i + " " + source, route, tag(source)))
        .toList();
  }

  private static Map<String, String> tag(String source) {
    return Map.of("source", source);
  }

  private static Set<String> sources(List<Query> queries, int[] rows) {
    return Arrays.stream(rows)
        .mapToObj(row -> queries.get(row).tags().get("source"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Split byGroup(List<Query> queries, Seed seed) {
    return Splits.byGroup(TestBenchmarks.of(queries), "source", FRACTIONS, seed);
  }

  @Test
  void namedSourcesAreInTestOnly() {
    Benchmark benchmark = TestBenchmarks.of(queries());
    Split split =
        Splits.holdOut(
            benchmark, "source", List.of("b-small", "a2"), new Fractions(0.9, 0.1, 0), SEED);
    assertThat(sources(benchmark.queries(), split.test())).containsExactly("a2", "b-small");
    assertThat(sources(benchmark.queries(), split.train()))
        .doesNotContain("a2", "b-small")
        .hasSize(4);
    assertThat(split.test()).hasSize(35);
    assertThat(split.name()).isEqualTo("hold-out(source: a2,b-small in test)-0.9/0.1/0-seed42");
  }

  @Test
  void anUnknownSourceNamesTheKnownOnes() {
    assertThatThrownBy(
            () ->
                Splits.holdOut(
                    TestBenchmarks.of(queries()), "source", List.of("b-smal"), FRACTIONS, SEED))
        .hasMessageContaining("unknown source 'b-smal'; did you mean 'b-small'?");
  }

  @Test
  void aTagThatIsMissingIsAnError() {
    assertThatThrownBy(
            () ->
                Splits.holdOut(
                    TestBenchmarks.of(queries()), "origin", List.of("x"), FRACTIONS, SEED))
        .hasMessageContaining("every query must have the tag 'origin'");
  }

  @Test
  void aSplitBySourceTestsEveryRouteOnSourcesItNeverTrainedOn() {
    List<Query> queries = queries();
    for (int seed = 0; seed < 30; seed++) {
      Split split = byGroup(queries, new Seed(seed));
      Set<String> unseen = sources(queries, split.test());
      assertThat(sources(queries, split.train())).doesNotContainAnyElementsOf(unseen);
      assertThat(sources(queries, split.validation())).doesNotContainAnyElementsOf(unseen);
      for (String route : List.of("a", "b")) {
        assertThat(unseen).anyMatch(source -> source.startsWith(route));
        assertThat(sources(queries, split.train())).anyMatch(source -> source.startsWith(route));
      }
      assertThat(split.train().length + split.validation().length + split.test().length)
          .isEqualTo(queries.size());
    }
  }

  @Test
  void sourcesAreDrawnUntilTheyHaveTheShareOfTest() {
    List<Query> queries = queries();
    for (int seed = 0; seed < 30; seed++) {
      Set<String> unseen = sources(queries, byGroup(queries, new Seed(seed)).test());
      // One of 25 is less than 30 of 100, two are not.
      assertThat(unseen).filteredOn(source -> source.startsWith("a")).hasSize(2);
      assertThat(unseen).filteredOn(source -> source.startsWith("b")).hasSize(1);
    }
  }

  @Test
  void theRestIsDividedBetweenTrainAndValidationAsAsked() {
    List<Query> queries = queries();
    Split split = byGroup(queries, SEED);
    double rest = split.train().length + split.validation().length;
    assertThat(split.validation().length - rest / 7).isBetween(-2.0, 2.0);
  }

  @Test
  void seedsDrawDifferentSources() {
    List<Query> queries = queries();
    Set<Set<String>> drawn = new HashSet<>();
    for (int seed = 0; seed < 20; seed++) {
      drawn.add(sources(queries, byGroup(queries, new Seed(seed)).test()));
    }
    assertThat(drawn).hasSizeGreaterThan(4);
    assertThat(byGroup(queries, SEED).name())
        .matches("by-group\\(source: a\\d,a\\d,b-\\w+ in test\\)-0\\.\\d+/0\\.\\d+/0-seed42");
  }

  @Test
  void theOrderOfTheRowsDoesNotMatterForSources() {
    List<Query> shuffled = new ArrayList<>(queries());
    Collections.shuffle(shuffled, new Random(1));
    assertThat(sources(shuffled, byGroup(shuffled, SEED).test()))
        .isEqualTo(sources(queries(), byGroup(queries(), SEED).test()));
  }

  @Test
  void aTextOfAnUnseenSourceIsInTestWhateverItsOwnSource() {
    List<Query> queries = new ArrayList<>(queries());
    for (String source : List.of("a1", "a2", "a3", "a4")) {
      queries.add(new Query("same-" + source, "one and the same text", "a", tag(source)));
    }
    Split split = byGroup(queries, SEED);
    assertThat(split.test()).contains(200, 201, 202, 203);
  }

  @Test
  void aRouteOfOneSourceCannotBeSplitBySource() {
    List<Query> queries = new ArrayList<>(queries());
    queries.addAll(of("c", "c1", 5));
    assertThatThrownBy(() -> byGroup(queries, SEED))
        .hasMessageContaining("at least two of them in every dataset but 'c' has only [c1]");
  }

  @Test
  void aSplitBySourceNeedsATestPart() {
    assertThatThrownBy(
            () ->
                Splits.byGroup(
                    TestBenchmarks.of(queries()), "source", new Fractions(0.9, 0.1, 0), SEED))
        .hasMessageContaining("test fraction of a split by source");
  }
}
