package org.routerlab.eval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * How much less a router does what the heuristic does, once the pool or the queries have changed:
 * agreement after, less agreement before.
 *
 * <p>Each pool has its own heuristic, chosen on its own training outcomes. Source: Who Routes the
 * Router, § 4.3 and Table 4, where pseudo-specialists join the pool.
 *
 * @param router its name
 * @param task the dataset of the queries; {@code all} for all of them
 * @param before the agreement before, a fraction
 * @param after the agreement after, a fraction
 * @param change after less before, in percentage points; negative where the router has come to
 *     choose for itself
 * @param paired whether both are on the same queries and share the resamples; otherwise each has
 *     resamples of its own
 */
public record AgreementChange(
    String router, String task, Estimate before, Estimate after, Estimate change, boolean paired) {

  /** Rejects nulls. */
  public AgreementChange {
    Objects.requireNonNull(router, "router");
    Objects.requireNonNull(task, "task");
  }

  /**
   * Compares two trainings of a router by {@link Metrics#budgetHeuristicAgreement()}, or, where
   * either has no costs or cannot be held to a budget, by {@link Metrics#heuristicAgreement()}.
   *
   * @param tasks datasets to look at besides all queries; one without test queries has no value
   * @return all queries first, then the tasks by name
   */
  public static List<AgreementChange> of(
      RouterRuns before, RouterRuns after, Collection<String> tasks, Bootstrap bootstrap) {
    boolean budgets = obeysBudgets(before) && obeysBudgets(after);
    Metric agreement = budgets ? Metrics.budgetHeuristicAgreement() : Metrics.heuristicAgreement();
    return of(agreement, before, after, tasks, bootstrap);
  }

  /** The same by any metric of a fraction of the queries. */
  public static List<AgreementChange> of(
      Metric agreement,
      RouterRuns before,
      RouterRuns after,
      Collection<String> tasks,
      Bootstrap bootstrap) {
    List<AgreementChange> changes = new ArrayList<>();
    changes.add(of(QuerySubset.ALL, agreement, agreement, before, after, bootstrap));
    for (String task : new TreeSet<>(tasks)) {
      changes.add(
          of(
              task,
              agreement.on(subset(before.test(), task)),
              agreement.on(subset(after.test(), task)),
              before,
              after,
              bootstrap));
    }
    return List.copyOf(changes);
  }

  private static AgreementChange of(
      String task,
      Metric metricBefore,
      Metric metricAfter,
      RouterRuns before,
      RouterRuns after,
      Bootstrap bootstrap) {
    boolean paired = before.test().hasQueriesOf(after.test());
    Resampled first;
    Resampled second;
    if (paired) {
      ColumnIndex index = new ColumnIndex();
      List<Statistic> both =
          List.of(
              Statistic.of(before, metricBefore, index), Statistic.of(after, metricAfter, index));
      Resampled resampled = bootstrap.resample(after.test(), both, index);
      first = resampled.only(0);
      second = resampled.only(1);
    } else {
      first = alone(before, metricBefore, bootstrap, "agreement before");
      second = alone(after, metricAfter, bootstrap, "agreement after");
    }
    int n = metricAfter.queries(after.test());
    double confidence = bootstrap.confidence();
    return new AgreementChange(
        after.router(),
        task,
        first.estimate(0, confidence, metricBefore.queries(before.test())),
        second.estimate(0, confidence, n),
        first.beside(second).difference(1, 0, confidence, n).times(100),
        paired);
  }

  private static Resampled alone(
      RouterRuns runs, Metric metric, Bootstrap bootstrap, String stream) {
    Bootstrap own =
        new Bootstrap(
            bootstrap.resamples(),
            bootstrap.confidence(),
            bootstrap.seed().derive(stream),
            bootstrap.resampling());
    ColumnIndex index = new ColumnIndex();
    return own.resample(runs.test(), List.of(Statistic.of(runs, metric, index)), index);
  }

  private static boolean obeysBudgets(RouterRuns runs) {
    return runs.test().hasCosts() && runs.seeds().stream().allMatch(Evaluation::obeysBudgets);
  }

  private static QuerySubset subset(TestSet test, String task) {
    return test.subset("dataset/" + task, query -> query.dataset().equals(task));
  }
}
