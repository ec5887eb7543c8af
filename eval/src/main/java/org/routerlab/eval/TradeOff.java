package org.routerlab.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.routerlab.core.Decisions;
import org.routerlab.core.Require;

/**
 * Routers and single models by two or three objectives at once: which of them no other beats, and
 * how much of what is attainable they cover.
 *
 * <p>One point dominates another where it is nowhere worse and somewhere better; equal points do
 * not dominate each other. The front is among all single models and all deployable routers; a
 * router with hindsight is placed but neither on the front nor in anyone's way, and so is a point
 * with an unknown value. The hypervolume of points is the share of the box from the worst to the
 * ideal values of a {@link TradeOffFrame} that at least one of them dominates, exactly: 0 where
 * none is better than the worst single model in every objective, at most 1. The frame stays as it
 * is on resamples. Hypervolumes are NaN where worst and ideal agree in an objective, and without
 * rows.
 *
 * <p>A router is placed by what it chooses without a cost weight; {@link OperatingPoints} place it
 * at several. Points are known on the test queries only, so that the front describes and does not
 * select. RouterLab's own; no source defines a joint figure of accuracy, cost and latency. The
 * hypervolume is that of Zitzler and Thiele (1998).
 *
 * @param objectives two or three, by name
 * @param frame what hypervolumes are measured in
 * @param points single models in the order of the pool, then routers in the given order
 * @param hypervolume of all points of the front
 * @param ofSingleModels of the single models alone: what can be had without a router
 * @param gained the former less the latter, at least 0; its interval leans upwards
 */
public record TradeOff(
    List<String> objectives,
    TradeOffFrame frame,
    List<Point> points,
    Estimate hypervolume,
    Estimate ofSingleModels,
    Estimate gained) {

  /**
   * A single model or a router.
   *
   * @param isSingleModel whether it is a model of the pool, called on every query
   * @param isDeployable whether it could be deployed, as all on the front must
   * @param values one an objective, in its unit
   * @param isNonDominated whether it is on the front
   * @param nonDominatedShare the share of resamples on which it is; NaN for one that may not be
   * @param hypervolume of this point alone
   * @param contribution what the hypervolume would lose without it; 0 off the front and for one of
   *     several equal points, NaN for one that may not be on the front
   */
  public record Point(
      String name,
      boolean isSingleModel,
      boolean isDeployable,
      List<Estimate> values,
      boolean isNonDominated,
      double nonDominatedShare,
      Estimate hypervolume,
      Estimate contribution) {

    /** Copies the values. */
    public Point {
      values = List.copyOf(values);
    }
  }

  /** Copies the lists. */
  public TradeOff {
    objectives = List.copyOf(objectives);
    points = List.copyOf(points);
  }

  /** The points of the front, in the order of all points. */
  public List<Point> front() {
    return points.stream().filter(Point::isNonDominated).toList();
  }

  /**
   * Places routers in the {@link TradeOffFrame#of frame of the test set}.
   *
   * @throws IllegalArgumentException on other than two or three objectives
   * @throws IllegalStateException on an objective of cost and a test set without costs
   */
  public static TradeOff of(
      TestSet test, List<RouterRuns> routers, List<Objective> objectives, Bootstrap bootstrap) {
    return of(test, routers, objectives, TradeOffFrame.of(test, objectives), bootstrap);
  }

  /**
   * Places routers, none or more, and the models of the pool.
   *
   * @throws IllegalArgumentException on other than two or three objectives, and on a frame of
   *     another number of them or with an ideal that is worse than the worst
   * @throws IllegalStateException on an objective of cost and a test set without costs; {@link
   *     Objective#cost} does not give one for such a test set
   */
  public static TradeOff of(
      TestSet test,
      List<RouterRuns> routers,
      List<Objective> objectives,
      TradeOffFrame frame,
      Bootstrap bootstrap) {
    Require.between("objectives", objectives.size(), 2, 3);
    frame.requireDirections(objectives);
    List<RouterRuns> all = Stream.concat(singleModels(test), routers.stream()).toList();
    ColumnIndex index = new ColumnIndex();
    List<Statistic> statistics = new ArrayList<>();
    for (RouterRuns runs : all) {
      objectives.forEach(each -> statistics.add(Statistic.of(runs, each.metric(), index)));
    }
    Resampled resampled = bootstrap.resample(test, statistics, index);
    return new TradeOffMeasurement(test, all, objectives, frame, resampled, bootstrap).tradeOff();
  }

  private static Stream<RouterRuns> singleModels(TestSet test) {
    return IntStream.range(0, test.pool().size())
        .mapToObj(
            model ->
                RouterRuns.of(
                    new Evaluation(
                        test.pool().name(model),
                        test,
                        false,
                        new FixedPolicy(Decisions.constant(test.size(), model)))));
  }
}
