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
  private final int models;

  UtteranceRouter(UtteranceIndex index, int[] modelOfRoute, int models) {
    this.index = index;
    this.modelOfRoute = modelOfRoute;
    this.models = models;
  }

  @Override
  public FloatMatrix predict(EmbeddedQueries queries) {
    FloatMatrix similarities = index.similarities(queries.embeddings());
    float[] scores = new float[Math.multiplyExact(queries.size(), models)];
    Arrays.fill(scores, UtteranceMatching.NO_ROUTE);
    for (int row = 0; row < queries.size(); row++) {
      float[] ofRoutes = similarities.row(row);
      if (index.routes().fallsBack(ofRoutes)) {
        // No similarity reaches the threshold, so this is the highest score by itself.
        ofRoutes[index.routes().choose(ofRoutes)] = (float) index.routes().threshold();
      }
      for (int route = 0; route < ofRoutes.length; route++) {
        int cell = row * models + modelOfRoute[route];
        scores[cell] = Math.max(scores[cell], ofRoutes[route]);
      }
    }
    return FloatMatrix.wrap(queries.size(), models, scores);
  }

  @Override
  public ScoreKind kind() {
    return ScoreKind.SIMILARITY;
  }
}
