package org.routerlab.eval;

import org.routerlab.core.ModelPool;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.Require;

/**
 * A weak and a strong model between which calls are divided, as columns of the pool.
 *
 * @param weak the column of the one that answers unless it pays to call the other
 * @param strong the column of the other; the same in a pool that offers no pair, where metrics of
 *     the pair are NaN
 */
public record ModelPair(int weak, int strong) {

  /** Rejects columns below 0. */
  public ModelPair {
    Require.between("weak model", weak, 0, Integer.MAX_VALUE);
    Require.between("strong model", strong, 0, Integer.MAX_VALUE);
  }

  /**
   * The pair of two models by name.
   *
   * @throws IllegalArgumentException for a name that the pool has not, and for one name twice
   */
  public static ModelPair of(ModelPool pool, String weak, String strong) {
    if (weak.equals(strong)) {
      throw new IllegalArgumentException("a pair needs two models but both are " + weak);
    }
    return new ModelPair(pool.indexOf(weak), pool.indexOf(strong));
  }

  /**
   * The pair a test set suggests by its training outcomes: strong is the best single model, weak
   * the one of least mean training cost (of several the first by the ranking), or without costs the
   * one of least mean training score. The two coincide where the best single model is the cheapest.
   */
  public static ModelPair of(TestSet test) {
    ModelRanking ranking = test.ranking();
    int weak = ranking.best();
    for (int rank = 1; rank < ranking.size(); rank++) {
      int model = ranking.model(rank);
      boolean weaker =
          test.hasCosts()
              ? test.trainMeanCost(model) < test.trainMeanCost(weak)
              // A model never seen in training has no mean and is not known to be weak.
              : !Double.isNaN(test.trainMean(model));
      weak = weaker ? model : weak;
    }
    return new ModelPair(weak, ranking.best());
  }
}
