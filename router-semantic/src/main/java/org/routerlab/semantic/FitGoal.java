package org.routerlab.semantic;

/** What thresholds are fitted for. */
public enum FitGoal {
  /** Nothing: thresholds stay as they are. */
  NONE,
  /** The share of queries that are routed right. */
  ACCURACY,
  /** The mean over the right routes of the share of their queries that are routed right. */
  MACRO_AVERAGE
}
