package org.routerlab.semantic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.routerlab.core.ModelPool;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.RoutingData;
import org.routerlab.core.matrix.FloatMatrix;

/** Decides which model answers the queries of each route. */
final class RouteModels {

  private RouteModels() {}

  /** The models that the configuration names, and for the other routes those of the assignment. */
  static int[] assign(
      RouteSet routes,
      Map<String, String> named,
      RouteAssignment assignment,
      OutcomeTable train,
      FloatMatrix similarities) {
    List<String> open = routes.names().stream().filter(route -> !named.containsKey(route)).toList();
    int[] models =
        isByName(assignment, open, train.pool())
            ? routes.names().stream()
                .mapToInt(route -> open.contains(route) ? train.pool().indexOf(route) : -1)
                .toArray()
            : byOutcomes(routes, train, similarities);
    for (int route = 0; route < models.length; route++) {
      String model = named.get(routes.names().get(route));
      if (model != null) {
        models[route] = train.pool().indexOf(model);
      }
    }
    return models;
  }

  private static boolean isByName(RouteAssignment assignment, List<String> routes, ModelPool pool) {
    return switch (assignment) {
      case NAMES -> true;
      case OUTCOMES -> false;
      case AUTOMATIC -> pool.names().containsAll(routes);
    };
  }

  private static int[] byOutcomes(RouteSet routes, OutcomeTable train, FloatMatrix similarities) {
    ModelRanking ranking = ModelRanking.of(train);
    ChoiceRule rule = new ChoiceRule(routes);
    List<List<Integer>> rows = new ArrayList<>();
    routes.routes().forEach(route -> rows.add(new ArrayList<>()));
    for (int row = 0; row < train.size(); row++) {
      int route = rule.choose(similarities.row(row));
      if (route != ChoiceRule.NONE) {
        rows.get(route).add(row);
      }
    }
    return rows.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .mapToInt(ofRoute -> best(train.selectRows(ofRoute).meanScores(), ranking))
        .toArray();
  }

  /**
   * The routes with thresholds fitted on queries with outcomes: a route is right if its model is
   * among the best of the routes' models. Queries on which these do not differ say nothing.
   */
  static RouteSet fit(UtteranceIndex index, int[] models, RoutingData data, FitGoal goal) {
    List<Integer> rows = new ArrayList<>();
    List<boolean[]> isRight = new ArrayList<>();
    for (int row = 0; row < data.size(); row++) {
      boolean[] best = best(data.outcomes(), row, models);
      if (best.length > 0) {
        rows.add(row);
        isRight.add(best);
      }
    }
    int[] some = rows.stream().mapToInt(Integer::intValue).toArray();
    FloatMatrix similarities = index.similarities(data.queries().selectRows(some));
    return ThresholdFit.of(index.routes(), similarities, isRight.toArray(boolean[][]::new), goal)
        .routes();
  }

  /** For no route and for each: whether its model is among the best; empty where all are equal. */
  private static boolean[] best(OutcomeTable outcomes, int row, int[] models) {
    float[] scores = new float[models.length];
    float highest = Float.NEGATIVE_INFINITY;
    float lowest = Float.POSITIVE_INFINITY;
    for (int route = 0; route < models.length; route++) {
      scores[route] = outcomes.scores().get(row, models[route]);
      if (!Float.isNaN(scores[route])) {
        highest = Math.max(highest, scores[route]);
        lowest = Math.min(lowest, scores[route]);
      }
    }
    if (!(highest > lowest)) {
      return new boolean[0];
    }
    boolean[] isBest = new boolean[models.length + 1];
    for (int route = 0; route < models.length; route++) {
      isBest[route + 1] = scores[route] == highest;
    }
    return isBest;
  }

  /**
   * The highest mean; NaN, where nothing was observed, is below all, so none at all is best single.
   */
  private static int best(double[] means, ModelRanking ranking) {
    return IntStream.range(0, ranking.size())
        .map(ranking::model)
        .reduce((best, model) -> isHigher(means[model], means[best]) ? model : best)
        .orElseThrow();
  }

  private static boolean isHigher(double mean, double best) {
    return mean > best || (Double.isNaN(best) && !Double.isNaN(mean));
  }
}
