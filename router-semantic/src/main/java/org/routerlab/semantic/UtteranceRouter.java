package org.routerlab.semantic;

import java.util.Arrays;
import org.routerlab.core.EmbeddedQueries;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;

/** Scores a model by the most similar of its routes. */
final class UtteranceRouter implements ScoringRouter {

  private final UtteranceIndex index;
  private final int[] modelOfRoute;
  private final int bestSingle;
  private final int models;
  private final float threshold;
  private final float noRoute;

  /**
   * A router over some models.
   *
   * @param bestSingle answers where no route is chosen
   */
  UtteranceRouter(UtteranceIndex index, int[] modelOfRoute, int bestSingle, int models) {
    this.index = index;
    this.modelOfRoute = modelOfRoute;
    this.bestSingle = bestSingle;
    this.models = models;
    this.threshold = (float) index.routes().threshold();
    this.noRoute = (float) Math.min(UtteranceMatching.NO_ROUTE, lowest(index.routes()) - 1);
  }

  private static double lowest(RouteSet routes) {
    double weight = routes.routes().stream().mapToDouble(Route::weight).min().orElse(0);
    return Math.min(0, weight) - routes.similarity().highest();
  }

  @Override
  public FloatMatrix predict(EmbeddedQueries queries) {
    FloatMatrix similarities = index.similarities(queries);
    float[] scores = new float[Math.multiplyExact(queries.size(), models)];
    Arrays.fill(scores, noRoute);
    for (int row = 0; row < queries.size(); row++) {
      float[] ofRoutes = similarities.row(row);
      int chosen = raise(ofRoutes);
      for (int route = 0; route < ofRoutes.length; route++) {
        int cell = row * models + modelOfRoute[route];
        scores[cell] = Math.max(scores[cell], ofRoutes[route]);
      }
      if (chosen == ChoiceRule.NONE) {
        scores[row * models + bestSingle] = above(ofRoutes);
      }
    }
    return FloatMatrix.wrap(queries.size(), models, scores);
  }

  /** Adds the weights, lets no route score more than the chosen one, and tells which that is. */
  private int raise(float[] similarities) {
    ChoiceRule rule = index.rule();
    int chosen = rule.choose(similarities);
    boolean isReached = rule.bestThatReaches(similarities) >= 0;
    for (int route = 0; route < similarities.length; route++) {
      similarities[route] = rule.value(similarities, route);
    }
    if (chosen == ChoiceRule.NONE) {
      return chosen;
    }
    if (!isReached && chosen == rule.fallback()) {
      similarities[chosen] = above(similarities);
    } else if (max(similarities) > similarities[chosen]) {
      similarities[chosen] = Math.nextUp(max(similarities));
    }
    return chosen;
  }

  /** The threshold, or the next number above all where one is as high. */
  private float above(float[] values) {
    return Math.max(threshold, Math.nextUp(max(values)));
  }

  private static float max(float[] values) {
    float max = values[0];
    for (float value : values) {
      max = Math.max(max, value);
    }
    return max;
  }

  @Override
  public ScoreKind kind() {
    return ScoreKind.SIMILARITY;
  }
}
