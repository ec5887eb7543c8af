package org.routerlab.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers columns so that equal ones, such as a denominator all routers share, are summed once. */
final class ColumnIndex {

  private final Map<Column, Integer> numbers = new HashMap<>();
  private final List<Column> columns = new ArrayList<>();

  /** The number of a column equal to this one. */
  int numberOf(Column column) {
    Integer known = numbers.putIfAbsent(column, columns.size());
    if (known != null) {
      return known;
    }
    columns.add(column);
    return columns.size() - 1;
  }

  /** The distinct columns in the order of their numbers. */
  List<Column> columns() {
    return columns;
  }
}
