package org.routerlab.eval;

/** How a ratio of a router to a reference is averaged over datasets. */
public enum Averaging {
  /** A ratio for each dataset, then their mean: every dataset counts by its own scale. */
  MEAN_OF_RATIOS(""),

  /** The mean over datasets of both, then one ratio: hard datasets hardly count. */
  RATIO_OF_MEANS("-ratio-of-means");

  private final String suffix;

  Averaging(String suffix) {
    this.suffix = suffix;
  }

  /** What follows the name of a metric averaged in this way. */
  String suffix() {
    return suffix;
  }
}
