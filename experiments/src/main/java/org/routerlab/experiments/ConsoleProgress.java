package org.routerlab.experiments;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.routerlab.core.Progress;

/**
 * Shows progress to a person: a bar with rate and time left on a terminal, a plain line every ten
 * seconds elsewhere; nothing for a task that ends within two seconds.
 */
public final class ConsoleProgress implements Progress {

  private static final double SILENT_SECONDS = 2;
  private static final int BAR = 24;

  private final PrintStream out;
  private final boolean terminal;
  private final LongSupplier nanoTime;
  private final Map<String, Task> tasks = new ConcurrentHashMap<>();

  private static final class Task {
    final long start;
    long lastShown;
    long doneAtStart;
    boolean shown;

    Task(long start, long doneAtStart) {
      this.start = start;
      this.lastShown = start;
      this.doneAtStart = doneAtStart;
    }
  }

  /**
   * A progress display.
   *
   * @param terminal whether {@code out} is a terminal that can redraw a line
   * @param nanoTime a clock in nanoseconds; it never influences a result
   */
  public ConsoleProgress(PrintStream out, boolean terminal, LongSupplier nanoTime) {
    this.out = out;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
  }

  @Override
  public synchronized void update(String name, long done, long total) {
    long now = nanoTime.getAsLong();
    Task task = tasks.computeIfAbsent(name, key -> new Task(now, done));
    double seconds = (now - task.start) / 1e9;
    boolean last = done >= total;
    double pause = terminal ? 0.2 : 10;
    boolean due = seconds >= SILENT_SECONDS && (now - task.lastShown) / 1e9 >= pause;
    if (due || (last && task.shown)) {
      show(name, done, total, seconds, done - task.doneAtStart);
      task.lastShown = now;
      task.shown = true;
    }
    if (last) {
      if (task.shown && terminal) {
        out.println();
      }
      tasks.remove(name);
    }
  }

  private void show(String name, long done, long total, double seconds, long advanced) {
    double rate = advanced / seconds;
    String left = rate > 0 ? duration((total - done) / rate) : "?";
    String text =
        String.format(Locale.ROOT, "%s  %,d / %,d  %.1f/s  %s left", name, done, total, rate, left);
    if (terminal) {
      int filled = (int) (BAR * done / Math.max(1, total));
      out.print("\r\u001b[K[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " + text);
      out.flush();
    } else {
      out.println(text);
    }
  }

  private static String duration(double seconds) {
    long whole = Math.round(seconds);
    return whole < 60
        ? whole + " s"
        : whole < 3600
            ? whole / 60 + " min " + whole % 60 + " s"
            : whole / 3600 + " h " + whole % 3600 / 60 + " min";
  }
}
