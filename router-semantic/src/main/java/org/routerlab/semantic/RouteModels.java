package org.routerlab.semantic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.routerlab.core.ModelPool;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.OutcomeTable;
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
    List<List<Integer>> rows = new ArrayList<>();
    routes.routes().forEach(route -> rows.add(new ArrayList<>()));
    for (int row = 0; row < train.size(); row++) {
      rows.get(routes.choose(similarities.row(row))).add(row);
    }
    return rows.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .mapToInt(ofRoute -> best(train.selectRows(ofRoute).meanScores(), ranking))
        .toArray();
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
