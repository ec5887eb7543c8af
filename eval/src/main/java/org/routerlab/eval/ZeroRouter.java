package org.routerlab.eval;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.routerlab.eval.Frontier.Interpolation;

/**
 * What routers are worth above no learning at all: the zero router draws, for every query alike,
 * between two single models, and so attains the upper hull of their points (mean cost, accuracy).
 *
 * <p>The deployable zero router mixes the models on the hull of training means; the points are
 * those that they realise on test queries, and of these the hull once more, so that a model that
 * did badly on test is not held against it and gains of routers are rather under- than overstated.
 * With hindsight it mixes any models of the pool by what they realise. On a resample the training
 * hull stays, and points and their hull are taken anew. Below its cheapest point the zero router
 * counts as accurate as there. All metrics need costs.
 */
public final class ZeroRouter {

  private static final String SOURCE = "arXiv 2403.12031 (Zero router)";

  /** Where the sums of the router's curve begin, and those of the models that are mixed. */
  private static final int CURVE = 4;

  private static final int MIXED = CURVE + LambdaCurve.COLUMNS;

  private ZeroRouter() {}

  /** All metrics of this class. */
  public static List<Metric> metrics() {
    return List.of(gain(), area(), gainInHindsight(), areaInHindsight());
  }

  /**
   * {@code gain-over-zero-router}: the greatest accuracy of a router above the zero router at equal
   * cost, over the weights λ.
   *
   * <p>In [−1, 1]; higher is better, at most 0 for a router that no weight makes worth its cost. λ
   * is picked on the queries themselves, so its interval leans upwards. NaN where no model was seen
   * in training. Source: RouterBench; cascade routing (arXiv 2410.10347) reports such a gain.
   */
  public static SetMetric gain() {
    return metric(
        gainDefinition("gain-over-zero-router", "models of the hull of training means"),
        SingleModelHull::ofTraining,
        ZeroRouter::gain);
  }

  /**
   * {@code area-over-zero-router}: the mean accuracy of a router above the zero router, over the
   * costs from the zero router's least to mean_i max_m c.
   *
   * <p>In [−1, 1]; higher is better. The router's curve is its non-dominated points over 99 weights
   * λ joined by straight lines; where it starts later it begins at the zero router's first point,
   * since it could call that model too, and its last accuracy is carried on. NaN where no model
   * costs more than that point, and where none was seen in training. Source: RouterBench for the
   * zero router.
   */
  public static SetMetric area() {
    return metric(
        areaDefinition("area-over-zero-router", "models of the hull of training means"),
        SingleModelHull::ofTraining,
        ZeroRouter::area);
  }

  /**
   * {@code gain-over-zero-router-test}: {@link #gain} over the zero router with hindsight, the hull
   * of all single models on test.
   *
   * <p>In [−1, 1]; higher is better. Source: RouterBench.
   */
  public static SetMetric gainInHindsight() {
    return metric(
        gainDefinition("gain-over-zero-router-test", "all models")
            .variantOf("gain-over-zero-router"),
        SingleModels::all,
        ZeroRouter::gain);
  }

  /**
   * {@code area-over-zero-router-test}: {@link #area} over the zero router with hindsight, from the
   * least mean cost of a single model on.
   *
   * <p>In [−1, 1]; higher is better. Source: RouterBench.
   */
  public static SetMetric areaInHindsight() {
    return metric(
        areaDefinition("area-over-zero-router-test", "all models")
            .variantOf("area-over-zero-router"),
        SingleModels::all,
        ZeroRouter::area);
  }

  /**
   * The models that the zero router mixes, by growing realised cost, as the points of a curve
   * called {@code zero-router}; straight lines between them are its mixtures. Where a point stands
   * on the axis is its cost. No points on a test set without costs or without complete rows.
   */
  public static Curve curve(TestSet test, Bootstrap bootstrap) {
    return realised("zero-router", test, SingleModelHull::ofTraining, bootstrap);
  }

  /** As {@link #curve}, with hindsight: {@code zero-router-test}. */
  public static Curve curveInHindsight(TestSet test, Bootstrap bootstrap) {
    return realised("zero-router-test", test, SingleModels::all, bootstrap);
  }

  private static Curve realised(
      String name, TestSet test, Function<TestSet, int[]> models, Bootstrap bootstrap) {
    return test.hasCosts()
        ? SingleModelHull.realised(name, test, models.apply(test), bootstrap)
        : new Curve(name, "cost", List.of());
  }

  private static SetMetric metric(
      MetricDefinition definition, Function<TestSet, int[]> models, ToDoubleFunction<double[]> of) {
    return SetMetric.of(
        definition,
        evaluation -> {
          TestSet test = evaluation.test();
          int[] mixed = models.apply(test);
          List<Column> columns = LambdaCurve.bounds(test);
          columns.addAll(LambdaCurve.columns(evaluation));
          columns.addAll(SingleModels.costs(test, mixed));
          columns.addAll(SingleModels.scores(test, mixed));
          return columns;
        },
        sums -> sums.length > MIXED && sums[0] > 0 ? of.applyAsDouble(sums) : Double.NaN);
  }

  private static double gain(double[] sums) {
    Frontier zero = zero(sums);
    SweepPoints points = LambdaCurve.points(sums, CURVE, sums[0]);
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < points.costs().length; i++) {
      greatest = Math.max(greatest, points.accuracies()[i] - zero.at(points.costs()[i]));
    }
    return greatest;
  }

  private static double area(double[] sums) {
    Frontier zero = zero(sums);
    double low = zero.leastCost();
    double high = sums[2] / sums[0];
    if (!(high > low)) {
      return Double.NaN;
    }
    Frontier router = LambdaCurve.frontier(sums, CURVE, sums[0]);
    if (router.leastCost() > low) {
      router = router.from(low, zero.leastScore());
    }
    double above =
        router.area(low, high, Interpolation.LINEAR) - zero.area(low, high, Interpolation.LINEAR);
    return above / (high - low);
  }

  private static Frontier zero(double[] sums) {
    int models = (sums.length - MIXED) / 2;
    double[] costs = new double[models];
    double[] scores = new double[models];
    for (int i = 0; i < models; i++) {
      costs[i] = sums[MIXED + i] / sums[0];
      scores[i] = sums[MIXED + models + i] / sums[0];
    }
    return Frontier.of(costs, scores).hull();
  }

  private static MetricDefinition gainDefinition(String name, String models) {
    return new MetricDefinition(
            name,
            "fraction",
            Better.HIGHER,
            true,
            "max over lambda of A_lambda - Z(mean cost of lambda), Z the upper hull of "
                + models
                + " on test; the point is picked on the test queries",
            SOURCE)
        .in("[-1, 1]")
        .undefined("where no model was seen in training");
  }

  private static MetricDefinition areaDefinition(String name, String models) {
    return new MetricDefinition(
            name,
            "fraction",
            Better.HIGHER,
            true,
            "mean over costs c from the first point of Z to mean_i max_m c of A(c) - Z(c), Z the"
                + " upper hull of "
                + models
                + " on test",
            SOURCE)
        .in("[-1, 1]")
        .undefined("where no model costs more than the first point, or none was seen in training");
  }
}
