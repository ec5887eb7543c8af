package org.routerlab.datasets;

import java.util.List;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * How many tokens each model read and wrote on each query.
 *
 * @param input queries × models, at least 0, NaN where unknown
 * @param output the same shape
 */
public record TokenCounts(FloatMatrix input, FloatMatrix output) {

  /** The counts of the given rows, in that order, as a view. */
  public TokenCounts selectRows(int[] rows) {
    return new TokenCounts(input.selectRows(rows), output.selectRows(rows));
  }

  /**
   * What the calls cost, in US dollars: queries × models, NaN where a count is.
   *
   * @param prices a model each, in the order of the columns
   */
  public FloatMatrix costs(List<Price> prices) {
    Require.equal("prices", prices.size(), "columns of token counts", input.columns());
    float[] costs = new float[Math.multiplyExact(input.rows(), input.columns())];
    int next = 0;
    for (int row = 0; row < input.rows(); row++) {
      for (int model = 0; model < input.columns(); model++) {
        costs[next++] = (float) prices.get(model).of(input.get(row, model), output.get(row, model));
      }
    }
    return FloatMatrix.wrap(input.rows(), input.columns(), costs);
  }

  void requireShapeOf(OutcomeTable outcomes) {
    for (FloatMatrix counts : new FloatMatrix[] {input, output}) {
      Require.equal("rows of token counts", counts.rows(), "queries", outcomes.size());
      Require.equal("columns of token counts", counts.columns(), "models", outcomes.pool().size());
    }
  }
}
