package org.routerlab.eval;

import java.util.List;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * What a part of the pool is worth by outcomes that models may be chosen on: those of training or
 * validation, never those of test. Several threads may ask at once.
 */
@FunctionalInterface
public interface PoolValue {

  /**
   * The worth of some models; more is better.
   *
   * @param members their columns, at least one, each once, in any order; not to be changed
   */
  double of(int... members);

  /**
   * The accuracy of the oracle of a pool: the mean over queries of the highest score of any member,
   * on the rows of {@code outcomes} that are complete for the whole pool.
   *
   * <p>Fraction; a further member never lowers it. NaN without a complete row.
   */
  static PoolValue oracle(OutcomeTable outcomes) {
    DistinctRows rows = DistinctRows.of(outcomes);
    return members ->
        rows.mean(
            scores -> {
              float best = 0;
              for (int member : members) {
                best = Math.max(best, scores[member]);
              }
              return best;
            });
  }

  /**
   * The routed accuracy within a pool: the mean score of the member predicted highest, on the rows
   * of {@code outcomes} that are complete for the whole pool; of several runs their mean.
   *
   * <p>Fraction. Restricting a router to a part of its pool is masking its predictions; whether it
   * would predict the same if trained on that part alone depends on the router. Predictions for
   * queries it was trained on flatter most routers, so outcomes of validation are the better
   * choice. NaN without a complete row.
   *
   * @param predictions of each run, a row for every row of {@code outcomes}; at least one
   * @param ranking settles ties
   */
  static PoolValue routed(
      OutcomeTable outcomes, List<FloatMatrix> predictions, ModelRanking ranking) {
    Require.positive("runs", predictions.size());
    for (FloatMatrix each : predictions) {
      Require.equal("prediction rows", each.rows(), "outcome rows", outcomes.size());
      Require.equal("prediction columns", each.columns(), "models", outcomes.pool().size());
    }
    int[] rows = outcomes.completeRows();
    return members -> {
      double sum = 0;
      for (FloatMatrix each : predictions) {
        for (int row : rows) {
          sum += outcomes.score(row, PoolMask.best(each, row, members, ranking));
        }
      }
      return sum / predictions.size() / rows.length;
    };
  }
}
