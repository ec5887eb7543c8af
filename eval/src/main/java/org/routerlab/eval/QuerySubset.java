package org.routerlab.eval;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Some rows of a test set under a name, such as {@code hard} or {@code dataset/gsm8k}. */
public final class QuerySubset {

  /** The name of the subset that holds every row. */
  public static final String ALL = "all";

  private final String name;
  private final int[] rows;

  private QuerySubset(String name, int[] rows) {
    this.name = name;
    this.rows = rows;
  }

  /** The rows from 0 to {@code size} − 1 that {@code test} accepts. */
  public static QuerySubset of(String name, int size, IntPredicate test) {
    return new QuerySubset(name, IntStream.range(0, size).filter(test).toArray());
  }

  /** The name, as it stands in tables. */
  public String name() {
    return name;
  }

  /** The number of rows. */
  public int size() {
    return rows.length;
  }

  /** The rows, ascending, as a new array. */
  public int[] rows() {
    return rows.clone();
  }

  /** Whether {@code row} belongs to this subset. */
  public boolean contains(int row) {
    return Arrays.binarySearch(rows, row) >= 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof QuerySubset subset
        && name.equals(subset.name)
        && Arrays.equals(rows, subset.rows);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(rows);
  }

  @Override
  public String toString() {
    return name + " (" + rows.length + " queries)";
  }
}
