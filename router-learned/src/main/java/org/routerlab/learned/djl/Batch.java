package org.routerlab.learned.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * The outcomes a loss compares a network's output with.
 *
 * @param rows the rows of the batch among the training queries
 * @param targets queries of the batch × models: scores in [0, 1]; 0 where not observed
 * @param mask queries of the batch × models: 1 where a score was observed, else 0
 */
public record Batch(int[] rows, NDArray targets, NDArray mask) {

  /**
   * What a loss knows besides scores, for the queries of this batch.
   *
   * @param ofTraining a row for every training query
   * @return queries of the batch × columns of the matrix
   */
  public NDArray gather(FloatMatrix ofTraining) {
    FloatMatrix gathered = ofTraining.selectRows(rows);
    return Torch.array(
        targets.getManager(), gathered.toArray(), new Shape(rows.length, gathered.columns()));
  }
}
