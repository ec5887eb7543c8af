package org.routerlab.core.embedding;

import java.util.List;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * Turns texts into embeddings: vectors whose dot product tells how alike two texts are.
 *
 * <p>The embedding of a text depends on the text alone, not on the other texts of the call or their
 * order. Implementations are safe to use from several threads.
 */
public interface Encoder {

  /** What decides the embeddings: model, pooling, maximum length and so on. */
  EncoderIdentity identity();

  /** The length of an embedding. */
  int dimension();

  /**
   * Embeds texts.
   *
   * @return texts × dimension, in the order given; equal texts have equal rows
   * @throws EncoderException where the encoder cannot be reached or returns nonsense
   */
  FloatMatrix embed(List<String> texts);
}
