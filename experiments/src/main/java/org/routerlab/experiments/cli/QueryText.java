package org.routerlab.experiments.cli;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.routerlab.eval.Estimate;

/** Figures, choices and query texts on one line each. */
final class QueryText {

  private static final int LONGEST = 200;
  private static final int MODELS = 3;

  private QueryText() {}

  /** The beginning of a text, white space as single blanks. */
  static String line(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.codePointCount(0, line.length()) <= LONGEST) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LONGEST)) + " …";
  }

  /** The models chosen; with the share of runs where they differ. */
  static String chosen(Map<String, Double> shares) {
    if (shares.isEmpty()) {
      return "none";
    }
    boolean isOne = shares.size() == 1 && shares.values().iterator().next() > 1 - 1e-9;
    String shown =
        shares.entrySet().stream()
            .limit(MODELS)
            .map(e -> isOne ? e.getKey() : e.getKey() + " " + percent(e.getValue()))
            .collect(Collectors.joining(", "));
    return shares.size() > MODELS ? shown + ", " + (shares.size() - MODELS) + " more" : shown;
  }

  static String number(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.4f", value);
  }

  /** A difference with its sign and interval. */
  static String difference(Estimate estimate) {
    return Double.isNaN(estimate.value())
        ? "–"
        : signed(estimate.value())
            + " ["
            + signed(estimate.low())
            + ", "
            + signed(estimate.high())
            + "]";
  }

  private static String signed(double value) {
    String text = String.format(Locale.ROOT, "%+.4f", value);
    return text.equals("-0.0000") ? "+0.0000" : text;
  }

  /** A value with its interval. */
  static String interval(Estimate estimate) {
    return number(estimate.value())
        + " ["
        + number(estimate.low())
        + ", "
        + number(estimate.high())
        + "]";
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
