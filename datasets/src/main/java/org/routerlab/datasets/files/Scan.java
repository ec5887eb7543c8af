package org.routerlab.datasets.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Require;

/**
 * The rows of one file, streamed in their order by DuckDB.
 *
 * <p>Nothing is guessed: cells of CSV are text, fields of JSON are JSON, columns of Parquet have
 * the type that the file gives them; {@link Row} says what it wants of a cell, and complains with
 * file, record and column where it is something else. Text files are checked first ({@link
 * SourceFile#checkText()}).
 */
public final class Scan {

  private static final String CSV_OPTIONS =
      "delim = ',', quote = '\"', escape = '\"', strict_mode = true,"
          + " auto_detect = false, null_padding = false, max_line_size = 16777216,"
          + " buffer_size = 33554432";

  private final SourceFile file;
  private final List<String> columns;
  private final String relation;
  private final Map<String, String> projection;
  private final int headers;

  private Scan(
      SourceFile file, List<String> columns, String relation, Map<String, String> projection) {
    this(file, columns, relation, projection, 1);
  }

  private Scan(
      SourceFile file,
      List<String> columns,
      String relation,
      Map<String, String> projection,
      int headers) {
    this.file = file;
    this.columns = List.copyOf(columns);
    this.relation = relation;
    this.projection = projection;
    this.headers = headers;
  }

  /**
   * A CSV file, whose first record names the columns; one without a name, such as the index that
   * pandas writes, is {@code column N}, counted from 1.
   */
  public static Scan csv(SourceFile file) {
    file.checkText();
    return csv(file, header(file), true);
  }

  /** A CSV file without a header, such as a matrix of numbers; the columns are called so. */
  public static Scan csv(SourceFile file, List<String> columns) {
    file.checkText();
    return csv(file, columns, false);
  }

  private static Scan csv(SourceFile file, List<String> columns, boolean header) {
    // The engine takes no two names that differ in case only, as those of models may.
    Map<String, String> projection = new LinkedHashMap<>();
    columns.forEach(column -> projection.put(column, "c" + projection.size()));
    String types =
        projection.values().stream()
            .map(name -> DuckDb.string(name) + ": 'VARCHAR'")
            .collect(Collectors.joining(", ", "{", "}"));
    return new Scan(
        file,
        columns,
        "read_csv("
            + DuckDb.path(file.path())
            + ", columns = "
            + types
            + ", header = "
            + header
            + ", "
            + CSV_OPTIONS
            + ")",
        projection,
        header ? 1 : 0);
  }

  /** JSON objects, one a line; fields of other names are not read, missing ones are null. */
  public static Scan jsonLines(SourceFile file, String... fields) {
    file.checkText();
    return json(file, "newline_delimited", List.of(fields));
  }

  /** One JSON array of objects; fields of other names are not read, missing ones are null. */
  public static Scan jsonArray(SourceFile file, String... fields) {
    file.checkText(']');
    return json(file, "array", List.of(fields));
  }

  /**
   * The objects of an array that is a field of the one JSON object in the file; fields of other
   * names are not read, missing ones are null.
   */
  public static RecordArray jsonRecords(SourceFile file, String array, String... fields) {
    return new RecordArray(file, array, List.of(fields));
  }

  /** A Parquet file. */
  public static Scan parquet(SourceFile file) {
    List<String> columns = List.copyOf(ParquetSchema.of(file).keySet());
    String relation = "read_parquet(" + DuckDb.path(file.path()) + ")";
    return new Scan(file, columns, relation, identity(columns));
  }

  /** CSV or Parquet, by the name of the file. */
  public static Scan table(SourceFile file) {
    return file.name().endsWith(".parquet") ? parquet(file) : csv(file);
  }

  /** The names of the columns, in their order. */
  public List<String> columns() {
    return columns;
  }

  /**
   * Requires columns of these names.
   *
   * @throws BadDataException where one is missing; the message lists what there is
   */
  public Scan requiring(String... names) {
    for (String name : names) {
      if (!columns.contains(name)) {
        throw file.bad("", "a column '" + name + "'", Require.unknown("column", name, columns));
      }
    }
    return this;
  }

  /**
   * Allows columns of these names only.
   *
   * @throws BadDataException where there is another
   */
  public Scan allowing(Set<String> names) {
    for (String column : columns) {
      if (!names.contains(column)) {
        throw file.bad("", "the columns " + new TreeSet<>(names), "a column '" + column + "'");
      }
    }
    return this;
  }

  /**
   * A further column that is computed in SQL, such as a field of a struct, so that the rest of the
   * struct is never read.
   */
  public Scan computing(String name, String expression) {
    Map<String, String> more = new LinkedHashMap<>(projection);
    more.put(name, expression);
    return new Scan(file, List.copyOf(more.keySet()), relation, more, headers);
  }

  /** A further column {@code column.field} that is a field of a struct; the rest is never read. */
  public Scan field(String column, String field) {
    return computing(
        column + "." + field,
        "struct_extract(" + DuckDb.name(column) + ", " + DuckDb.string(field) + ")");
  }

  /**
   * A JSON column of arrays of objects becomes one of the same arrays with these fields of the
   * objects only, so that the others never leave the engine; null where it holds anything else.
   */
  public Scan thinning(String column, String... fields) {
    String object =
        List.of(fields).stream()
            .map(field -> DuckDb.name(field).replace("\"\"", "\\\"") + ": \"JSON\"")
            .collect(Collectors.joining(", ", "[{", "}]"));
    return computing(
        column,
        "to_json(json_transform(" + DuckDb.name(column) + ", " + DuckDb.string(object) + "))");
  }

  /**
   * NaN in these columns becomes null where the file is Parquet, as some writers know no other way
   * to leave a cell of numbers empty; in text it stays what it is.
   */
  public Scan withoutNaN(List<String> names) {
    Scan scan = this;
    if (file.name().endsWith(".parquet")) {
      for (String column : names) {
        String value = projection.get(column);
        String isNaN = "CAST(" + value + " AS VARCHAR) = 'nan'";
        scan = scan.computing(column, "CASE WHEN " + isNaN + " THEN NULL ELSE " + value + " END");
      }
    }
    return scan;
  }

  /** The same rows with these columns only, so that the others are never read. */
  public Scan only(List<String> names) {
    Map<String, String> fewer = new LinkedHashMap<>();
    names.forEach(name -> fewer.put(name, projection.get(name)));
    return new Scan(file, names, relation, fewer, headers);
  }

  /** Feeds every row to {@code consumer}; the row is valid during the call only. */
  public void forEach(Consumer<Row> consumer) {
    // Without names, as columns are known by their positions.
    String select = String.join(", ", projection.values());
    try (DuckDb engine = DuckDb.shared();
        Statement statement = engine.statement();
        ResultSet rows = statement.executeQuery("SELECT " + select + " FROM " + relation)) {
      Row row = new Row(file, List.copyOf(projection.keySet()), rows);
      while (rows.next()) {
        row.advance();
        consumer.accept(row);
      }
    } catch (SQLException e) {
      throw new EngineMessage(file, e.getMessage(), headers)
          .toException("records that can be read");
    }
  }

  private static Scan json(SourceFile file, String format, List<String> fields) {
    String types =
        fields.stream()
            .map(field -> DuckDb.string(field) + ": 'JSON'")
            .collect(Collectors.joining(", ", "{", "}"));
    String relation =
        "read_json("
            + DuckDb.path(file.path())
            + ", format = "
            + DuckDb.string(format)
            + ", records = 'true', maximum_object_size = 67108864, columns = "
            + types
            + ")";
    return new Scan(file, fields, relation, identity(fields));
  }

  private static Map<String, String> identity(List<String> columns) {
    Map<String, String> projection = new LinkedHashMap<>();
    columns.forEach(column -> projection.put(column, DuckDb.name(column)));
    return projection;
  }

  private static List<String> header(SourceFile file) {
    String line;
    try (BufferedReader reader = new BufferedReader(file.open())) {
      line = reader.readLine();
    } catch (IOException e) {
      throw file.bad("line 1", "a readable file", e.toString());
    }
    List<String> names;
    try {
      names = CsvLine.split(line.startsWith("\uFEFF") ? line.substring(1) : line);
    } catch (IllegalArgumentException e) {
      throw file.bad("line 1", "names of columns", e.getMessage());
    }
    // DuckDB refuses a column without a name.
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).isBlank()) {
        names.set(i, "column " + (i + 1));
      }
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw file.bad("line 1", "every column once", SourceFile.quote(name) + " twice");
      }
    }
    return names;
  }
}
