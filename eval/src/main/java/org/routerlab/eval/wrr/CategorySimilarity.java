package org.routerlab.eval.wrr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * How alike the tasks of a benchmark are, by their texts or by who is good at them.
 *
 * <p>Source: Who Routes the Router, appendix G and Figure 10, for texts; the reading by accuracies
 * is this project's.
 */
public final class CategorySimilarity {

  private final List<String> tasks;
  private final double[][] values;

  private CategorySimilarity(List<String> tasks, List<double[]> vectors, Likeness likeness) {
    this.tasks = tasks;
    this.values = new double[tasks.size()][tasks.size()];
    for (int a = 0; a < values.length; a++) {
      for (int b = 0; b <= a; b++) {
        values[a][b] = likeness.of(vectors.get(a), vectors.get(b));
        values[b][a] = values[a][b];
      }
    }
  }

  @FunctionalInterface
  private interface Likeness {
    double of(double[] a, double[] b);
  }

  /**
   * Two tasks and how alike they are.
   *
   * @param similarity in [−1, 1]
   */
  public record Pair(String first, String second, double similarity) {}

  /**
   * The cosine of the mean embeddings of two tasks; NaN where a mean is zero.
   *
   * @param embeddings one row a query
   */
  public static CategorySimilarity byEmbeddings(List<Query> queries, FloatMatrix embeddings) {
    Require.equal("queries", queries.size(), "embeddings", embeddings.rows());
    List<String> tasks = new ArrayList<>();
    List<double[]> means = new ArrayList<>();
    TaskAccuracies.rows(queries)
        .forEach(
            (task, rows) -> {
              tasks.add(task);
              means.add(mean(embeddings, rows));
            });
    return new CategorySimilarity(List.copyOf(tasks), means, Vectors::cosine);
  }

  /**
   * The correlation of the accuracies of the models on two tasks, over the models observed on both;
   * NaN with fewer than two such models, or where all are equally good at one of them.
   */
  public static CategorySimilarity byAccuracies(List<Query> queries, OutcomeTable outcomes) {
    TaskAccuracies accuracies = TaskAccuracies.of(queries, outcomes);
    return new CategorySimilarity(accuracies.tasks(), accuracies.means(), Vectors::correlation);
  }

  /** The tasks by name. */
  public List<String> tasks() {
    return tasks;
  }

  /** How alike two tasks are, by their places in {@link #tasks()}; in [−1, 1] or NaN. */
  public double similarity(int first, int second) {
    return values[first][second];
  }

  /** How alike two tasks are, by name; in [−1, 1] or NaN. */
  public double similarity(String first, String second) {
    Require.known("task", first, tasks);
    Require.known("task", second, tasks);
    return values[tasks.indexOf(first)][tasks.indexOf(second)];
  }

  /** The pairs of different tasks, most alike first; pairs without a value are left out. */
  public List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (int a = 0; a < values.length; a++) {
      for (int b = a + 1; b < values.length; b++) {
        if (!Double.isNaN(values[a][b])) {
          pairs.add(new Pair(tasks.get(a), tasks.get(b), values[a][b]));
        }
      }
    }
    // Stable, so pairs of one similarity stay in the order of their names.
    pairs.sort(Comparator.comparingDouble(pair -> -pair.similarity()));
    return List.copyOf(pairs);
  }

  /** The mean over the pairs of different tasks that have a value; NaN without any. */
  public double mean() {
    return pairs().stream().mapToDouble(Pair::similarity).average().orElse(Double.NaN);
  }

  private static double[] mean(FloatMatrix embeddings, int[] rows) {
    double[] sums = new double[embeddings.columns()];
    for (int row : rows) {
      float[] values = embeddings.row(row);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += values[i];
      }
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= rows.length;
    }
    return sums;
  }
}
