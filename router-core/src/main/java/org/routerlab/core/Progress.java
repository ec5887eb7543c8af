package org.routerlab.core;

/** Hears how far a long task has come; must be thread-safe and fast. */
@FunctionalInterface
public interface Progress {

  /** Hears nothing. */
  Progress NONE = (task, done, total) -> {};

  /**
   * Reports the state of a task.
   *
   * @param task what is being done, such as {@code embedding with all-minilm-l6-v2}
   * @param done how many items are finished
   * @param total how many there are
   */
  void update(String task, long done, long total);
}
