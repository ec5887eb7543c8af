package org.routerlab.core;

import org.routerlab.core.matrix.FloatMatrix;

/**
 * A trained router, or a part of one, that predicts what a query will cost before it is sent.
 *
 * <p>Where a router implements this, selection under a cost weight uses these costs in place of the
 * models' mean training costs.
 */
public interface CostPredictor {

  /** Queries × models: expected costs in the unit of the training table, finite, at least 0. */
  FloatMatrix predictCosts(EmbeddedQueries queries);
}
