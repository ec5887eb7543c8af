package org.routerlab.datasets.files;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * DuckDB's embedded engine, as a reader of files: in memory, on two threads, without the network.
 */
final class DuckDb implements AutoCloseable {

  private static final List<String> SETTINGS =
      List.of(
          "SET threads = 2",
          "SET memory_limit = '2GB'",
          "SET autoinstall_known_extensions = false",
          "SET autoload_known_extensions = false");

  private final Connection connection;

  /** An engine of its own, with tables of its own. */
  DuckDb() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("jdbc_stream_results", "true");
    connection = DriverManager.getConnection("jdbc:duckdb:", properties);
    for (String setting : SETTINGS) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(setting);
      }
    }
  }

  private DuckDb(Connection connection) {
    this.connection = connection;
  }

  /**
   * A connection to the one engine that all scans share, for queries that leave nothing behind: an
   * engine of its own takes longer to start than a small file to read.
   */
  static DuckDb shared() throws SQLException {
    return new DuckDb(Shared.engine().connection.unwrap(DuckDBConnection.class).duplicate());
  }

  /** Holds the shared engine, which starts with the first scan and ends with the process. */
  private static final class Shared {

    private static DuckDb engine;

    private Shared() {}

    static synchronized DuckDb engine() throws SQLException {
      if (engine == null) {
        engine = new DuckDb();
      }
      return engine;
    }
  }

  Statement statement() throws SQLException {
    return connection.createStatement();
  }

  DuckDBAppender appender(String table) throws SQLException {
    return connection.unwrap(DuckDBConnection.class).createAppender(table);
  }

  /** The text as an SQL string. */
  static String string(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** The text as the name of a column. */
  static String name(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  /** The path as an SQL string that stands for this one file, whatever signs its name has. */
  static String path(Path path) {
    StringBuilder escaped = new StringBuilder();
    for (char c : path.toString().toCharArray()) {
      escaped.append(c == '[' || c == '*' || c == '?' ? "[" + c + "]" : String.valueOf(c));
    }
    return string(escaped.toString());
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
