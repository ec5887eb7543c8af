package org.routerlab.semantic;

/** How routes get their models where the configuration does not name them. */
public enum RouteAssignment {
  /** By name where the pool has a model of every route's name, else by outcomes. */
  AUTOMATIC,
  /** The model that is called as the route is. */
  NAMES,
  /**
   * The model with the highest mean score on the training queries that the utterances send to the
   * route; ties as {@link org.routerlab.core.ModelRanking} decides them. A route that no training
   * query goes to gets the best single model.
   */
  OUTCOMES
}
