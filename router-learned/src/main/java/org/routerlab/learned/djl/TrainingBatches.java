package org.routerlab.learned.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.engine.Standardiser;

/** The training queries, cut into batches that are shuffled anew each epoch. */
final class TrainingBatches {

  private final FloatMatrix embeddings;
  private final Standardiser standardiser;
  private final OutcomeTable outcomes;
  private final int batchSize;
  private final SplittableRandom random;
  private final int[] order;

  TrainingBatches(
      FloatMatrix embeddings,
      Standardiser standardiser,
      OutcomeTable outcomes,
      int batchSize,
      Seed seed) {
    this.embeddings = embeddings;
    this.standardiser = standardiser;
    this.outcomes = outcomes;
    this.batchSize = batchSize;
    this.random = seed.stream("shuffle");
    this.order = new int[outcomes.size()];
    Arrays.setAll(order, row -> row);
  }

  /** The number of batches in an epoch. */
  int count() {
    return (order.length + batchSize - 1) / batchSize;
  }

  /** Begins an epoch. */
  void shuffle() {
    for (int last = order.length - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int row = order[last];
      order[last] = order[other];
      order[other] = row;
    }
  }

  /** The rows of a batch of this epoch; the last batch may be smaller. */
  int[] rows(int batch) {
    int start = batch * batchSize;
    return Arrays.copyOfRange(order, start, Math.min(order.length, start + batchSize));
  }

  /** Rows × dimensions, standardised. */
  NDArray inputs(NDManager manager, int[] rows) {
    FloatMatrix inputs = standardiser.apply(embeddings.selectRows(rows));
    return Torch.array(manager, inputs.toArray(), new Shape(rows.length, inputs.columns()));
  }

  /** The outcomes of the rows. */
  Batch batch(NDManager manager, int[] rows) {
    float[] targets = outcomes.scores().selectRows(rows).toArray();
    float[] mask = new float[targets.length];
    for (int i = 0; i < targets.length; i++) {
      if (Float.isNaN(targets[i])) {
        targets[i] = 0;
      } else {
        mask[i] = 1;
      }
    }
    Shape shape = new Shape(rows.length, outcomes.pool().size());
    return new Batch(rows, Torch.array(manager, targets, shape), Torch.array(manager, mask, shape));
  }
}
