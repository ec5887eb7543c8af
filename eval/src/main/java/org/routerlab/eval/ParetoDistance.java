package org.routerlab.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How far the configurations of each router are, on average, from the common front of all
 * deployable routers compared and of all single models, in the plane of mean realised cost and
 * accuracy.
 *
 * <p>The configurations of a router are its choices under 99 cost weights; weights that change no
 * query's score or cost count once. Both axes are normalised by the least and the greatest of the
 * points of deployable routers and single models, so that a distance depends on who is compared:
 * the bounds are reported with it, and it is not to be set beside distances of another comparison.
 * The front is the non-dominated of these points joined by straight lines and level from the
 * dearest of them on. A router with hindsight is placed, but sets neither front nor bounds: its
 * configurations beyond the front count with a negative distance. Bounds and front are those of
 * each resample. On a test set without costs or without rows everything is NaN. Source:
 * LLMRouterBench (arXiv 2601.07206) for the name; it gives no normalisation, and this one is
 * RouterLab's.
 *
 * @param routers in the given order
 * @param leastCost of deployable routers and single models, in the unit of the table; 0 on the
 *     normalised axis
 * @param greatestCost of the same; 1 on the normalised axis
 * @param leastAccuracy of the same; 0 on the normalised axis
 * @param greatestAccuracy of the same; 1 on the normalised axis
 */
public record ParetoDistance(
    List<Place> routers,
    double leastCost,
    double greatestCost,
    double leastAccuracy,
    double greatestAccuracy) {

  /** Figures after the distances: the bounds. */
  private static final int BOUNDS = 4;

  /**
   * A router's distance.
   *
   * @param configurations how many different ones its distance is the mean of
   * @param distance in [0, √2] of the normalised plane, without bounds for a router with hindsight;
   *     lower is better
   */
  public record Place(String router, int configurations, Estimate distance) {}

  /** The mean increments of a router's runs at the weights that change something. */
  private record Steps(List<Column> scores, List<Column> costs) {}

  /** Copies the places. */
  public ParetoDistance {
    routers = List.copyOf(routers);
  }

  /** Compares routers on one test set with each other and with every single model. */
  public static ParetoDistance of(TestSet test, List<RouterRuns> routers, Bootstrap bootstrap) {
    if (!test.hasCosts()) {
      return unknown(test, routers);
    }
    List<Steps> steps = routers.parallelStream().map(ParetoDistance::steps).toList();
    List<Column> columns = new ArrayList<>();
    columns.add(Column.constant(test.size(), 1));
    for (int model = 0; model < test.pool().size(); model++) {
      int single = model;
      columns.add(Column.of(test.size(), row -> test.score(row, single)));
      columns.add(Column.of(test.size(), row -> test.cost(row, single)));
    }
    for (Steps ofRouter : steps) {
      columns.addAll(ofRouter.scores());
      columns.addAll(ofRouter.costs());
    }
    int[] sizes = steps.stream().mapToInt(ofRouter -> ofRouter.scores().size()).toArray();
    int models = test.pool().size();
    boolean[] candidates = candidates(routers, models, sizes);
    Resampled resampled =
        JointFigures.of(
            test,
            columns,
            routers.size() + BOUNDS,
            sums -> figures(points(sums, models, sizes), candidates, models, sizes),
            bootstrap);
    List<Place> places = new ArrayList<>();
    for (int router = 0; router < sizes.length; router++) {
      Estimate distance = resampled.estimate(router, bootstrap.confidence(), test.size());
      places.add(new Place(routers.get(router).router(), sizes[router], distance));
    }
    double[] bounds = resampled.values();
    int at = sizes.length;
    return new ParetoDistance(places, bounds[at], bounds[at + 1], bounds[at + 2], bounds[at + 3]);
  }

  /** Which of all points may be on the front: those of single models and deployable routers. */
  private static boolean[] candidates(List<RouterRuns> routers, int models, int[] sizes) {
    boolean[] candidates = new boolean[models + Arrays.stream(sizes).sum()];
    Arrays.fill(candidates, 0, models, true);
    int next = models;
    for (int router = 0; router < sizes.length; router++) {
      Arrays.fill(candidates, next, next + sizes[router], routers.get(router).isDeployable());
      next += sizes[router];
    }
    return candidates;
  }

  /** The points of the single models, then those of each router. */
  private static SweepPoints points(double[] sums, int models, int[] sizes) {
    int count = models + Arrays.stream(sizes).sum();
    double[] costs = new double[count];
    double[] accuracies = new double[count];
    for (int model = 0; model < models; model++) {
      accuracies[model] = sums[1 + 2 * model] / sums[0];
      costs[model] = sums[2 + 2 * model] / sums[0];
    }
    int first = 1 + 2 * models;
    int next = models;
    for (int size : sizes) {
      SweepPoints own = SweepPoints.of(sums, first, size, sums[0]);
      System.arraycopy(own.costs(), 0, costs, next, size);
      System.arraycopy(own.accuracies(), 0, accuracies, next, size);
      first += 2 * size;
      next += size;
    }
    return new SweepPoints(costs, accuracies);
  }

  /** The mean distance of each router, then the bounds. */
  private static double[] figures(
      SweepPoints points, boolean[] candidates, int models, int[] sizes) {
    double[] distances = ParetoFront.distances(points.costs(), points.accuracies(), candidates);
    double[] figures = new double[sizes.length + BOUNDS];
    int next = models;
    for (int router = 0; router < sizes.length; router++) {
      int end = next + sizes[router];
      figures[router] = Arrays.stream(distances, next, end).sum() / sizes[router];
      next = end;
    }
    double[] costs = ParetoFront.only(points.costs(), candidates);
    double[] accuracies = ParetoFront.only(points.accuracies(), candidates);
    figures[sizes.length] = Arrays.stream(costs).min().orElse(Double.NaN);
    figures[sizes.length + 1] = Arrays.stream(costs).max().orElse(Double.NaN);
    figures[sizes.length + 2] = Arrays.stream(accuracies).min().orElse(Double.NaN);
    figures[sizes.length + 3] = Arrays.stream(accuracies).max().orElse(Double.NaN);
    return figures;
  }

  private static Steps steps(RouterRuns runs) {
    TestSet test = runs.test();
    List<Column> scores =
        RunColumns.of(runs, Optional.empty(), run -> run.lambdaSweep().increments(test::score));
    List<Column> costs =
        RunColumns.of(runs, Optional.empty(), run -> run.lambdaSweep().spending(test::cost));
    List<Column> keptScores = new ArrayList<>();
    List<Column> keptCosts = new ArrayList<>();
    for (int step = 0; step < scores.size(); step++) {
      if (step == 0 || !isZero(scores.get(step)) || !isZero(costs.get(step))) {
        keptScores.add(scores.get(step));
        keptCosts.add(costs.get(step));
      }
    }
    return new Steps(keptScores, keptCosts);
  }

  private static boolean isZero(Column column) {
    return Arrays.stream(column.values()).allMatch(value -> value == 0);
  }

  private static ParetoDistance unknown(TestSet test, List<RouterRuns> routers) {
    Estimate none = new Estimate(Double.NaN, Double.NaN, Double.NaN, test.size());
    return new ParetoDistance(
        routers.stream().map(runs -> new Place(runs.router(), 0, none)).toList(),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN);
  }
}
