package org.routerlab.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The columns of a router with several runs: the means of those of its runs. */
final class RunColumns {

  private RunColumns() {}

  static List<Column> of(
      RouterRuns runs,
      Optional<QuerySubset> within,
      Function<Evaluation, List<Column>> columnsOfRun) {
    List<List<Column>> all = runs.seeds().stream().map(columnsOfRun).toList();
    List<Column> means = new ArrayList<>();
    for (int i = 0; i < all.get(0).size(); i++) {
      int column = i;
      Column mean = Column.mean(all.stream().map(columns -> columns.get(column)).toList());
      means.add(within.map(mean::within).orElse(mean));
    }
    return means;
  }
}
