package org.routerlab.eval;

import org.routerlab.core.OutcomeTable;

/** From which score on an answer counts as correct; on binary scores all agree. */
public enum Correctness {
  /** A score of at least one half, as {@link TestSet#isCorrect}. */
  HALF("-at-0.5", "y >= 0.5", "RouterLab"),

  /** Any score above 0, as in LLMRouterBench (arXiv 2601.07206). */
  ABOVE_ZERO("-above-0", "y > 0", "arXiv 2601.07206"),

  /** A score of at least 1, as in RouterArena (arXiv 2510.00202). */
  FULL("-at-1", "y >= 1", "arXiv 2510.00202");

  private final String suffix;
  private final String words;
  private final String source;

  Correctness(String suffix, String words, String source) {
    this.suffix = suffix;
    this.words = words;
    this.source = source;
  }

  /** What follows the name of a metric read in this way. */
  String suffix() {
    return suffix;
  }

  /** For formulas. */
  String words() {
    return words;
  }

  /** Who counts so. */
  String source() {
    return source;
  }

  /** Whether a score counts as correct. */
  boolean accepts(float score) {
    return switch (this) {
      case HALF -> score >= OutcomeTable.CORRECT;
      case ABOVE_ZERO -> score > 0;
      case FULL -> score >= 1;
    };
  }
}
