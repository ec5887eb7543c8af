package org.routerlab.learned.djl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.routerlab.core.EmbeddedQueries;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.engine.PoolOrder;
import org.routerlab.learned.engine.Standardiser;

/**
 * A trained network as a router, in plain Java.
 *
 * @param network standardised embeddings to an output for each model in the order of their names
 */
record FrozenRouter(
    Standardiser standardiser, UnaryOperator<FloatMatrix> network, PoolOrder columns, Output output)
    implements ScoringRouter {

  /** Bounds the memory for hidden layers; a prediction does not depend on it. */
  private static final int ROWS_AT_ONCE = 4096;

  @Override
  public FloatMatrix predict(EmbeddedQueries queries) {
    FloatMatrix embeddings = queries.embeddings();
    List<FloatMatrix> parts = new ArrayList<>();
    int start = 0;
    do {
      int end = Math.min(embeddings.rows(), start + ROWS_AT_ONCE);
      FloatMatrix part = embeddings.selectRows(IntStream.range(start, end).toArray());
      FloatMatrix logits = network.apply(standardiser.apply(part));
      parts.add(columns.restore(output.predictions(logits)));
      start = end;
    } while (start < embeddings.rows());
    return FloatMatrix.concatenate(parts);
  }

  @Override
  public ScoreKind kind() {
    return output.kind();
  }
}
