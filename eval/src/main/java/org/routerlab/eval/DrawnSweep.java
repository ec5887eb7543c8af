package org.routerlab.eval;

import java.util.ArrayList;
import java.util.List;

/** A sweep of any selections, draws among them. */
record DrawnSweep(List<Selection> selections) implements Sweep {

  @Override
  public int steps() {
    return selections.size();
  }

  @Override
  public Selection at(int step) {
    return selections.get(step);
  }

  @Override
  public List<Column> increments(CellValue value) {
    List<Column> columns = new ArrayList<>();
    double[] previous = selections.get(0).expect(value);
    columns.add(Column.of(previous));
    for (Selection selection : selections.subList(1, steps())) {
      double[] current = selection.expect(value);
      double[] added = new double[current.length];
      for (int row = 0; row < added.length; row++) {
        added[row] = current[row] - previous[row];
      }
      columns.add(Column.of(added));
      previous = current;
    }
    return columns;
  }
}
