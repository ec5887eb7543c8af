package org.routerlab.datasets.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** The columns of a Parquet file with their types, before any row is read. */
public final class ParquetSchema {

  private ParquetSchema() {}

  /**
   * The types by column, in the order of the columns, as DuckDB writes them: {@code VARCHAR},
   * {@code BIGINT}, {@code STRUCT(score DOUBLE, …)} ….
   *
   * @throws org.routerlab.core.BadDataException where it is no Parquet file
   */
  public static Map<String, String> of(SourceFile file) {
    Map<String, String> types = new LinkedHashMap<>();
    try (DuckDb engine = DuckDb.shared();
        Statement statement = engine.statement();
        ResultSet described =
            statement.executeQuery(
                "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet("
                    + DuckDb.path(file.path())
                    + "))")) {
      while (described.next()) {
        types.put(described.getString(1), described.getString(2));
      }
      return types;
    } catch (SQLException e) {
      throw new EngineMessage(file, e.getMessage()).toException("a Parquet file");
    }
  }
}
