package org.routerlab.datasets;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.routerlab.core.BadDataException;
import org.routerlab.core.ModelPool;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.datasets.files.CsvLine;
import org.routerlab.datasets.files.SourceFile;

/** Reads one {@link ModelTable}: rows are matched by id, columns by the name of the model. */
final class ModelTableReader {

  private final TableFile file;
  private final QueryRows rows;
  private final CellRule rule;
  private final BitSet seen = new BitSet();
  private Optional<ModelPool> expected = Optional.empty();
  private ModelPool pool;
  private List<String> columns;
  private int[] modelOfColumn;
  private float[] values;
  private int clipped;

  ModelTableReader(TableFile file, QueryRows rows, CellRule rule) {
    this.file = file;
    this.rows = rows;
    this.rule = rule;
  }

  /** Requires exactly these models and puts the columns in their order. */
  ModelTableReader expecting(ModelPool models) {
    this.expected = Optional.of(models);
    return this;
  }

  ModelTable read() {
    file.forEachLine(
        (number, line) -> {
          if (line.isBlank()) {
            return;
          }
          if (columns == null) {
            readHeader(number, cells(number, line));
          } else {
            readRow(number, cells(number, line));
          }
        });
    if (columns == null) {
      throw file.bad("", "a header: id, then a column a model", "no line");
    }
    requireAllQueries();
    return new ModelTable(pool, FloatMatrix.wrap(rows.size(), pool.size(), values), clipped);
  }

  private List<String> cells(long number, String line) {
    try {
      return CsvLine.split(line);
    } catch (IllegalArgumentException e) {
      throw file.bad(number, "comma-separated cells", e.getMessage());
    }
  }

  private void readHeader(long number, List<String> cells) {
    if (!cells.get(0).strip().equals("id")) {
      throw file.bad(number, "a first column called id", SourceFile.quote(cells.get(0)));
    }
    columns = cells.subList(1, cells.size()).stream().map(String::strip).toList();
    requireDistinct(number);
    pool = expected.orElseGet(() -> new ModelPool(columns));
    requireSame(number);
    modelOfColumn = columns.stream().mapToInt(pool::indexOf).toArray();
    values = new float[Math.multiplyExact(rows.size(), pool.size())];
    Arrays.fill(values, Float.NaN);
  }

  private void requireDistinct(long number) {
    Set<String> names = new HashSet<>();
    for (String name : columns) {
      if (name.isEmpty()) {
        throw file.bad(number, "a model's name over every column", "an empty one");
      }
      if (!names.add(name)) {
        throw file.bad(number, "every model once", SourceFile.quote(name) + " twice");
      }
    }
    if (columns.size() < 2) {
      throw file.bad(
          number,
          "at least two models to choose from",
          columns.size() + " " + columns + ": nothing to route");
    }
  }

  private void requireSame(long number) {
    for (String name : columns) {
      if (!pool.names().contains(name)) {
        throw file.bad(number, "the models of the scores " + pool.names(), SourceFile.quote(name));
      }
    }
    for (String name : pool.names()) {
      if (!columns.contains(name)) {
        throw file.bad(number, "a column for every model", "none for " + SourceFile.quote(name));
      }
    }
  }

  private void readRow(long number, List<String> cells) {
    if (cells.size() != columns.size() + 1) {
      throw file.bad(number, columns.size() + 1 + " cells", cells.size() + " cells");
    }
    int row = rows.rowOf(cells.get(0));
    if (row < 0) {
      throw file.bad(
          number, "an id of a query in the queries file", SourceFile.quote(cells.get(0)));
    }
    if (seen.get(row)) {
      throw file.bad(number, "every id once", SourceFile.quote(cells.get(0)) + " again");
    }
    seen.set(row);
    for (int column = 0; column < modelOfColumn.length; column++) {
      values[row * pool.size() + modelOfColumn[column]] =
          value(number, column, cells.get(column + 1).strip());
    }
  }

  private float value(long number, int column, String cell) {
    if (!rule.allows(cell)) {
      throw file.bad(
          "line " + number + ", column " + SourceFile.quote(columns.get(column)),
          rule.expected(),
          SourceFile.quote(cell) + advice(cell));
    }
    if (rule == CellRule.CLIPPED_SCORE && !CellRule.SCORE.allows(cell)) {
      clipped++;
    }
    return rule.parse(cell);
  }

  private String advice(String cell) {
    return rule == CellRule.SCORE && CellRule.CLIPPED_SCORE.allows(cell)
        ? "; 'routerlab datasets convert --clip' draws such scores to the ends of the range"
        : "";
  }

  private void requireAllQueries() {
    int missing = rows.size() - seen.cardinality();
    if (missing > 0) {
      String id = SourceFile.quote(rows.id(seen.nextClearBit(0)));
      throw new BadDataException(
          file.path().toString(),
          "",
          "a row for every query",
          "none for id " + id + (missing == 1 ? "" : " and " + (missing - 1) + " more"));
    }
  }
}
