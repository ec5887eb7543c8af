package org.routerlab.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A sweep of any selections, draws and cascades among them. */
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
    return changes(selection -> selection.expect(value));
  }

  @Override
  public List<Column> spending(CellValue cost) {
    return changes(selection -> selection.spend(cost));
  }

  private List<Column> changes(Function<Selection, double[]> values) {
    List<Column> columns = new ArrayList<>();
    double[] previous = values.apply(selections.get(0));
    columns.add(Column.of(previous));
    for (Selection selection : selections.subList(1, steps())) {
      double[] current = values.apply(selection);
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
