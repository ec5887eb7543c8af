package org.routerlab.datasets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.routerlab.core.Query;

/** The queries of a folder, found by id. */
final class QueryRows {

  private final List<Query> queries;
  private final Map<String, Integer> rowOfId;

  /** Over queries of distinct ids. */
  QueryRows(List<Query> queries) {
    this.queries = List.copyOf(queries);
    this.rowOfId = new HashMap<>(queries.size() * 2);
    for (int row = 0; row < queries.size(); row++) {
      rowOfId.put(queries.get(row).id(), row);
    }
  }

  int size() {
    return queries.size();
  }

  List<Query> queries() {
    return queries;
  }

  /** The row of the query called {@code id}, or -1 where there is none. */
  int rowOf(String id) {
    return rowOfId.getOrDefault(id, -1);
  }

  String id(int row) {
    return queries.get(row).id();
  }
}
