package org.routerlab.testkit;

import org.routerlab.core.ModelRanking;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.Seed;
import org.routerlab.core.TrainingContext;

/** A method under test, with one router of it that the checks share. */
final class Subject {

  static final Seed SEED = new Seed(42);

  private final RoutingMethod method;
  private final RoutingTask task = RoutingTasks.clustered();
  private Router router;

  Subject(RoutingMethod method) {
    this.method = method;
  }

  RoutingMethod method() {
    return method;
  }

  RoutingTask task() {
    return task;
  }

  /** The router of the clustered task and the usual seed, trained once. */
  synchronized Router router() {
    if (router == null) {
      router = train(task.train());
    }
    return router;
  }

  /** Trains with the usual seed and validation part. */
  Router train(RoutingData train) {
    return train(train, task.validation());
  }

  Router train(RoutingData train, RoutingData validation) {
    return train(train, validation, SEED);
  }

  Router train(RoutingData train, RoutingData validation, Seed seed) {
    return method.train(train, validation, new TrainingContext(seed, task.encoder()));
  }

  /** What {@code router}, trained on a variant of the task's pool, answers to the test queries. */
  Answers answers(Router trained) {
    return Answers.of(trained, task.test().queries(), task.ranking());
  }

  /** What the shared router answers to the test queries. */
  Answers answers() {
    return answers(router());
  }

  /** Trains on {@code data} and requires finite answers to the test queries. */
  Answers trainAndAnswer(RoutingData train, RoutingData validation) {
    Router trained = train(train, validation);
    return Answers.of(trained, task.test().queries(), ModelRanking.of(train.outcomes()));
  }
}
