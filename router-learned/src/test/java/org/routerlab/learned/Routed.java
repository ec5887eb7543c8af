package org.routerlab.learned;

import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoringRouter;

/** What a scoring method makes of a task whose models are specialists. */
final class Routed {

  static final RoutingData TRAIN = Task.specialists(800, 16, 1);
  static final RoutingData VALIDATION = Task.specialists(200, 16, 3);
  static final RoutingData TEST = Task.specialists(400, 16, 2);

  private Routed() {}

  /** The router of {@link #TRAIN}. */
  static ScoringRouter train(RoutingMethod method) {
    return (ScoringRouter) method.train(TRAIN, VALIDATION, Task.CONTEXT);
  }

  /** The mean score of its choices on {@link #TEST}. */
  static double accuracy(RoutingMethod method) {
    ModelRanking ties = ModelRanking.of(TRAIN.outcomes());
    return TEST.outcomes().meanScore(Decisions.argmax(train(method).predict(TEST.queries()), ties));
  }

  /** How far it is ahead of the best single model. */
  static double lead(RoutingMethod method) {
    int best = ModelRanking.of(TRAIN.outcomes()).best();
    return accuracy(method) - TEST.outcomes().meanScore(Decisions.constant(TEST.size(), best));
  }
}
