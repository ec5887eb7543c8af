package org.routerlab.eval.wrr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;

/**
 * By how much, on every task, the best specialist beats the generalist, averaged over budgets.
 *
 * <p>Within a budget the generalist is the model with the highest mean training score; every other
 * affordable model counts as a specialist. Budgets are the distinct mean training costs; without
 * costs there is one budget that affords all. A budget within which there is no other model, or on
 * a task none that was observed there, does not count. Source: Who Routes the Router, § 4.2.
 *
 * @param budgets ascending; infinite where there are no costs
 * @param generalists the column of the generalist within each budget
 * @param tasks by name
 */
public record SpecialistScores(
    List<Double> budgets, List<Integer> generalists, List<TaskScore> tasks) {

  /** Copies the lists. */
  public SpecialistScores {
    budgets = List.copyOf(budgets);
    generalists = List.copyOf(generalists);
    tasks = List.copyOf(tasks);
  }

  /** What a score says of a task. */
  public enum Band {
    /** Below 0: the generalist suffices. */
    GENERALIST,
    /** In [0, 0.05): a specialist gains little. */
    MARGINAL,
    /** At least 0.05: the task asks for a specialist. */
    SPECIALIST,
    /** There is no score. */
    UNKNOWN;

    /** The score from which on a task asks for a specialist. */
    public static final double SPECIALIST_FROM = 0.05;

    /** The band of a score. */
    public static Band of(double score) {
      if (Double.isNaN(score)) {
        return UNKNOWN;
      }
      return score >= SPECIALIST_FROM ? SPECIALIST : score >= 0 ? MARGINAL : GENERALIST;
    }
  }

  /**
   * A task.
   *
   * @param task the dataset
   * @param queries how many it has
   * @param score the mean of the gains that are numbers; NaN where none is
   * @param gains within each budget, the best specialist's accuracy less the generalist's; NaN
   *     where the budget does not count
   */
  public record TaskScore(String task, int queries, double score, List<Double> gains) {

    /** Copies the gains. */
    public TaskScore {
      Objects.requireNonNull(task, "task");
      gains = List.copyOf(gains);
    }

    /** What the score says of the task. */
    public Band band() {
      return Band.of(score);
    }
  }

  /**
   * The scores with the generalist of each budget chosen on training outcomes.
   *
   * @param train where means and costs are taken from
   * @param queries one a row of {@code measured}; their datasets are the tasks
   * @param measured where accuracies on tasks are taken from; may be {@code train} itself
   */
  public static SpecialistScores of(
      OutcomeTable train, List<Query> queries, OutcomeTable measured) {
    GeneralistBudgets budgets = GeneralistBudgets.of(train);
    ModelRanking ranking = ModelRanking.of(train);
    return of(budgets, budgets.best(ranking), queries, measured);
  }

  /**
   * The scores against one generalist, who is held to be affordable within every budget.
   *
   * @param generalist the column of the model
   */
  public static SpecialistScores against(
      int generalist, OutcomeTable train, List<Query> queries, OutcomeTable measured) {
    Objects.checkIndex(generalist, train.pool().size());
    GeneralistBudgets budgets = GeneralistBudgets.of(train);
    List<Integer> always = budgets.budgets().stream().map(budget -> generalist).toList();
    return of(budgets, always, queries, measured);
  }

  /** The score of every task, by name. */
  public SortedMap<String, Double> byTask() {
    SortedMap<String, Double> scores = new TreeMap<>();
    tasks.forEach(task -> scores.put(task.task(), task.score()));
    return scores;
  }

  /** The tasks by score, highest first; equal ones by name, those without a score last. */
  public List<TaskScore> ranked() {
    return tasks.stream()
        .sorted(
            Comparator.<TaskScore>comparingDouble(task -> -task.score())
                .thenComparing(TaskScore::task))
        .toList();
  }

  /** The number of tasks in a band. */
  public int count(Band band) {
    return (int) tasks.stream().filter(task -> task.band() == band).count();
  }

  private static SpecialistScores of(
      GeneralistBudgets budgets,
      List<Integer> generalists,
      List<Query> queries,
      OutcomeTable measured) {
    TaskAccuracies accuracies = TaskAccuracies.of(queries, measured);
    List<TaskScore> tasks = new ArrayList<>();
    for (int task = 0; task < accuracies.tasks().size(); task++) {
      List<Double> gains = new ArrayList<>();
      for (int step = 0; step < generalists.size(); step++) {
        gains.add(budgets.gain(step, generalists.get(step), accuracies.means().get(task)));
      }
      double score =
          gains.stream()
              .mapToDouble(Double::doubleValue)
              .filter(gain -> !Double.isNaN(gain))
              .average()
              .orElse(Double.NaN);
      tasks.add(
          new TaskScore(
              accuracies.tasks().get(task), accuracies.rows().get(task).length, score, gains));
    }
    return new SpecialistScores(budgets.budgets(), generalists, tasks);
  }
}
