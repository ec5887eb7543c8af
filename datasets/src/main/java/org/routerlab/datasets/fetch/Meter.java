package org.routerlab.datasets.fetch;

import org.routerlab.core.Progress;

/** Counts what has come of all files of a benchmark, for a person who waits. */
final class Meter {

  private static final int KILOBYTE = 1000;

  private final Progress progress;
  private final String task;
  private long total;
  private long before;
  private long shown = -1;

  /** A meter for files of {@code total} bytes, as far as their sizes are known. */
  Meter(Progress progress, String name, long total) {
    this.progress = progress;
    this.task = "fetching " + name + " (kB)";
    this.total = total;
  }

  /** Says that so many bytes of the present file are here. */
  void at(long bytes) {
    long now = (before + bytes) / KILOBYTE;
    if (now != shown) {
      shown = now;
      // Only the end may reach the total: sizes that nobody published may make it too small.
      progress.update(task, now, Math.max(now + 1, total / KILOBYTE));
    }
  }

  /** Says that the present file is here, and whether its size was in the total. */
  void finished(long bytes, boolean known) {
    before += bytes;
    total += known ? 0 : bytes;
  }

  /** Says that all are here. */
  void end() {
    progress.update(task, Math.max(1, before / KILOBYTE), Math.max(1, before / KILOBYTE));
  }
}
