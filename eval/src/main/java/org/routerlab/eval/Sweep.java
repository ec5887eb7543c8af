package org.routerlab.eval;

import java.util.List;

/** The selections of one router along an axis: growing budgets, or falling cost weights. */
sealed interface Sweep permits ChosenSweep, DrawnSweep {

  /** The number of points of the axis. */
  int steps();

  /** The selection at a point. */
  Selection at(int step);

  /**
   * The expectation of {@code value} at the first point, then what each further point adds to it: a
   * column a point. Neighbouring points choose alike on most queries, so that most columns are
   * almost empty.
   */
  List<Column> increments(CellValue value);

  /** As {@link #increments}, of the cost of all models called. */
  default List<Column> spending(CellValue cost) {
    return increments(cost);
  }
}
