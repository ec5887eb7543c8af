package org.routerlab.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A sweep of decided selections, kept as the changes from each point to the next. */
final class ChosenSweep implements Sweep {

  /** Fills in the model chosen for a query at every point of the axis. */
  @FunctionalInterface
  interface RowChoices {
    void fill(int row, int[] models);
  }

  /** The rows on which the choice changes at a point, ascending, and the models they change to. */
  private record Changes(int[] rows, int[] models) {}

  private final int[] first;
  private final List<Changes> changes;

  private ChosenSweep(int[] first, List<Changes> changes) {
    this.first = first;
    this.changes = changes;
  }

  /** Asks {@code choices} for every row in turn. */
  static ChosenSweep of(int size, int steps, RowChoices choices) {
    int[] first = new int[size];
    List<IntList> rows = new ArrayList<>();
    List<IntList> models = new ArrayList<>();
    for (int step = 1; step < steps; step++) {
      rows.add(new IntList());
      models.add(new IntList());
    }
    int[] chosen = new int[steps];
    for (int row = 0; row < size; row++) {
      choices.fill(row, chosen);
      first[row] = chosen[0];
      for (int step = 1; step < steps; step++) {
        if (chosen[step] != chosen[step - 1]) {
          rows.get(step - 1).add(row);
          models.get(step - 1).add(chosen[step]);
        }
      }
    }
    List<Changes> changes = new ArrayList<>();
    for (int step = 1; step < steps; step++) {
      changes.add(new Changes(rows.get(step - 1).toArray(), models.get(step - 1).toArray()));
    }
    return new ChosenSweep(first, changes);
  }

  /** The same choices at every point. */
  static ChosenSweep constant(int steps, int[] chosen) {
    return of(chosen.length, steps, (row, models) -> Arrays.fill(models, chosen[row]));
  }

  @Override
  public int steps() {
    return changes.size() + 1;
  }

  @Override
  public Selection at(int step) {
    int[] chosen = first.clone();
    for (Changes change : changes.subList(0, step)) {
      apply(change, chosen);
    }
    return Selection.wrap(chosen);
  }

  @Override
  public List<Column> increments(CellValue value) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of(Selection.wrap(first).expect(value)));
    int[] chosen = first.clone();
    for (Changes change : changes) {
      double[] added = new double[change.rows.length];
      for (int i = 0; i < added.length; i++) {
        int row = change.rows[i];
        added[i] = value.of(row, change.models[i]) - value.of(row, chosen[row]);
      }
      columns.add(Column.of(first.length, change.rows, added));
      apply(change, chosen);
    }
    return columns;
  }

  private static void apply(Changes change, int[] chosen) {
    for (int i = 0; i < change.rows.length; i++) {
      chosen[change.rows[i]] = change.models[i];
    }
  }
}
