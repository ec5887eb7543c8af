package org.routerlab.datasets.fetch;

import java.util.Locale;

/** Numbers for a person, the same in every country. */
final class Grouped {

  private Grouped() {}

  /** Such as {@code 1,283,503,080}. */
  static String of(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
