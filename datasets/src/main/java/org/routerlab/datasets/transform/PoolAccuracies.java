package org.routerlab.datasets.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Require;
import org.routerlab.datasets.Benchmark;

/** The mean and the best accuracy of a pool on every task, over the models observed there. */
final class PoolAccuracies {

  private final SortedMap<String, double[]> ofTask;

  private PoolAccuracies(SortedMap<String, double[]> ofTask) {
    this.ofTask = ofTask;
  }

  static PoolAccuracies of(Benchmark benchmark, Scope judged) {
    SortedMap<String, List<Integer>> rows = new TreeMap<>();
    for (int row : judged.rows(benchmark)) {
      rows.computeIfAbsent(benchmark.queries().get(row).dataset(), task -> new ArrayList<>())
          .add(row);
    }
    SortedMap<String, double[]> ofTask = new TreeMap<>();
    rows.forEach(
        (task, own) -> {
          OutcomeTable seen =
              benchmark.outcomes().selectRows(own.stream().mapToInt(Integer::intValue).toArray());
          ofTask.put(
              task, Arrays.stream(seen.meanScores()).filter(mean -> !Double.isNaN(mean)).toArray());
        });
    return new PoolAccuracies(ofTask);
  }

  /** The accuracy of the best model on a task. */
  double best(String task) {
    return Arrays.stream(means(task)).max().orElseThrow();
  }

  /** The mean accuracy of the models on a task. */
  double mean(String task) {
    return Arrays.stream(means(task)).average().orElseThrow();
  }

  private double[] means(String task) {
    Require.known("task among the queries judged by", task, ofTask.keySet());
    double[] means = ofTask.get(task);
    if (means.length == 0) {
      throw new IllegalArgumentException(
          "a task must have observed outcomes to judge by but '" + task + "' has none");
    }
    return means;
  }
}
