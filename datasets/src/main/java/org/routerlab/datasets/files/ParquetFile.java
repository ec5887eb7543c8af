package org.routerlab.datasets.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;

/** Writes Parquet files, and reads the entries about the whole file that they hold. */
public final class ParquetFile {

  private static final String TABLE = "written";

  private ParquetFile() {}

  /**
   * What a file consists of.
   *
   * @param texts names of columns of text; they come first
   * @param numbers names of columns of 32-bit floats; NaN is stored as null
   * @param metadata entries about the whole file
   */
  public record Layout(List<String> texts, List<String> numbers, Map<String, String> metadata) {}

  /** Where the cells of a row are put, column after column. */
  public interface Cells {
    /** The next text; null where there is none. */
    void text(String value);

    /** The next number; NaN where there is none. */
    void number(float value);
  }

  /** Says the cells of a row. */
  @FunctionalInterface
  public interface Rows {
    void write(int row, Cells cells);
  }

  /** Writes a file of so many rows; it appears when it is complete. */
  public static void write(Path file, Layout layout, int size, Rows rows) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    try (DuckDb engine = new DuckDb();
        Statement statement = engine.statement()) {
      statement.execute("CREATE TABLE " + TABLE + " (" + columns(layout) + ")");
      try (DuckDBAppender appender = engine.appender(TABLE)) {
        Cells cells = new Appended(appender);
        for (int row = 0; row < size; row++) {
          appender.beginRow();
          rows.write(row, cells);
          appender.endRow();
        }
      }
      statement.execute(
          "COPY "
              + TABLE
              + " TO "
              + DuckDb.string(unfinished.toString())
              + " (FORMAT parquet, COMPRESSION zstd, KV_METADATA {"
              + metadata(layout.metadata())
              + "})");
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (SQLException e) {
      throw new IOException("cannot write " + file + ": " + e.getMessage().lines().findFirst(), e);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** The entries about the whole file. */
  public static SortedMap<String, String> metadata(SourceFile file) {
    SortedMap<String, String> metadata = new TreeMap<>();
    try (DuckDb engine = new DuckDb();
        Statement statement = engine.statement();
        ResultSet entries =
            statement.executeQuery(
                "SELECT key, value FROM parquet_kv_metadata(" + DuckDb.path(file.path()) + ")")) {
      while (entries.next()) {
        metadata.put(text(entries, 1), text(entries, 2));
      }
    } catch (SQLException e) {
      throw new EngineMessage(file, e.getMessage()).toException("a Parquet file");
    }
    return metadata;
  }

  private static String text(ResultSet entries, int column) throws SQLException {
    return new String(entries.getBytes(column), StandardCharsets.UTF_8);
  }

  private static String columns(Layout layout) {
    return layout.texts().stream()
            .map(name -> DuckDb.name(name) + " VARCHAR")
            .collect(Collectors.joining(", "))
        + layout.numbers().stream()
            .map(name -> ", " + DuckDb.name(name) + " FLOAT")
            .collect(Collectors.joining());
  }

  private static String metadata(Map<String, String> entries) {
    return new TreeMap<>(entries)
        .entrySet().stream()
            .map(entry -> DuckDb.string(entry.getKey()) + ": " + DuckDb.string(entry.getValue()))
            .collect(Collectors.joining(", "));
  }

  /** Cells that go to DuckDB. */
  private record Appended(DuckDBAppender appender) implements Cells {

    @Override
    public void text(String value) {
      try {
        if (value == null) {
          appender.appendNull();
        } else {
          appender.append(value);
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void number(float value) {
      try {
        if (Float.isNaN(value)) {
          appender.appendNull();
        } else {
          appender.append(value);
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
