package org.routerlab.learned.engine;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.routerlab.core.EmbeddedQueries;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * Lets a training and its router see a function of the embeddings in their place.
 *
 * @param features queries × dimensions to queries × features; each row depends on that row alone,
 *     thread-safe
 */
public record FeatureMap(UnaryOperator<FloatMatrix> features) {

  /** Rejects null. */
  public FeatureMap {
    Objects.requireNonNull(features, "features");
  }

  /** The same outcomes on the features of the queries. */
  public RoutingData apply(RoutingData data) {
    return new RoutingData(apply(data.queries()), data.outcomes());
  }

  private EmbeddedQueries apply(EmbeddedQueries queries) {
    return new EmbeddedQueries(queries.queries(), features.apply(queries.embeddings()));
  }

  /** A router of embeddings that asks a router of features. */
  public ScoringRouter before(ScoringRouter router) {
    return new ScoringRouter() {
      @Override
      public FloatMatrix predict(EmbeddedQueries queries) {
        return router.predict(apply(queries));
      }

      @Override
      public ScoreKind kind() {
        return router.kind();
      }
    };
  }
}
