package org.routerlab.testkit;

import org.routerlab.core.EmbeddedQueries;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.RoutingData;
import org.routerlab.core.matrix.FloatMatrix;

/** Hashes of data, to tell whether somebody changed it. */
final class Fingerprints {

  private Fingerprints() {}

  static long of(RoutingData data) {
    OutcomeTable outcomes = data.outcomes();
    long hash = 31 * of(data.queries()) + of(outcomes.scores());
    return outcomes.hasCosts() ? 31 * hash + of(outcomes.costs()) : hash;
  }

  static long of(EmbeddedQueries queries) {
    return 31L * queries.queries().hashCode() + of(queries.embeddings());
  }

  private static long of(FloatMatrix matrix) {
    long hash = 1;
    float[] values = new float[matrix.columns()];
    for (int row = 0; row < matrix.rows(); row++) {
      matrix.copyRow(row, values, 0);
      for (float value : values) {
        hash = 1_000_003 * hash + Float.floatToRawIntBits(value);
      }
    }
    return hash;
  }
}
