package org.routerlab.experiments.report;

/** Shortens labels where there is no room for them. */
final class Label {

  /** How much further than needed a label is cut, at either side, to end at the end of a word. */
  private static final int FURTHER = 8;

  private Label() {}

  /**
   * The label with its middle replaced by … where it is longer than {@code longest}, between words
   * where there are some nearby.
   */
  static String shorten(String label, int longest) {
    int[] characters = label.codePoints().toArray();
    if (characters.length <= longest) {
      return label;
    }
    int tail = (longest - 1) / 2;
    int head = longest - 1 - tail;
    int end = betweenWords(characters, head, -1);
    int start = betweenWords(characters, characters.length - tail, 1);
    return new String(characters, 0, end).stripTrailing()
        + "…"
        + new String(characters, start, characters.length - start).stripLeading();
  }

  /** The nearest place between words in a direction; the same place where there is none nearby. */
  private static int betweenWords(int[] characters, int at, int step) {
    for (int place = at; Math.abs(place - at) <= FURTHER; place += step) {
      if (place <= 0 || place >= characters.length) {
        return at;
      }
      if (isSeparator(characters[place - 1]) || isSeparator(characters[place])) {
        return place;
      }
    }
    return at;
  }

  /** Only blanks and hyphens: in lists of hyper-parameters, part of a name tells more than none. */
  private static boolean isSeparator(int character) {
    return character == ' ' || character == '-';
  }
}
