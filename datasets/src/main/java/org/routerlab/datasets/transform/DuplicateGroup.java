package org.routerlab.datasets.transform;

import java.util.List;

/**
 * Queries that are near-duplicates of one another, directly or through others.
 *
 * @param rows at least two, ascending
 */
public record DuplicateGroup(List<Integer> rows) {

  /** Copies the rows. */
  public DuplicateGroup {
    rows = List.copyOf(rows);
  }

  /** The number of queries. */
  public int size() {
    return rows.size();
  }
}
