package org.routerlab.testkit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import org.routerlab.core.CascadeRouter;
import org.routerlab.core.DecisionRouter;
import org.routerlab.core.Decisions;
import org.routerlab.core.EmbeddedQueries;
import org.routerlab.core.Judge;
import org.routerlab.core.Router;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * Wraps a router and checks every call: right shape, finite scores, choices inside the pool,
 * queries left as they were. A breach is an {@link AssertionError} that names router and query.
 */
public final class AssertingRouter {

  private AssertingRouter() {}

  /**
   * A router that answers as {@code router} does, or fails.
   *
   * @param name of the router, for messages
   * @param models the size of the pool it was trained on
   */
  public static Router of(String name, Router router, int models) {
    if (router instanceof ScoringRouter scoring) {
      return new Scoring(name, scoring, models);
    }
    if (router instanceof CascadeRouter cascade) {
      return new Cascading(name, cascade, models);
    }
    return new Deciding(name, (DecisionRouter) router, models);
  }

  private record Scoring(String name, ScoringRouter router, int models) implements ScoringRouter {

    @Override
    public FloatMatrix predict(EmbeddedQueries queries) {
      long before = Fingerprints.of(queries);
      FloatMatrix predictions = router.predict(queries);
      requireUnchanged(name, before, queries);
      if (predictions.rows() != queries.size() || predictions.columns() != models) {
        throw new AssertionError(
            name
                + " must predict "
                + queries.size()
                + " × "
                + models
                + " scores but predicted "
                + predictions.rows()
                + " × "
                + predictions.columns());
      }
      for (int row = 0; row < predictions.rows(); row++) {
        for (int model = 0; model < models; model++) {
          if (!Float.isFinite(predictions.get(row, model))) {
            throw new AssertionError(
                name
                    + " must predict finite scores but predicted "
                    + predictions.get(row, model)
                    + " for model "
                    + model
                    + " on query "
                    + queries.queries().get(row).id());
          }
        }
      }
      return predictions;
    }

    @Override
    public ScoreKind kind() {
      return router.kind();
    }
  }

  private record Deciding(String name, DecisionRouter router, int models)
      implements DecisionRouter {

    @Override
    public Decisions route(EmbeddedQueries queries) {
      long before = Fingerprints.of(queries);
      Decisions decisions = router.route(queries);
      requireUnchanged(name, before, queries);
      requireChoices(name, decisions, queries, models);
      return decisions;
    }
  }

  private record Cascading(String name, CascadeRouter router, int models) implements CascadeRouter {

    @Override
    public Judge judge() {
      return router.judge();
    }

    @Override
    public Decisions route(EmbeddedQueries queries, Answers answers) {
      long before = Fingerprints.of(queries);
      BitSet[] called = new BitSet[queries.size()];
      Arrays.setAll(called, row -> new BitSet(models));
      Decisions decisions =
          router.route(
              queries,
              (row, model, prediction) -> {
                called[row].set(Objects.checkIndex(model, models));
                return answers.call(row, model, prediction);
              });
      requireUnchanged(name, before, queries);
      requireChoices(name, decisions, queries, models);
      for (int row = 0; row < decisions.size(); row++) {
        if (!called[row].get(decisions.model(row))) {
          throw new AssertionError(
              name
                  + " must give the answer of a model that it called but called "
                  + called[row]
                  + " and chose "
                  + decisions.model(row)
                  + " for query "
                  + queries.queries().get(row).id());
        }
      }
      return decisions;
    }
  }

  private static void requireChoices(
      String name, Decisions decisions, EmbeddedQueries queries, int models) {
    if (decisions.size() != queries.size()) {
      throw new AssertionError(
          name + " must decide " + queries.size() + " queries but decided " + decisions.size());
    }
    for (int row = 0; row < decisions.size(); row++) {
      if (decisions.model(row) < 0 || decisions.model(row) >= models) {
        throw new AssertionError(
            name
                + " must choose one of "
                + models
                + " models but chose "
                + decisions.model(row)
                + " for query "
                + queries.queries().get(row).id());
      }
    }
  }

  private static void requireUnchanged(String name, long before, EmbeddedQueries queries) {
    if (Fingerprints.of(queries) != before) {
      throw new AssertionError(name + " must leave the queries as they are but changed them");
    }
  }
}
