package org.routerlab.core;

import java.util.Objects;

/**
 * Queries together with their outcomes: what a routing method may train on.
 *
 * @param queries one a row
 * @param outcomes the same rows
 */
public record RoutingData(EmbeddedQueries queries, OutcomeTable outcomes) {

  /** Rejects outcomes of another number of queries. */
  public RoutingData {
    Objects.requireNonNull(queries, "queries");
    Objects.requireNonNull(outcomes, "outcomes");
    Require.equal("outcome rows", outcomes.size(), "queries", queries.size());
  }

  /** The models, in column order. */
  public ModelPool pool() {
    return outcomes.pool();
  }

  /** The number of queries. */
  public int size() {
    return queries.size();
  }

  /** The given rows, in that order, as a view. */
  public RoutingData selectRows(int[] rows) {
    return new RoutingData(queries.selectRows(rows), outcomes.selectRows(rows));
  }
}
