package org.routerlab.eval;

import java.util.List;

/** What a bootstrap resample draws, and what it keeps as it is. */
public sealed interface Resampling {

  /** Draws queries; keeps their number. The default. */
  Resampling QUERIES = Kind.QUERIES;

  /** Draws queries within their dataset; keeps the number of each dataset. */
  Resampling WITHIN_DATASETS = Kind.WITHIN_DATASETS;

  /**
   * Draws whole groups of queries with equal text, white space aside; keeps the number of groups.
   *
   * <p>Repeated prompts are one observation several times: drawn one by one they make intervals too
   * narrow. Without repeated prompts the resamples are those of {@link #QUERIES}. The number of
   * queries varies from one resample to the next where groups differ in size.
   */
  Resampling PROMPT_GROUPS = Kind.PROMPT_GROUPS;

  /**
   * Draws whole groups of a given assignment, such as conversations or users; keeps the number of
   * groups.
   *
   * @param groups the group of every query given to the test set, complete or not; groups are
   *     numbered by their first complete rows, so that their names do not matter
   */
  static Resampling groups(List<String> groups) {
    return new Groups(groups);
  }

  /** The readings that need nothing but the test set. */
  enum Kind implements Resampling {
    /** See {@link Resampling#QUERIES}. */
    QUERIES,
    /** See {@link Resampling#WITHIN_DATASETS}. */
    WITHIN_DATASETS,
    /** See {@link Resampling#PROMPT_GROUPS}. */
    PROMPT_GROUPS
  }

  /**
   * See {@link Resampling#groups}.
   *
   * @param ofQuery a group for every query given to the test set
   */
  record Groups(List<String> ofQuery) implements Resampling {

    /** Copies the list. */
    public Groups {
      ofQuery = List.copyOf(ofQuery);
    }
  }
}
