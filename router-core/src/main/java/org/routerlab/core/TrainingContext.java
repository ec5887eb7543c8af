package org.routerlab.core;

import java.util.Objects;
import java.util.function.Supplier;
import org.routerlab.core.embedding.Encoder;

/**
 * What a routing method is given besides data.
 *
 * @param seed the source of all randomness of this training
 * @param encoder the encoder that made the embeddings, for texts of the method's own
 * @param shared what other trainings on the same data computed already
 */
public record TrainingContext(Seed seed, Encoder encoder, Shared shared) {

  /** Rejects nulls. */
  public TrainingContext {
    Objects.requireNonNull(seed, "seed");
    Objects.requireNonNull(encoder, "encoder");
    Objects.requireNonNull(shared, "shared");
  }

  /** The context of a training that shares nothing. */
  public TrainingContext(Seed seed, Encoder encoder) {
    this(seed, encoder, new Shared());
  }

  /** The result of {@code key} on {@code data}, computed once; see {@link Shared#get}. */
  public <T> T shared(Object data, Object key, Supplier<T> compute) {
    return shared.get(data, key, compute);
  }
}
