package org.routerlab.learned.engine;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.routerlab.core.CascadeRouter;
import org.routerlab.core.DecisionRouter;
import org.routerlab.core.Decisions;
import org.routerlab.core.EmbeddedQueries;
import org.routerlab.core.Judge;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * The models of a pool in the order of their names.
 *
 * <p>A training that works in this order cannot be changed by the order of a pool's columns. Sort
 * the data, train, and restore the router.
 */
public final class PoolOrder {

  private final ModelPool pool;
  private final int[] byName;
  private final int[] places;

  private PoolOrder(ModelPool pool, int[] byName) {
    this.pool = pool;
    this.byName = byName;
    this.places = new int[byName.length];
    for (int place = 0; place < places.length; place++) {
      places[byName[place]] = place;
    }
  }

  /** The order of the names of {@code pool}. */
  public static PoolOrder of(ModelPool pool) {
    int[] byName =
        IntStream.range(0, pool.size())
            .boxed()
            .sorted(Comparator.comparing(pool::name))
            .mapToInt(Integer::intValue)
            .toArray();
    return new PoolOrder(pool, byName);
  }

  /** The same data with the models in the order of the names. */
  public RoutingData sort(RoutingData data) {
    return new RoutingData(data.queries(), sort(data.outcomes()));
  }

  /** The same table with the models in the order of the names. */
  public OutcomeTable sort(OutcomeTable table) {
    ModelPool sorted = new ModelPool(IntStream.of(byName).mapToObj(pool::name).toList());
    FloatMatrix scores = pick(table.scores(), byName);
    return table.hasCosts()
        ? new OutcomeTable(sorted, scores, pick(table.costs(), byName))
        : new OutcomeTable(sorted, scores);
  }

  /** A queries × models matrix with the columns in the order of the names. */
  public FloatMatrix sort(FloatMatrix matrix) {
    return pick(matrix, byName);
  }

  /** A queries × models matrix with the columns back in the order of the pool. */
  public FloatMatrix restore(FloatMatrix matrix) {
    return pick(matrix, places);
  }

  /** The router of sorted data, with its predictions in the order of the pool. */
  public ScoringRouter restore(ScoringRouter sorted) {
    return new ScoringRouter() {
      @Override
      public FloatMatrix predict(EmbeddedQueries queries) {
        return restore(sorted.predict(queries));
      }

      @Override
      public ScoreKind kind() {
        return sorted.kind();
      }
    };
  }

  /** The router of sorted data, with its choices as columns of the pool. */
  public DecisionRouter restoreChoices(DecisionRouter sorted) {
    return queries -> {
      Decisions decisions = sorted.route(queries);
      return Decisions.of(decisions.size(), row -> restore(decisions.model(row)));
    };
  }

  /** The cascade of sorted data, calling and choosing in the order of the pool. */
  public CascadeRouter restore(CascadeRouter sorted) {
    return new CascadeRouter() {
      @Override
      public Judge judge() {
        return sorted.judge();
      }

      @Override
      public Decisions route(EmbeddedQueries queries, Answers answers) {
        Decisions decisions =
            sorted.route(
                queries, (row, model, prediction) -> answers.call(row, restore(model), prediction));
        return Decisions.of(decisions.size(), row -> restore(decisions.model(row)));
      }
    };
  }

  /** The column, in the pool, of a model of the sorted order. */
  public int restore(int model) {
    return byName[model];
  }

  private static FloatMatrix pick(FloatMatrix matrix, int[] columns) {
    float[] values = new float[matrix.rows() * columns.length];
    float[] row = new float[matrix.columns()];
    for (int i = 0; i < matrix.rows(); i++) {
      matrix.copyRow(i, row, 0);
      for (int j = 0; j < columns.length; j++) {
        values[i * columns.length + j] = row[columns[j]];
      }
    }
    return FloatMatrix.wrap(matrix.rows(), columns.length, values);
  }
}
