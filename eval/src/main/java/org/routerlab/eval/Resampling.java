package org.routerlab.eval;

/** What a bootstrap resample keeps as it is. */
public enum Resampling {
  /** The number of queries. The default. */
  QUERIES,
  /** The number of queries of each dataset: queries are drawn within their dataset. */
  WITHIN_DATASETS
}
