package org.routerlab.experiments.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Prints numbers the same way on every platform, in every locale, on every version of Java. */
public final class DecimalText {

  private static final int LARGEST_PLAIN = 17;

  private DecimalText() {}

  /**
   * The shortest decimal that reads back as the same double; {@code NaN}, {@code Infinity} and
   * {@code -Infinity} by name.
   *
   * <p>{@link Double#toString(double)} is neither shortest nor the same before and after Java 19.
   */
  public static String shortest(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.toString(value);
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    // Any decimal of up to 15 digits survives the way through a double; 17 digits always do.
    BigDecimal exact = new BigDecimal(value);
    int digits = 15;
    BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    while (rounded.doubleValue() != value) {
      rounded = exact.round(new MathContext(++digits, RoundingMode.HALF_EVEN));
    }
    BigDecimal stripped = rounded.stripTrailingZeros();
    boolean wholeNumber = stripped.scale() <= 0 && exact.precision() <= LARGEST_PLAIN;
    return wholeNumber ? stripped.toPlainString() : stripped.toString();
  }

  /** {@code value × 10^shift} with a fixed number of decimals, half to even, never "-0". */
  static String fixed(double value, int shift, int decimals) {
    BigDecimal rounded =
        new BigDecimal(value).movePointRight(shift).setScale(decimals, RoundingMode.HALF_EVEN);
    return rounded.toPlainString();
  }

  /** The value in a few significant digits; as {@code 1.23e-5} where plain digits get too long. */
  static String significant(double value, int digits) {
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent < -4 || exponent > 6) {
      return rounded.movePointLeft(exponent).setScale(digits - 1, RoundingMode.HALF_EVEN)
          + "e"
          + exponent;
    }
    int decimals = Math.max(0, digits - 1 - exponent);
    return rounded.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** A count with commas between the thousands. */
  static String count(long value) {
    StringBuilder text = new StringBuilder(Long.toString(Math.abs(value)));
    for (int at = text.length() - 3; at > 0; at -= 3) {
      text.insert(at, ',');
    }
    return value < 0 ? "-" + text : text.toString();
  }
}
