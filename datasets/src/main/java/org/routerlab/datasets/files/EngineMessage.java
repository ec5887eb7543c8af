package org.routerlab.datasets.files;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.routerlab.core.BadDataException;

/**
 * What DuckDB says of a file that it cannot read, as one line: its own messages are of many, with
 * advice on its options.
 *
 * @param text the whole message
 * @param headers how many records of CSV are a header: 1 or 0
 */
record EngineMessage(SourceFile file, String text, int headers) {

  // What it calls a line of CSV is a record, a header being the first.
  private static final Pattern CSV_RECORD = Pattern.compile("CSV Error on Line:? (\\d+)");
  private static final Pattern LINE = Pattern.compile("in line (\\d+)");
  private static final Pattern CSV_PROBLEM =
      Pattern.compile("(?m)^(Value with unterminated quote|Maximum line size|Invalid unicode).*$");
  private static final Pattern RECORD = Pattern.compile("in record/value (\\d+)");
  private static final Pattern CELLS =
      Pattern.compile("Expected Number of Columns: (\\d+) Found: (\\d+)");
  private static final Pattern NOISE =
      Pattern.compile("^(Error: )?(Invalid Input|IO|Conversion|Serialization|Binder) Error: ");

  /** Of a file with a header, where it is CSV. */
  EngineMessage(SourceFile file, String text) {
    this(file, text, 1);
  }

  BadDataException toException(String expected) {
    Matcher cells = CELLS.matcher(text);
    return cells.find()
        ? file.bad(place(), cells.group(1) + " cells", cells.group(2) + " cells")
        : file.bad(place(), expected, problem());
  }

  private String place() {
    Matcher line = LINE.matcher(text);
    Matcher record = RECORD.matcher(text);
    Matcher csv = CSV_RECORD.matcher(text);
    if (csv.find()) {
      return "record " + (Long.parseLong(csv.group(1)) - headers);
    }
    return line.find() ? "line " + line.group(1) : record.find() ? "record " + record.group(1) : "";
  }

  // The first line may only say that a query was closed; the reason is then on the second.
  private String problem() {
    Matcher problem = CSV_PROBLEM.matcher(text);
    if (problem.find()) {
      return problem.group().strip();
    }
    return text.lines()
        .filter(line -> !line.contains("unsuccessful or closed pending query result"))
        .map(line -> NOISE.matcher(line.strip()).replaceFirst("").strip())
        .filter(line -> !line.isEmpty())
        .findFirst()
        .orElse("none");
  }
}
