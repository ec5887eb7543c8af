package org.routerlab.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.routerlab.core.Require;

/**
 * How often a router finds one of the few models that solve a query, by how many do.
 *
 * <p>A model solves a query on which it is {@link TestSet#isCorrect correct}. Source: the diagnosis
 * of LLMRouterBench (arXiv 2601.07206).
 */
public final class ModelRecall {

  private ModelRecall() {}

  /**
   * {@code recall-1}, {@code recall-1-to-3}, then {@code accuracy} on the subsets of {@link
   * #buckets}.
   */
  public static List<Metric> metrics(TestSet test) {
    List<Metric> metrics = new ArrayList<>(List.of(recall(1, 1), recall(1, 3)));
    buckets(test).forEach(bucket -> metrics.add(Metrics.accuracy().on(bucket)));
    return List.copyOf(metrics);
  }

  /**
   * {@code recall-LEAST-to-MOST}, or {@code recall-COUNT}: the accuracy on the queries that so many
   * models solve, both included.
   *
   * <p>Fraction; higher is better. NaN where no query is solved by so many.
   *
   * @param least at least 1
   * @param most at least {@code least}
   */
  public static QueryMetric recall(int least, int most) {
    Require.positive("least", least);
    Require.between("least", least, 1, most);
    boolean isOne = least == most;
    return QueryMetric.of(
        new MetricDefinition(
                "recall-" + least + (isOne ? "" : "-to-" + most),
                "fraction",
                Better.HIGHER,
                false,
                "mean y[i, r(i)] over i that "
                    + (isOne ? least : least + " to " + most)
                    + " of the models solve",
                "arXiv 2601.07206")
            .undefined("where so many models solve no query"),
        evaluation -> ratio(evaluation, count -> count >= least && count <= most));
  }

  /**
   * The queries that exactly k models solve, as {@code solved-by-k} for every k ≥ 1 that there is a
   * query of, ascending.
   */
  public static List<QuerySubset> buckets(TestSet test) {
    int[] counts = IntStream.range(0, test.size()).map(row -> solvers(test, row)).toArray();
    return IntStream.rangeClosed(1, test.pool().size())
        .mapToObj(k -> QuerySubset.of("solved-by-" + k, counts.length, row -> counts[row] == k))
        .filter(bucket -> bucket.size() > 0)
        .toList();
  }

  private static Ratio ratio(Evaluation evaluation, IntPredicate counts) {
    double[] found = AccuracyMetrics.scores(evaluation);
    double[] present = new double[found.length];
    for (int row = 0; row < found.length; row++) {
      present[row] = counts.test(solvers(evaluation.test(), row)) ? 1 : 0;
      found[row] *= present[row];
    }
    return new Ratio(Column.of(found), Column.of(present));
  }

  /** How many models solve the query. */
  static int solvers(TestSet test, int row) {
    int count = 0;
    for (int model = 0; model < test.pool().size(); model++) {
      count += test.isCorrect(row, model) ? 1 : 0;
    }
    return count;
  }
}
