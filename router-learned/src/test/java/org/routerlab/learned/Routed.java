package org.routerlab.learned;

import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;

/** What scoring methods make of a {@link Task}. */
final class Routed {

  /** A task whose models are specialists. */
  static final RoutingData TRAIN = Task.specialists(800, 16, 1);

  static final RoutingData VALIDATION = Task.specialists(200, 16, 3);
  static final RoutingData TEST = Task.specialists(400, 16, 2);

  private Routed() {}

  /** The router of {@link #TRAIN}. */
  static ScoringRouter router(RoutingMethod method) {
    return (ScoringRouter) method.train(TRAIN, VALIDATION, Task.CONTEXT);
  }

  /** The router of {@code train}, without validation. */
  static ScoringRouter router(RoutingMethod method, RoutingData train) {
    return (ScoringRouter) method.train(train, Task.none(train), Task.CONTEXT);
  }

  /** What the router of {@code train}, without validation, predicts for {@code asked}. */
  static FloatMatrix predict(RoutingMethod method, RoutingData train, RoutingData asked) {
    return router(method, train).predict(asked.queries());
  }

  /** What the router of {@code train}, without validation, decides for {@code asked}. */
  static Decisions decide(RoutingMethod method, RoutingData train, RoutingData asked) {
    return Decisions.argmax(predict(method, train, asked), ModelRanking.of(train.outcomes()));
  }

  /** The mean score, on {@link #TEST}, of the choices of the router of {@link #TRAIN}. */
  static double accuracy(RoutingMethod method) {
    FloatMatrix scores = router(method).predict(TEST.queries());
    ModelRanking ties = ModelRanking.of(TRAIN.outcomes());
    return TEST.outcomes().meanScore(Decisions.argmax(scores, ties));
  }

  /** How far that is above the best single model. */
  static double lead(RoutingMethod method) {
    int best = ModelRanking.of(TRAIN.outcomes()).best();
    return accuracy(method) - TEST.outcomes().meanScore(Decisions.constant(TEST.size(), best));
  }
}
