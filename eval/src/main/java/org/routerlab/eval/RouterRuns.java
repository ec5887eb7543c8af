package org.routerlab.eval;

import java.util.List;
import java.util.Objects;

/**
 * One router in tables: one or more evaluations of it that differ in the training seed alone.
 *
 * <p>Runs count as the mean of their per-query values, so that intervals are over queries and hold
 * for the average run.
 *
 * @param router its name in tables
 * @param seeds at least one, all on the same test set
 */
public record RouterRuns(String router, List<Evaluation> seeds) {

  /** Rejects no evaluation at all, and evaluations on several test sets. */
  public RouterRuns {
    Objects.requireNonNull(router, "router");
    seeds = List.copyOf(seeds);
    if (seeds.isEmpty()) {
      throw new IllegalArgumentException("router " + router + " must have at least one evaluation");
    }
    TestSet test = seeds.get(0).test();
    if (seeds.stream().anyMatch(evaluation -> evaluation.test() != test)) {
      throw new IllegalArgumentException(
          "the evaluations of router " + router + " must be on one test set");
    }
  }

  /** A router that was trained once. */
  public static RouterRuns of(Evaluation evaluation) {
    return new RouterRuns(evaluation.router(), List.of(evaluation));
  }

  /** What all runs were evaluated on. */
  public TestSet test() {
    return seeds.get(0).test();
  }

  /** Whether every run could be deployed. */
  public boolean isDeployable() {
    return seeds.stream().allMatch(Evaluation::isDeployable);
  }
}
