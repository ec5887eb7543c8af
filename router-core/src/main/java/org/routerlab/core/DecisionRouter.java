package org.routerlab.core;

/** A router that chooses without predicting scores: a constant, a rule, a foreign system. */
public non-sealed interface DecisionRouter extends Router {

  /** Chooses a model for every query; one decision a query. */
  Decisions route(EmbeddedQueries queries);
}
