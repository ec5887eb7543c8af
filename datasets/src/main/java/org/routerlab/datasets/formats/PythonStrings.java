package org.routerlab.datasets.formats;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a list of strings as Python prints it, such as {@code ['it is', "it's"]}.
 *
 * <p>Either quote may enclose a string. Escapes are those that Python prints, and {@code \"}:
 * {@code \n \r \t \\ \' \" \xNN \}{@code uNNNN \UNNNNNNNN}.
 */
final class PythonStrings {

  private final String literal;
  private int position;

  private PythonStrings(String literal) {
    this.literal = literal;
  }

  /** Whether a text begins as a list of strings does. */
  static boolean begins(String text) {
    return text.startsWith("['") || text.startsWith("[\"");
  }

  /**
   * The strings of the list, at least one.
   *
   * @throws IllegalArgumentException where it is none; the message says where
   */
  static List<String> parse(String literal) {
    return new PythonStrings(literal).list();
  }

  private List<String> list() {
    List<String> strings = new ArrayList<>();
    expect('[');
    strings.add(string());
    while (next("',' or ']'") == ',') {
      skipBlanks();
      strings.add(string());
    }
    if (literal.charAt(position - 1) != ']') {
      throw wrong("',' or ']'", position - 1);
    }
    if (position < literal.length()) {
      throw wrong("the end", position);
    }
    return strings;
  }

  private String string() {
    char quote = next("a quote");
    if (quote != '\'' && quote != '"') {
      throw wrong("a quote", position - 1);
    }
    StringBuilder text = new StringBuilder();
    for (char c = next("a closing quote"); c != quote; c = next("a closing quote")) {
      if (c == '\\') {
        escape(text);
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private void escape(StringBuilder text) {
    char c = next("an escape");
    switch (c) {
      case 'n' -> text.append('\n');
      case 'r' -> text.append('\r');
      case 't' -> text.append('\t');
      case '\\', '\'', '"' -> text.append(c);
      case 'x' -> text.appendCodePoint(hexadecimal(2));
      case 'u' -> text.appendCodePoint(hexadecimal(4));
      case 'U' -> text.appendCodePoint(hexadecimal(8));
      default -> throw wrong("an escape that Python prints", position - 1);
    }
  }

  private int hexadecimal(int digits) {
    int start = position;
    long value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = Character.digit(next("a hexadecimal digit"), 16);
      if (digit < 0) {
        throw wrong("a hexadecimal digit", position - 1);
      }
      value = 16 * value + digit;
    }
    if (value > Character.MAX_CODE_POINT) {
      throw wrong("a code point of Unicode", start);
    }
    return (int) value;
  }

  private void skipBlanks() {
    while (position < literal.length() && literal.charAt(position) == ' ') {
      position++;
    }
  }

  private void expect(char sign) {
    if (next("'" + sign + "'") != sign) {
      throw wrong("'" + sign + "'", position - 1);
    }
  }

  private char next(String expected) {
    if (position == literal.length()) {
      throw wrong(expected, position);
    }
    return literal.charAt(position++);
  }

  private IllegalArgumentException wrong(String expected, int where) {
    String found = where < literal.length() ? "'" + literal.charAt(where) + "'" : "the end";
    return new IllegalArgumentException(
        "at sign " + (where + 1) + " " + found + " instead of " + expected);
  }
}
