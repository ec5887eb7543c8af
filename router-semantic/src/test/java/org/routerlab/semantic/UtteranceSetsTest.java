package org.routerlab.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UtteranceSetsTest {

  private final List<Route> routes = UtteranceSets.routes("a2b", 64);

  @Test
  void theA2bSetHasFiveRoutesOfSixtyFourUtterances() {
    assertThat(routes)
        .extracting(Route::name)
        .containsExactly(
            "agents-tools",
            "deep-engineering",
            "general-chat",
            "logic-science",
            "creative-writing");
    assertThat(routes).allSatisfy(route -> assertThat(route.utterances()).hasSize(64));
  }

  @Test
  void fewerUtterancesAreTheFirstOfTheList() {
    List<Route> few = UtteranceSets.routes("a2b", 3);
    for (int route = 0; route < few.size(); route++) {
      assertThat(few.get(route).utterances())
          .isEqualTo(routes.get(route).utterances().subList(0, 3));
    }
  }

  @Test
  void everyUtteranceHasNineToFifteenWordsAndEndsAsASentence() {
    for (Route route : routes) {
      assertThat(route.utterances())
          .allSatisfy(
              utterance -> {
                assertThat(utterance.split(" ").length).as(utterance).isBetween(9, 15);
                assertThat(utterance).matches(".*[.?!]");
              });
    }
  }

  @Test
  void noTwoUtterancesShareMostOfTheirWords() {
    List<Set<String>> all =
        routes.stream()
            .flatMap(route -> route.utterances().stream())
            .map(UtteranceSetsTest::words)
            .toList();
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (overlap(all.get(i), all.get(j)) >= 0.5) {
          fail("too alike: " + all.get(i) + " and " + all.get(j));
        }
      }
    }
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertThatThrownBy(() -> UtteranceSets.routes("a2c", 1))
        .hasMessageContaining("did you mean 'a2b'");
    assertThatThrownBy(() -> UtteranceSets.routes("a2b", 65))
        .hasMessageContaining("utterancesPerRoute must be at most 64");
  }

  /** Common words over all words. */
  private static double overlap(Set<String> a, Set<String> b) {
    long common = a.stream().filter(b::contains).count();
    return (double) common / (a.size() + b.size() - common);
  }

  private static Set<String> words(String text) {
    return new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")));
  }
}
