package org.routerlab.datasets;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What a model's tokens cost by a price list.
 *
 * @param input US dollars per million tokens read, at least 0
 * @param output US dollars per million tokens written, at least 0
 */
public record Price(double input, double output) {

  private static final double TOKENS_A_PRICE = 1e6;

  /** Rejects what is not finite or below 0. */
  public Price {
    if (!(input >= 0 && output >= 0) || Double.isInfinite(input) || Double.isInfinite(output)) {
      throw new IllegalArgumentException(
          "prices must be finite and at least 0 but are " + input + " and " + output);
    }
  }

  /** Three significant digits of each, such as {@code 0.25 / 1.25}. */
  @Override
  public String toString() {
    return rounded(input) + " / " + rounded(output);
  }

  /** A number with three significant digits, such as {@code 0.000103}. */
  static String rounded(double value) {
    return new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }

  /** US dollars for a call; NaN where a count is NaN. */
  public double of(double inputTokens, double outputTokens) {
    return (inputTokens * input + outputTokens * output) / TOKENS_A_PRICE;
  }
}
