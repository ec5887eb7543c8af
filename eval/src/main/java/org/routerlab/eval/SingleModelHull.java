package org.routerlab.eval;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;

/** Which single models one would mix: those on the upper hull of mean cost and mean score. */
final class SingleModelHull {

  private SingleModelHull() {}

  /** By training outcomes. A model never seen in training is not among them. */
  static int[] ofTraining(TestSet test) {
    int[] seen =
        IntStream.range(0, test.pool().size())
            .filter(model -> !Double.isNaN(test.trainMean(model)))
            .toArray();
    return hull(test.ranking(), seen, test::trainMeanCost, test::trainMean);
  }

  /** The models on the hull by growing cost; of several at one place the first by the ranking. */
  private static int[] hull(
      ModelRanking ranking, int[] models, IntToDoubleFunction cost, IntToDoubleFunction score) {
    double[] costs = IntStream.of(models).mapToDouble(cost).toArray();
    double[] scores = IntStream.of(models).mapToDouble(score).toArray();
    Frontier hull = Frontier.of(costs, scores).hull();
    double[] hullCosts = hull.costs();
    double[] hullScores = hull.scores();
    return IntStream.range(0, hullCosts.length)
        .map(
            point ->
                IntStream.range(0, ranking.size())
                    .map(ranking::model)
                    .filter(model -> cost.applyAsDouble(model) == hullCosts[point])
                    .filter(model -> score.applyAsDouble(model) == hullScores[point])
                    .findFirst()
                    .orElseThrow())
        .toArray();
  }

  /**
   * The points that {@code models} realise on test, as far as they are on their hull.
   *
   * @param test with costs, and so with rows
   */
  static Curve realised(String name, TestSet test, int[] models, Bootstrap bootstrap) {
    double[] costs = new double[test.pool().size()];
    double[] scores = new double[costs.length];
    for (int row = 0; row < test.size(); row++) {
      for (int model : models) {
        costs[model] += test.cost(row, model);
        scores[model] += test.score(row, model);
      }
    }
    for (int model : models) {
      costs[model] /= test.size();
      scores[model] /= test.size();
    }
    List<CurvePoint> points =
        Arrays.stream(hull(test.ranking(), models, m -> costs[m], m -> scores[m]))
            .mapToObj(m -> new CurvePoint(costs[m], costs[m], accuracy(test, m, bootstrap)))
            .toList();
    return new Curve(name, "cost", points);
  }

  private static Estimate accuracy(TestSet test, int model, Bootstrap bootstrap) {
    Policy always = new FixedPolicy(Decisions.constant(test.size(), model));
    Evaluation single = new Evaluation(test.pool().name(model), test, false, always);
    return bootstrap.estimate(RouterRuns.of(single), Metrics.accuracy());
  }
}
