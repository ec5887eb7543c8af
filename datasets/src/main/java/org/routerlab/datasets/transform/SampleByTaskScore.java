package org.routerlab.datasets.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.routerlab.core.Require;
import org.routerlab.core.Seed;
import org.routerlab.datasets.Benchmark;

/**
 * Keeps the tasks on which specialists gain most, and of the others only some queries.
 *
 * <p>The tasks with the highest scores stay (equal ones by name; a task without a score comes
 * last). Within those, a task of a score of at least {@value #SPECIALIST} keeps all its queries,
 * one of at least 0 the marginal share, and any other the generalist share, at least one query
 * each. Who Routes the Router (§ 5.1) samples tasks and queries by specialist score but does not
 * say how; it went from 80 tasks to 68 and kept 93 % of the queries, which {@link #standard}
 * follows by the number of tasks alone.
 *
 * @param scores of the tasks; {@code SpecialistScores} of {@code eval} is meant
 * @param taskShare the share of tasks to keep, in (0, 1]; rounded, at least one
 * @param marginalShare the share of queries kept of tasks scored in [0, {@value #SPECIALIST})
 * @param generalistShare the share of queries kept of tasks scored below 0, or not at all
 * @param seed decides which queries stay
 */
public record SampleByTaskScore(
    TaskScores scores, double taskShare, double marginalShare, double generalistShare, Seed seed)
    implements Transform {

  /** The score from which on a task is for specialists. */
  public static final double SPECIALIST = 0.05;

  /** Rejects shares out of range. */
  public SampleByTaskScore {
    Objects.requireNonNull(scores, "scores");
    Require.positive("task share", taskShare);
    Require.between("task share", taskShare, 0, 1);
    Require.between("marginal share", marginalShare, 0, 1);
    Require.between("generalist share", generalistShare, 0, 1);
    Objects.requireNonNull(seed, "seed");
  }

  /** Keeps 85 % of the tasks, 68 of 80, with all their queries. */
  public static SampleByTaskScore standard(TaskScores scores, Seed seed) {
    return new SampleByTaskScore(scores, 0.85, 1, 1, seed);
  }

  @Override
  public String name() {
    return "sample-by-task-score("
        + taskShare
        + " of tasks, "
        + marginalShare
        + " of marginal, "
        + generalistShare
        + " of generalist queries, seed "
        + seed.value()
        + ")";
  }

  @Override
  public Transformed apply(Benchmark benchmark, TextEmbeddings embeddings) {
    SortedMap<String, List<Integer>> rowsOfTask = new TreeMap<>();
    for (int row = 0; row < benchmark.queries().size(); row++) {
      rowsOfTask
          .computeIfAbsent(benchmark.queries().get(row).dataset(), task -> new ArrayList<>())
          .add(row);
    }
    Map<String, Double> known = scores.of(benchmark);
    Comparator<String> highest = Comparator.comparingDouble(task -> -score(known, task));
    int wanted = Math.max(1, (int) Math.round(taskShare * rowsOfTask.size()));
    List<String> kept =
        rowsOfTask.keySet().stream()
            .sorted(highest.thenComparing(Comparator.naturalOrder()))
            .limit(wanted)
            .toList();
    int[] rows =
        kept.stream()
            .map(task -> sample(benchmark, rowsOfTask.get(task), share(score(known, task))))
            .flatMapToInt(Arrays::stream)
            .sorted()
            .toArray();
    return described(benchmark, Tables.ofRows(benchmark, rows), rowsOfTask.size(), kept);
  }

  private Transformed described(Benchmark before, Benchmark after, int tasks, List<String> kept) {
    TreeMap<String, Double> counts = new TreeMap<>();
    counts.put("tasks", (double) kept.size());
    counts.put("tasks removed", (double) tasks - kept.size());
    counts.put("queries removed", (double) before.queries().size() - after.queries().size());
    String description =
        name() + ": " + tasks + " → " + kept.size() + " tasks; " + Transformed.sizes(before, after);
    return new Transformed(after, description, counts);
  }

  private int[] sample(Benchmark benchmark, List<Integer> rows, double share) {
    int count = Math.max(1, (int) Math.round(share * rows.size()));
    int[] all = rows.stream().mapToInt(Integer::intValue).toArray();
    return SeededOrder.first(benchmark.queries(), all, count, seed.derive("task sample"));
  }

  private double share(double score) {
    return score >= SPECIALIST ? 1 : score >= 0 ? marginalShare : generalistShare;
  }

  private static double score(Map<String, Double> scores, String task) {
    double score = scores.getOrDefault(task, Double.NaN);
    return Double.isNaN(score) ? Double.NEGATIVE_INFINITY : score;
  }
}
