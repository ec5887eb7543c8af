package org.routerlab.eval;

import java.util.ArrayList;
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
 * @param calibratedSeeds the same runs with calibrated predictions; empty for a router that stands
 *     for itself, as its predictions are on the scale of accuracy or it has none
 */
public record RouterRuns(String router, List<Evaluation> seeds, List<Evaluation> calibratedSeeds) {

  /** Rejects no evaluation at all, and evaluations on several test sets. */
  public RouterRuns {
    Objects.requireNonNull(router, "router");
    seeds = List.copyOf(seeds);
    calibratedSeeds = List.copyOf(calibratedSeeds);
    if (seeds.isEmpty()) {
      throw new IllegalArgumentException("router " + router + " must have at least one evaluation");
    }
    if (!calibratedSeeds.isEmpty() && calibratedSeeds.size() != seeds.size()) {
      throw new IllegalArgumentException(
          "router "
              + router
              + " must have as many calibrated evaluations as others but has "
              + calibratedSeeds.size()
              + " and "
              + seeds.size());
    }
    TestSet test = seeds.get(0).test();
    List<Evaluation> all = new ArrayList<>(seeds);
    all.addAll(calibratedSeeds);
    if (all.stream().anyMatch(evaluation -> evaluation.test() != test)) {
      throw new IllegalArgumentException(
          "the evaluations of router " + router + " must be on one test set");
    }
  }

  /** Runs that stand for themselves where calibrated predictions are asked for. */
  public RouterRuns(String router, List<Evaluation> seeds) {
    this(router, seeds, List.of());
  }

  /** A router that was trained once. */
  public static RouterRuns of(Evaluation evaluation) {
    return new RouterRuns(evaluation.router(), List.of(evaluation));
  }

  /** The runs with calibrated predictions; these runs themselves where there are none. */
  public RouterRuns calibrated() {
    return calibratedSeeds.isEmpty() ? this : new RouterRuns(router, calibratedSeeds);
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
