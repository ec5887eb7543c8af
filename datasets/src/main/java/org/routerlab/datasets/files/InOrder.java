package org.routerlab.datasets.files;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads files two at a time and hands over what was read in the order of the files, so that the
 * result does not depend on which was read first.
 */
public final class InOrder {

  private static final int THREADS = 2;

  /** One more than is read, so that no thread waits for what is handed over. */
  private static final int AHEAD = THREADS + 1;

  private InOrder() {}

  /**
   * Feeds what {@code read} makes of every file to {@code consumer}, which runs on this thread. At
   * most four results are held at once. The first error by the order of the files ends it.
   */
  public static <F, T> void forEach(List<F> files, Function<F, T> read, Consumer<T> consumer) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      Queue<Future<T>> pending = new ArrayDeque<>();
      Iterator<F> next = files.iterator();
      while (next.hasNext() || !pending.isEmpty()) {
        while (next.hasNext() && pending.size() < AHEAD) {
          F file = next.next();
          pending.add(threads.submit(() -> read.apply(file)));
        }
        consumer.accept(result(pending.remove()));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while files were read", e);
    }
  }
}
