package org.routerlab.eval;

import java.util.Optional;
import java.util.function.Supplier;

/** A value computed when first asked for, once. */
final class Lazy<T> implements Supplier<T> {

  private final Supplier<T> source;
  private volatile Optional<T> value = Optional.empty();

  Lazy(Supplier<T> source) {
    this.source = source;
  }

  @Override
  public T get() {
    if (value.isEmpty()) {
      synchronized (this) {
        if (value.isEmpty()) {
          value = Optional.of(source.get());
        }
      }
    }
    return value.get();
  }
}
