package org.routerlab.datasets;

import java.util.Locale;

/**
 * What a {@link Finding} is about; {@code docs/datasets.md} has the rule of each.
 *
 * <p>The names are stable: programs that read findings go by them.
 */
public enum FindingKind {
  /** Texts are blank. */
  BLANK_TEXT,
  /** Texts occur more than once. */
  REPEATED_TEXT,
  /** Equal texts have different scores. */
  CONFLICTING_LABELS,
  /** Texts of test queries are in train too. */
  TEST_IN_TRAIN,
  /** Texts of validation queries are in train too. */
  VALIDATION_IN_TRAIN,
  /** Texts of test queries are in validation too. */
  TEST_IN_VALIDATION,
  /** Queries are published in a part of another name, or in none while others are. */
  UNKNOWN_PART,
  /** Queries carry a mark of contamination. */
  CONTAMINATED,
  /** Scores lie outside [0, 1]. */
  SCORE_OUT_OF_RANGE,
  /** A model has no scores. */
  NO_SCORES,
  /** A model's score is always the same. */
  CONSTANT_SCORES,
  /** Scores are missing. */
  MISSING_SCORES,
  /** No model is right. */
  UNSOLVABLE,
  /** A column does not correlate with those that correlate with each other. */
  MISALIGNED_COLUMN,
  /** A column fits the rows beside its own better. */
  SHIFTED_COLUMN,
  /** A column is high where the others are low. */
  INVERTED_COLUMN,
  /** No columns correlate. */
  MISALIGNED_TABLE,
  /** Columns are the same. */
  EQUAL_COLUMNS,
  /** No costs are recorded. */
  NO_COSTS,
  /** Costs are below 0. */
  NEGATIVE_COSTS,
  /** Costs are unknown. */
  UNKNOWN_COSTS,
  /** A model's cost is always the same. */
  CONSTANT_COSTS,
  /** Token counts are unknown. */
  UNKNOWN_TOKENS,
  /** A model's token count is always the same. */
  CONSTANT_TOKENS,
  /** Token counts are not whole. */
  FRACTIONAL_TOKENS,
  /** Answers of no tokens have a score. */
  SCORE_WITHOUT_OUTPUT,
  /** All models read the same number of tokens. */
  SAME_INPUT_TOKENS,
  /** The prices that the benchmark names cannot be read. */
  UNREADABLE_PRICES,
  /** Costs are a multiple of tokens × the benchmark's own prices. */
  COST_FACTOR,
  /** Costs differ from tokens × the benchmark's own prices. */
  COST_MISMATCH,
  /** Prices that explain costs and tokens. */
  FITTED_PRICES,
  /** No prices explain costs and tokens. */
  UNEXPLAINED_COSTS,
  /** A dated price list has other prices. */
  OTHER_PRICES;

  /** Such as {@code test-in-train}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
