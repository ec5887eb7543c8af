package org.routerlab.experiments.report;

/** Shortens labels where there is no room for them. */
final class Label {

  private Label() {}

  /** The label with its middle replaced by … where it is longer than {@code longest}. */
  static String shorten(String label, int longest) {
    int[] characters = label.codePoints().toArray();
    if (characters.length <= longest) {
      return label;
    }
    int tail = (longest - 1) / 2;
    int head = longest - 1 - tail;
    return new String(characters, 0, head)
        + "…"
        + new String(characters, characters.length - tail, tail);
  }
}
