package org.routerlab.semantic;

import static org.routerlab.semantic.UtteranceVariant.Vocabulary.CODE_LIKE;
import static org.routerlab.semantic.UtteranceVariant.Vocabulary.EXPERT;
import static org.routerlab.semantic.UtteranceVariant.Vocabulary.INTERMEDIATE;
import static org.routerlab.semantic.UtteranceVariant.Vocabulary.SIMPLE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.routerlab.core.Require;

/**
 * The lists of {@value #LENGTH} utterances that come with RouterLab, one a variant and route.
 *
 * <p>Variants differ in one thing from {@code intermediate}: the vocabulary ({@code simple}, {@code
 * expert}), the length of sentences ({@code words-1-3} to {@code words-33-64}) or the language
 * ({@code de}, {@code fr}, {@code es}: its translations, line by line, whose lengths follow from
 * the originals). {@code code-like} is for deep-engineering alone.
 */
public final class UtteranceLists {

  /** The number of utterances of every list. */
  public static final int LENGTH = 64;

  /** The five routes, in the order that decides equal similarities. */
  public static final List<String> ROUTES =
      List.of(
          "agents-tools", "deep-engineering", "general-chat", "logic-science", "creative-writing");

  private static final List<UtteranceVariant> VARIANTS =
      List.of(
          new UtteranceVariant("simple", SIMPLE, 9, 15, "en", ROUTES),
          new UtteranceVariant("intermediate", INTERMEDIATE, 9, 15, "en", ROUTES),
          new UtteranceVariant("expert", EXPERT, 9, 15, "en", ROUTES),
          new UtteranceVariant("words-1-3", INTERMEDIATE, 1, 3, "en", ROUTES),
          new UtteranceVariant("words-4-8", INTERMEDIATE, 4, 8, "en", ROUTES),
          new UtteranceVariant("words-16-32", INTERMEDIATE, 16, 32, "en", ROUTES),
          new UtteranceVariant("words-33-64", INTERMEDIATE, 33, 64, "en", ROUTES),
          new UtteranceVariant("de", INTERMEDIATE, 6, 20, "de", ROUTES),
          new UtteranceVariant("fr", INTERMEDIATE, 6, 20, "fr", ROUTES),
          new UtteranceVariant("es", INTERMEDIATE, 6, 20, "es", ROUTES),
          new UtteranceVariant("code-like", CODE_LIKE, 9, 64, "en", List.of("deep-engineering")));

  private UtteranceLists() {}

  /** All variants, those of vocabulary first, then those of length, of language, of code. */
  public static List<UtteranceVariant> variants() {
    return VARIANTS;
  }

  /**
   * The variant of that name.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static UtteranceVariant variant(String name) {
    List<String> names = VARIANTS.stream().map(UtteranceVariant::name).toList();
    return VARIANTS.get(names.indexOf(Require.known("utterance variant", name, names)));
  }

  /**
   * The utterances of a route in the words of a variant, {@value #LENGTH} of them.
   *
   * @throws IllegalArgumentException where there is no such variant, or it has no such route
   */
  public static List<String> of(String variant, String route) {
    Require.known("route of variant '" + variant + "'", route, variant(variant).routes());
    return lines(variant + "/" + route);
  }

  /** The non-blank lines of a resource under {@code utterances/}. */
  static List<String> lines(String name) {
    String resource = "utterances/" + name + ".txt";
    try (InputStream input = UtteranceLists.class.getResourceAsStream(resource)) {
      if (input == null) {
        throw new IllegalStateException("the resource " + resource + " is missing");
      }
      return new String(input.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
