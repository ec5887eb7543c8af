package org.routerlab.datasets;

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

  /** US dollars for a call; NaN where a count is NaN. */
  public double of(double inputTokens, double outputTokens) {
    return (inputTokens * input + outputTokens * output) / TOKENS_A_PRICE;
  }
}
