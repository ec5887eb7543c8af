package org.routerlab.semantic;

import java.util.List;
import java.util.Objects;
import org.routerlab.core.Require;

/**
 * One way to write the utterances of routes; {@link UtteranceLists} holds the lists.
 *
 * @param name such as {@code intermediate} or {@code words-4-8}
 * @param vocabulary whom the words are for
 * @param fewestWords of an utterance
 * @param mostWords of an utterance
 * @param language two letters, such as {@code en}
 * @param routes which routes have a list of this variant
 */
public record UtteranceVariant(
    String name,
    Vocabulary vocabulary,
    int fewestWords,
    int mostWords,
    String language,
    List<String> routes) {

  /** Whom the words of an utterance are for. */
  public enum Vocabulary {
    /** Everyday words, as a pupil would put it. */
    SIMPLE,
    /** The words of someone who knows the field. */
    INTERMEDIATE,
    /** The jargon of specialists. */
    EXPERT,
    /** Program text, signatures and error messages rather than sentences about them. */
    CODE_LIKE
  }

  /** Copies the routes; rejects an empty band. */
  public UtteranceVariant {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(vocabulary, "vocabulary");
    Objects.requireNonNull(language, "language");
    Require.positive("fewestWords", fewestWords);
    Require.between("mostWords", mostWords, fewestWords, Integer.MAX_VALUE);
    routes = List.copyOf(routes);
  }
}
