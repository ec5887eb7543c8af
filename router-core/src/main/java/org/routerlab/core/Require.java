package org.routerlab.core;

import java.util.Collection;
import java.util.Comparator;

/**
 * Checks of arguments; a message states the name, the rule and the value.
 *
 * <p>All throw {@link IllegalArgumentException}.
 */
public final class Require {

  private Require() {}

  /** Requires {@code value > 0}. */
  public static int positive(String name, int value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be > 0 but is " + value);
    }
    return value;
  }

  /** Requires a finite {@code value > 0}. */
  public static double positive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " must be finite and > 0 but is " + value);
    }
    return value;
  }

  /** Requires {@code low <= value <= high}. */
  public static double between(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          name + " must be in [" + low + ", " + high + "] but is " + value);
    }
    return value;
  }

  /** Requires {@code low <= value <= high}. */
  public static int between(String name, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          name + " must be in [" + low + ", " + high + "] but is " + value);
    }
    return value;
  }

  /** Requires two counts to agree. */
  public static void equal(String name, int value, String otherName, int other) {
    if (value != other) {
      throw new IllegalArgumentException(
          name + " must equal " + otherName + " but are " + value + " and " + other);
    }
  }

  /** Requires {@code value} to be one of {@code known}; the message names the nearest of them. */
  public static String known(String kind, String value, Collection<String> known) {
    if (!known.contains(value)) {
      throw new IllegalArgumentException(unknown(kind, value, known));
    }
    return value;
  }

  /** The message for an unknown name: what is unknown, the nearest known name, and all of them. */
  public static String unknown(String kind, String value, Collection<String> known) {
    String nearest =
        known.stream()
            .sorted()
            .min(Comparator.comparingInt(candidate -> editDistance(value, candidate)))
            .filter(
                candidate -> editDistance(value, candidate) <= Math.max(2, candidate.length() / 3))
            .map(candidate -> "; did you mean '" + candidate + "'?")
            .orElse(";");
    return "unknown "
        + kind
        + " '"
        + value
        + "'"
        + nearest
        + " known: "
        + known.stream().sorted().toList();
  }

  private static int editDistance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        current[j] = Math.min(previous[j - 1] + change, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
