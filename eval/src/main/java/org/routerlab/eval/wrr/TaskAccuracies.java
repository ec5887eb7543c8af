package org.routerlab.eval.wrr;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.Require;

/** Each model's mean observed score on every task; NaN where it was never observed there. */
record TaskAccuracies(List<String> tasks, List<int[]> rows, List<double[]> means) {

  /** By the dataset of the queries, sorted by name. */
  static TaskAccuracies of(List<Query> queries, OutcomeTable outcomes) {
    Require.equal("queries", queries.size(), "outcome rows", outcomes.size());
    SortedMap<String, int[]> rowsOfTask = rows(queries);
    List<double[]> means = new ArrayList<>();
    rowsOfTask.values().forEach(rows -> means.add(outcomes.selectRows(rows).meanScores()));
    return new TaskAccuracies(
        List.copyOf(rowsOfTask.keySet()), List.copyOf(rowsOfTask.values()), means);
  }

  /** The rows of every dataset, sorted by its name. */
  static SortedMap<String, int[]> rows(List<Query> queries) {
    SortedMap<String, List<Integer>> lists = new TreeMap<>();
    for (int row = 0; row < queries.size(); row++) {
      lists.computeIfAbsent(queries.get(row).dataset(), task -> new ArrayList<>()).add(row);
    }
    SortedMap<String, int[]> rows = new TreeMap<>();
    lists.forEach(
        (task, list) -> rows.put(task, list.stream().mapToInt(Integer::intValue).toArray()));
    return rows;
  }
}
