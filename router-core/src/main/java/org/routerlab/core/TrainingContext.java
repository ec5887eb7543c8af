package org.routerlab.core;

import java.util.Objects;
import org.routerlab.core.embedding.Encoder;

/**
 * What a routing method is given besides data.
 *
 * @param seed the source of all randomness of this training
 * @param encoder the encoder that made the embeddings, for texts of the method's own
 */
public record TrainingContext(Seed seed, Encoder encoder) {

  /** Rejects nulls. */
  public TrainingContext {
    Objects.requireNonNull(seed, "seed");
    Objects.requireNonNull(encoder, "encoder");
  }
}
