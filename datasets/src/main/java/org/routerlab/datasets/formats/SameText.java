package org.routerlab.datasets.formats;

/** Whether two texts are the same wording, as models' files write line breaks differently. */
final class SameText {

  private SameText() {}

  /** Whether they have the same signs in the same order, blanks of any kind aside. */
  static boolean butForBlanks(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    int i = 0;
    int j = 0;
    while (true) {
      i = skipBlanks(one, i);
      j = skipBlanks(other, j);
      if (i == one.length() || j == other.length()) {
        return i == one.length() && j == other.length();
      }
      if (one.charAt(i++) != other.charAt(j++)) {
        return false;
      }
    }
  }

  private static int skipBlanks(String text, int from) {
    int i = from;
    while (i < text.length() && isBlank(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
