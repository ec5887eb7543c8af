package org.routerlab.testkit;

import java.util.List;
import java.util.SplittableRandom;
import org.routerlab.core.Decisions;
import org.routerlab.core.RoutingData;

/** A method learns what there is to learn, from sparse outcomes too. */
final class LearningChecks {

  private static final double MARGIN = 0.05;

  private LearningChecks() {}

  static List<ContractCheck> all() {
    return List.of(
        new ContractCheck("beats the best single model", LearningChecks::beatsBestSingle),
        new ContractCheck("skips unobserved training scores", LearningChecks::skipsUnobserved));
  }

  private static void beatsBestSingle(Subject subject) {
    requireMargin(subject, subject.answers().decisions(), MARGIN);
  }

  private static void skipsUnobserved(Subject subject) {
    RoutingData train = sparse(subject.task().train());
    RoutingData validation = sparse(subject.task().validation());
    Answers answers = subject.trainAndAnswer(train, validation);
    // Half the outcomes are gone, so half the margin will do.
    requireMargin(subject, answers.decisions(), MARGIN / 2);
  }

  private static void requireMargin(Subject subject, Decisions decisions, double margin) {
    double accuracy = subject.task().test().outcomes().meanScore(decisions);
    double bestSingle = subject.task().bestSingleAccuracy();
    if (!(accuracy >= bestSingle + margin)) {
      throw new AssertionError(
          "routing accuracy must be at least "
              + margin
              + " above the best single model's "
              + bestSingle
              + " but is "
              + accuracy
              + " (the optimal router has "
              + subject.task().optimalAccuracy()
              + ")");
    }
  }

  /** Half of the scores, and all of the first query's, become unobserved. */
  private static RoutingData sparse(RoutingData data) {
    SplittableRandom random = Subject.SEED.stream("sparse contract data");
    return Variants.withScores(
        data,
        (row, model) ->
            random.nextBoolean() || row == 0 ? Float.NaN : data.outcomes().score(row, model));
  }
}
