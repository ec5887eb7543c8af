package org.routerlab.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Models that answer every query alone: their mean costs and scores, as columns and from sums. */
final class SingleModels {

  private SingleModels() {}

  /** The columns of the pool. */
  static int[] all(TestSet test) {
    return IntStream.range(0, test.pool().size()).toArray();
  }

  /** The cost of each model. */
  static List<Column> costs(TestSet test, int[] models) {
    List<Column> columns = new ArrayList<>();
    for (int model : models) {
      columns.add(Column.of(test.size(), row -> test.cost(row, model)));
    }
    return columns;
  }

  /** The score of each model. */
  static List<Column> scores(TestSet test, int[] models) {
    List<Column> columns = new ArrayList<>();
    for (int model : models) {
      columns.add(Column.of(test.size(), row -> test.score(row, model)));
    }
    return columns;
  }

  /** The least of {@code count} means whose sums start at {@code first}. */
  static double least(double[] sums, int first, int count, double n) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = first; i < first + count; i++) {
      least = Math.min(least, sums[i] / n);
    }
    return least;
  }

  /** The greatest of {@code count} means whose sums start at {@code first}. */
  static double greatest(double[] sums, int first, int count, double n) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = first; i < first + count; i++) {
      greatest = Math.max(greatest, sums[i] / n);
    }
    return greatest;
  }
}
