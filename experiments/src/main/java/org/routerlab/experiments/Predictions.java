package org.routerlab.experiments;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.routerlab.core.CascadeRouter;
import org.routerlab.core.CostPredictor;
import org.routerlab.core.DecisionRouter;
import org.routerlab.core.Decisions;
import org.routerlab.core.EmbeddedQueries;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.RecordedAnswers;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * What a router said of a set of queries: a score for every model, only its decisions, or its
 * decisions after calling several models.
 */
sealed interface Predictions {

  /**
   * The model chosen for each query where cost has no weight; of a cascade whose answer is given.
   */
  Decisions decisions();

  /** What {@link #scoreKind} is of a router that only decides. */
  String NO_SCORES = "none";

  /** The name of the {@link ScoreKind} of the scores, or {@value #NO_SCORES}. */
  default String scoreKind() {
    return this instanceof Scored scored ? scored.kind().name() : NO_SCORES;
  }

  /** The number of queries. */
  default int size() {
    return decisions().size();
  }

  /**
   * Scores and the choices that follow from them.
   *
   * @param scores queries × models, finite
   * @param kind what the scores mean
   * @param costs queries × models, the costs that the router predicted, finite and at least 0;
   *     empty where it goes by the models' mean training costs
   */
  record Scored(
      FloatMatrix scores, ScoreKind kind, Optional<FloatMatrix> costs, Decisions decisions)
      implements Predictions {

    /** Rejects nulls. */
    public Scored {
      Objects.requireNonNull(scores, "scores");
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(costs, "costs");
    }
  }

  /** Decisions of a router that predicts no scores. */
  record Decided(Decisions decisions) implements Predictions {}

  /**
   * Decisions of a cascade.
   *
   * @param called the models called on each query, ascending, the decision among them
   * @param hindsight whether its judge knew recorded scores
   */
  record Cascaded(Decisions decisions, List<int[]> called, boolean hindsight)
      implements Predictions {

    /** Copies the list. */
    public Cascaded {
      called = List.copyOf(called);
    }
  }

  /**
   * Asks a router, and checks what it answers. Outcomes are for the judge of a cascade only.
   *
   * @param seed of the training
   * @param costs predicts costs for a router that does not predict them itself
   */
  static Predictions of(
      Router router,
      RoutingData asked,
      ModelRanking ties,
      Seed seed,
      Optional<CostPredictor> costs) {
    EmbeddedQueries queries = asked.queries();
    if (router instanceof CascadeRouter cascade) {
      RecordedAnswers answers =
          new RecordedAnswers(cascade.judge(), queries.queries(), asked.outcomes(), seed);
      Decisions decisions = cascade.route(queries, answers);
      return new Cascaded(
          decisions,
          IntStream.range(0, decisions.size()).mapToObj(answers::called).toList(),
          cascade.judge().usesHindsight());
    }
    if (router instanceof ScoringRouter scoring) {
      FloatMatrix scores = scoring.predict(queries);
      check("predictions", scores, queries, ties.size());
      return new Scored(
          scores, scoring.kind(), costs(router, costs, asked), Decisions.argmax(scores, ties));
    }
    return new Decided(((DecisionRouter) router).route(queries));
  }

  private static Optional<FloatMatrix> costs(
      Router router, Optional<CostPredictor> otherwise, RoutingData asked) {
    Optional<CostPredictor> predictor =
        router instanceof CostPredictor own ? Optional.of(own) : otherwise;
    Optional<FloatMatrix> costs = predictor.map(each -> each.predictCosts(asked.queries()));
    costs.ifPresent(
        matrix -> check("predicted costs", matrix, asked.queries(), asked.pool().size()));
    return costs;
  }

  private static void check(String what, FloatMatrix scores, EmbeddedQueries queries, int models) {
    if (scores.rows() != queries.size() || scores.columns() != models) {
      throw new IllegalStateException(
          what
              + " must be queries × models = "
              + queries.size()
              + " × "
              + models
              + " but are "
              + scores.rows()
              + " × "
              + scores.columns());
    }
    for (int row = 0; row < scores.rows(); row++) {
      for (int model = 0; model < models; model++) {
        if (!Float.isFinite(scores.get(row, model))) {
          throw new IllegalArgumentException(
              what
                  + " must be finite (look at the hyper-parameters) but query '"
                  + queries.queries().get(row).id()
                  + "', model "
                  + model
                  + " is "
                  + scores.get(row, model));
        }
      }
    }
  }
}
