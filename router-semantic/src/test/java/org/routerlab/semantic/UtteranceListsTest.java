package org.routerlab.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UtteranceListsTest {

  record Listed(UtteranceVariant variant, String route) {

    List<String> utterances() {
      return UtteranceLists.of(variant.name(), route);
    }
  }

  static Stream<Listed> lists() {
    return UtteranceLists.variants().stream()
        .flatMap(variant -> variant.routes().stream().map(route -> new Listed(variant, route)));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void everyListHasSixtyFourUtterancesNoneOfThemTwice(Listed list) {
    assertThat(list.utterances()).hasSize(UtteranceLists.LENGTH);
    assertThat(list.utterances().stream().map(text -> text.toLowerCase(Locale.ROOT)))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("lists")
  void everyUtteranceIsAsLongAsItsVariantSays(Listed list) {
    assertThat(list.utterances())
        .allSatisfy(
            text ->
                assertThat(words(text))
                    .as(text)
                    .isBetween(
                        (long) list.variant().fewestWords(), (long) list.variant().mostWords()));
  }

  @Test
  void noUtteranceIsOfTwoRoutes() {
    for (UtteranceVariant variant : UtteranceLists.variants()) {
      assertThat(
              variant.routes().stream()
                  .flatMap(route -> UtteranceLists.of(variant.name(), route).stream())
                  .map(text -> text.toLowerCase(Locale.ROOT)))
          .as(variant.name())
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void everyVariantIsASetOfFiveRoutes() {
    for (UtteranceVariant variant : UtteranceLists.variants()) {
      List<Route> routes = UtteranceSets.routes(variant.name(), 64);
      assertThat(routes).extracting(Route::name).isEqualTo(UtteranceLists.ROUTES);
      for (Route route : routes) {
        String from = variant.routes().contains(route.name()) ? variant.name() : "intermediate";
        assertThat(route.utterances()).isEqualTo(UtteranceLists.of(from, route.name()));
      }
    }
    assertThat(UtteranceSets.names())
        .hasSize(UtteranceLists.variants().size() + 1)
        .contains("a2b", "intermediate", "words-1-3", "code-like");
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertThatThrownBy(() -> UtteranceLists.of("intermediat", "general-chat"))
        .hasMessageContaining("did you mean 'intermediate'");
    assertThatThrownBy(() -> UtteranceLists.of("code-like", "general-chat"))
        .hasMessageContaining("general-chat")
        .hasMessageContaining("deep-engineering");
  }

  /** What stands between white space and is more than a mark: a French "?" is no word. */
  private static long words(String text) {
    return Arrays.stream(text.split("\\s+"))
        .filter(part -> part.codePoints().anyMatch(Character::isLetterOrDigit))
        .count();
  }
}
