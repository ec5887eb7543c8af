package org.routerlab.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Query;

class A2bMiniTest {

  private static final double NEAR_DUPLICATE = 0.8;

  private final Benchmark benchmark = A2bMini.load();

  @Test
  void itsModelsAreTheFiveRoutes() {
    assertThat(benchmark.outcomes().pool().names())
        .containsExactly(
            "agents-tools",
            "deep-engineering",
            "general-chat",
            "logic-science",
            "creative-writing");
    assertThat(benchmark.outcomes().hasCosts()).isFalse();
  }

  @Test
  void onlyTheGoldRouteScores() {
    for (int row = 0; row < benchmark.queries().size(); row++) {
      for (int model = 0; model < 5; model++) {
        boolean gold = A2bMini.ROUTES.get(model).equals(benchmark.queries().get(row).dataset());
        assertThat(benchmark.outcomes().score(row, model)).isEqualTo(gold ? 1 : 0);
      }
    }
  }

  @Test
  void everyRouteHasAtLeastAHundredPromptsInFourLanguages() {
    for (String route : A2bMini.ROUTES) {
      List<Query> queries = queries(route);
      assertThat(queries).hasSizeGreaterThanOrEqualTo(100);
      assertThat(count(queries, "language", "en") / (double) queries.size()).isBetween(0.5, 0.65);
      for (String language : List.of("de", "fr", "es")) {
        assertThat(count(queries, "language", language)).isGreaterThanOrEqualTo(10);
      }
      for (String difficulty : List.of("plain", "hard", "ambiguous")) {
        assertThat(count(queries, "difficulty", difficulty)).isGreaterThanOrEqualTo(20);
      }
    }
  }

  @Test
  void tagsHoldNothingElse() {
    assertThat(benchmark.queries())
        .allSatisfy(
            query -> {
              assertThat(query.tags()).containsOnlyKeys("language", "difficulty");
              assertThat(query.tags().get("language")).isIn("en", "de", "fr", "es");
              assertThat(query.tags().get("difficulty")).isIn("plain", "hard", "ambiguous");
            });
  }

  @Test
  void idsAndTextsAreUnique() {
    assertThat(benchmark.queries()).extracting(Query::id).doesNotHaveDuplicates();
    assertThat(TextGroup.of(benchmark.queries())).hasSameSizeAs(benchmark.queries());
  }

  @Test
  void noTwoTextsAreNearlyTheSame() {
    List<Set<String>> words = new ArrayList<>();
    for (Query query : benchmark.queries()) {
      String text = query.text().toLowerCase(Locale.ROOT);
      words.add(new HashSet<>(Arrays.asList(text.split("[^\\p{L}\\p{N}]+"))));
    }
    for (int i = 0; i < words.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(jaccard(words.get(i), words.get(j)))
            .as("%s and %s", benchmark.queries().get(i).id(), benchmark.queries().get(j).id())
            .isLessThan(NEAR_DUPLICATE);
      }
    }
  }

  @Test
  void theAuditFindsNothingButTheMissingCosts() {
    assertThat(Audit.of(benchmark))
        .extracting(Finding::message)
        .containsExactly("no costs are recorded");
  }

  private List<Query> queries(String route) {
    return benchmark.queries().stream().filter(query -> query.dataset().equals(route)).toList();
  }

  private static long count(List<Query> queries, String tag, String value) {
    return queries.stream().filter(query -> query.tags().get(tag).equals(value)).count();
  }

  private static double jaccard(Set<String> a, Set<String> b) {
    long common = a.stream().filter(b::contains).count();
    return common / (double) (a.size() + b.size() - common);
  }
}
