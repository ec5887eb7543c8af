package org.routerlab.core;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * A router that predicts a score for every model; the choice is made afterwards, so that one
 * prediction serves every budget and cost weight.
 *
 * <p>The prediction for a query depends on that query alone: not on its neighbours in the batch,
 * not on its id, dataset or tags.
 */
public non-sealed interface ScoringRouter extends Router {

  /**
   * Predicts a score for every model on every query.
   *
   * @return queries × models in the column order of the training pool; finite; higher is better
   */
  FloatMatrix predict(EmbeddedQueries queries);

  /** What the predicted scores mean; a probability of a correct answer unless overridden. */
  default ScoreKind kind() {
    return ScoreKind.PROBABILITY;
  }

  /**
   * A router that scores by a function.
   *
   * @param predict as {@link #predict}; must be thread-safe
   */
  static ScoringRouter of(ScoreKind kind, Function<EmbeddedQueries, FloatMatrix> predict) {
    return new ScoringRouter() {
      @Override
      public FloatMatrix predict(EmbeddedQueries queries) {
        return predict.apply(queries);
      }

      @Override
      public ScoreKind kind() {
        return kind;
      }
    };
  }

  /**
   * A router that scores one embedding at a time.
   *
   * @param models the number of models
   * @param score reads an embedding and fills the scores of all models; must be thread-safe
   */
  static ScoringRouter rowWise(int models, ScoreKind kind, BiConsumer<float[], float[]> score) {
    return new ScoringRouter() {
      @Override
      public FloatMatrix predict(EmbeddedQueries queries) {
        float[] embedding = new float[queries.dimension()];
        float[] scores = new float[models];
        float[] all = new float[queries.size() * models];
        for (int row = 0; row < queries.size(); row++) {
          queries.embeddings().copyRow(row, embedding, 0);
          score.accept(embedding, scores);
          System.arraycopy(scores, 0, all, row * models, models);
        }
        return FloatMatrix.wrap(queries.size(), models, all);
      }

      @Override
      public ScoreKind kind() {
        return kind;
      }
    };
  }
}
