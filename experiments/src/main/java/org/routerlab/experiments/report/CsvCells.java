package org.routerlab.experiments.report;

import java.util.List;
import java.util.regex.Pattern;
import org.routerlab.core.BadDataException;

/** The cells of one record, read as what their columns hold. */
final class CsvCells {

  private static final Pattern NUMBER =
      Pattern.compile("-?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?|NaN|-?Infinity");

  private final String source;
  private final int line;
  private final List<String> header;
  private final List<String> cells;

  CsvCells(String source, int line, List<String> header, List<String> cells) {
    this.source = source;
    this.line = line;
    this.header = header;
    this.cells = cells;
  }

  /** Any text. */
  String text(String column) {
    return cells.get(header.indexOf(column));
  }

  /** Text that is not blank. */
  String name(String column) {
    String text = text(column);
    if (text.isBlank()) {
      throw bad(column, "a name that is not blank", "'" + text + "'");
    }
    return text;
  }

  /** A number, NaN or an infinity. */
  double number(String column) {
    String text = text(column);
    if (!NUMBER.matcher(text).matches()) {
      throw bad(column, "a number or NaN", "'" + text + "'");
    }
    return Double.parseDouble(text);
  }

  /** A whole number of at least 0. */
  int count(String column) {
    String text = text(column);
    if (!text.matches("\\d{1,9}")) {
      throw bad(column, "a whole number of at least 0", "'" + text + "'");
    }
    return Integer.parseInt(text);
  }

  /** {@code true} or {@code false}. */
  boolean flag(String column) {
    String text = text(column);
    if (!text.equals("true") && !text.equals("false")) {
      throw bad(column, "true or false", "'" + text + "'");
    }
    return text.equals("true");
  }

  /** Says that the cell of {@code column} breaks a rule. */
  BadDataException bad(String column, String expected, String found) {
    return new BadDataException(source, "line " + line + ", column " + column, expected, found);
  }
}
