package org.routerlab.eval.wrr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;

/**
 * How evenly models share the first places: each model's rank by accuracy, averaged over tasks.
 *
 * <p>On a task the most accurate model has rank 1; models of equal accuracy share the mean of their
 * places. Every task counts alike, whatever its size. A model that was not observed on a task has
 * no rank there. Source: Who Routes the Router, § 4.3 and Table 2, which does not say how ties
 * rank.
 *
 * @param tasks how many there are
 * @param models by average rank, then index; those never observed last
 */
public record ModelDominance(int tasks, List<Row> models) {

  /** Copies the rows. */
  public ModelDominance {
    models = List.copyOf(models);
  }

  /**
   * A model.
   *
   * @param model its column
   * @param averageRank at least 1; near 1 for a model that leads everywhere; NaN where it was never
   *     observed
   * @param tasks on how many it was observed
   * @param firstPlaces on how many it leads; of several leaders each has its share
   */
  public record Row(int model, String name, double averageRank, int tasks, double firstPlaces) {

    /** Rejects nulls. */
    public Row {
      Objects.requireNonNull(name, "name");
    }
  }

  /** Ranks the models of a table; a task is a dataset of the queries. */
  public static ModelDominance of(List<Query> queries, OutcomeTable outcomes) {
    TaskAccuracies accuracies = TaskAccuracies.of(queries, outcomes);
    List<Row> rows = new ArrayList<>();
    for (int model = 0; model < outcomes.pool().size(); model++) {
      rows.add(row(model, outcomes.pool().name(model), accuracies.means()));
    }
    // NaN sorts last.
    rows.sort(Comparator.comparingDouble(Row::averageRank).thenComparingInt(Row::model));
    return new ModelDominance(accuracies.tasks().size(), rows);
  }

  /** The row of the model with the lowest average rank. */
  public Row leader() {
    return models.get(0);
  }

  private static Row row(int model, String name, List<double[]> means) {
    double ranks = 0;
    int tasks = 0;
    double firstPlaces = 0;
    for (double[] accuracies : means) {
      double own = accuracies[model];
      if (!Double.isNaN(own)) {
        int better = count(accuracies, other -> other > own);
        int equal = count(accuracies, other -> other == own);
        ranks += better + (equal + 1) / 2.0;
        tasks++;
        firstPlaces += better == 0 ? 1.0 / equal : 0;
      }
    }
    return new Row(model, name, ranks / tasks, tasks, firstPlaces);
  }

  private static int count(double[] values, DoublePredicate test) {
    return (int) IntStream.range(0, values.length).filter(i -> test.test(values[i])).count();
  }
}
