package org.routerlab.datasets.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Closes a stream that brings nothing for too long; a read that waits on it then fails. */
final class StallGuard implements AutoCloseable {

  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(StallGuard::daemon);

  private final long limit;
  private volatile long last = System.nanoTime();
  private volatile boolean stalled;

  StallGuard(Closeable stream, Duration limit) {
    this.limit = limit.toNanos();
    long pause = Math.max(1, limit.toMillis() / 4);
    watch.scheduleWithFixedDelay(() -> check(stream), pause, pause, TimeUnit.MILLISECONDS);
  }

  /** Says that something came. */
  void alive() {
    last = System.nanoTime();
  }

  /** Whether the stream was closed here. */
  boolean isStalled() {
    return stalled;
  }

  private void check(Closeable stream) {
    if (System.nanoTime() - last > limit) {
      stalled = true;
      try {
        stream.close();
      } catch (IOException e) {
        // It is of no use any more either way.
      }
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "stall-guard");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
