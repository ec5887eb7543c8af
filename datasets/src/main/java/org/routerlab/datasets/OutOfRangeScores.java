package org.routerlab.datasets;

/** What a loader does with a score outside [0, 1]. */
public enum OutOfRangeScores {
  /** It is an error. */
  REJECT,
  /** It counts as the nearer of 0 and 1; the provenance says how many did. */
  CLIP
}
