package org.routerlab.semantic;

/** How the similarities of a query to the utterances of a route become one. */
public enum Aggregation {
  /** That of the most similar utterance. */
  MAX,
  /** The mean of the highest few, or of all where there are fewer. */
  MEAN,
  /**
   * The sum of the highest few, not divided: a route with fewer utterances than are summed cannot
   * reach as much as the others.
   */
  SUM
}
