package org.routerlab.eval;

import java.util.List;

/**
 * How all routers stand against the best by one metric.
 *
 * @param subset {@code all} or the name of a {@link QuerySubset}
 * @param metric its name
 * @param best the deployable router with the best value; of equal ones the first
 * @param differences of every router to the best, in the order of the comparison
 */
public record Standing(String subset, String metric, String best, List<Difference> differences) {

  /**
   * A router's distance to the best router.
   *
   * @param router its name
   * @param isDeployable whether it could be the best: oracles and other hindsight cannot
   * @param estimate the router's value less the best's, with the interval of the paired difference
   */
  public record Difference(String router, boolean isDeployable, Estimate estimate) {

    /** Whether the interval excludes 0, so that the router can be told apart from the best. */
    public boolean separable() {
      return estimate.excludesZero();
    }
  }

  /** Copies the differences. */
  public Standing {
    differences = List.copyOf(differences);
  }

  /**
   * The deployable routers that cannot be told apart from the best, itself among them; routers
   * without a value are left out.
   */
  public List<String> notSeparable() {
    return differences.stream()
        .filter(difference -> difference.isDeployable() && !difference.separable())
        .filter(difference -> !Double.isNaN(difference.estimate().value()))
        .map(Difference::router)
        .toList();
  }
}
