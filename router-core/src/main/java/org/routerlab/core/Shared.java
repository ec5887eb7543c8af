package org.routerlab.core;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * What several trainings on the same data have in common, computed once: indexes of neighbours,
 * clusterings, counts.
 *
 * <p>A result belongs to a data object, told apart by identity, and a key. It must be a function of
 * these two alone, immutable and thread-safe, so that sharing changes no training. Results live as
 * long as this object. Safe to use from several threads: one computes, the others wait.
 */
public final class Shared {

  private final Map<Place, FutureTask<Object>> results = new ConcurrentHashMap<>();

  private record Place(Object data, Object key) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Place place && place.data == data && place.key.equals(key);
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(data) + key.hashCode();
    }
  }

  /**
   * The result of {@code key} on {@code data}.
   *
   * @param data what the result is computed from
   * @param key the kind of result and all settings it depends on; a record of its own
   * @param compute called once for equal keys on the same data
   */
  public <T> T get(Object data, Object key, Supplier<T> compute) {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(key, "key");
    FutureTask<Object> mine = new FutureTask<>(compute::get);
    FutureTask<Object> first = results.putIfAbsent(new Place(data, key), mine);
    if (first == null) {
      mine.run();
    }
    @SuppressWarnings("unchecked") // a key names one kind of result
    T result = (T) await(first == null ? mine : first);
    return result;
  }

  private static Object await(FutureTask<Object> task) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new CompletionException(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
