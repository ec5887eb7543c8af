package org.routerlab.testkit;

import java.util.List;
import java.util.stream.IntStream;
import org.routerlab.core.EmbeddedQueries;
import org.routerlab.core.Query;
import org.routerlab.core.RoutingData;
import org.routerlab.core.matrix.FloatMatrix;

/** Small, uniform and incomplete data neither stops a method nor makes it answer nonsense. */
final class EdgeCaseChecks {

  private EdgeCaseChecks() {}

  static List<ContractCheck> all() {
    return List.of(
        new ContractCheck("answers an empty batch", EdgeCaseChecks::emptyBatch),
        new ContractCheck("answers a query whose embedding is zero", EdgeCaseChecks::zeroEmbedding),
        new ContractCheck("works with a pool of one", EdgeCaseChecks::poolOfOne),
        new ContractCheck("works with very few training queries", EdgeCaseChecks::fewQueries),
        new ContractCheck("works with constant outcomes", EdgeCaseChecks::constantOutcomes),
        new ContractCheck("works with duplicated queries", EdgeCaseChecks::duplicatedQueries),
        new ContractCheck("works without validation queries", EdgeCaseChecks::noValidation),
        new ContractCheck("works without costs", EdgeCaseChecks::noCosts),
        new ContractCheck(
            "works where a model was never observed", EdgeCaseChecks::modelNeverObserved));
  }

  private static void emptyBatch(Subject subject) {
    EmbeddedQueries none =
        new EmbeddedQueries(List.of(), FloatMatrix.empty(subject.task().encoder().dimension()));
    Answers.of(subject.router(), none, subject.task().ranking());
  }

  private static void zeroEmbedding(Subject subject) {
    int dimension = subject.task().encoder().dimension();
    EmbeddedQueries blank =
        new EmbeddedQueries(
            List.of(new Query("blank", "", "none")), FloatMatrix.of(new float[dimension]));
    Answers.of(subject.router(), blank, subject.task().ranking());
  }

  private static void poolOfOne(Subject subject) {
    subject.trainAndAnswer(
        Variants.selectModels(subject.task().train(), 1),
        Variants.selectModels(subject.task().validation(), 1));
  }

  private static void fewQueries(Subject subject) {
    for (int size : new int[] {1, 3}) {
      RoutingData few = subject.task().train().selectRows(IntStream.range(0, size).toArray());
      subject.trainAndAnswer(few, subject.task().validation());
    }
  }

  private static void constantOutcomes(Subject subject) {
    for (float constant : new float[] {0, 1}) {
      subject.trainAndAnswer(
          Variants.withScores(subject.task().train(), (row, model) -> constant),
          Variants.withScores(subject.task().validation(), (row, model) -> constant));
    }
  }

  private static void duplicatedQueries(Subject subject) {
    RoutingData train = subject.task().train();
    int size = train.size();
    int[] twice = IntStream.range(0, size).map(row -> row / 2).toArray();
    subject.trainAndAnswer(train.selectRows(twice), subject.task().validation());
    int[] first = new int[size];
    EmbeddedQueries oneText = train.queries().selectRows(first);
    subject.trainAndAnswer(new RoutingData(oneText, train.outcomes()), subject.task().validation());
  }

  private static void noValidation(Subject subject) {
    RoutingTask task = subject.task();
    subject.trainAndAnswer(task.train(), task.validation().selectRows(new int[0]));
  }

  private static void noCosts(Subject subject) {
    RoutingTask task = subject.task();
    subject.trainAndAnswer(
        Variants.withoutCosts(task.train()), Variants.withoutCosts(task.validation()));
    subject.trainAndAnswer(
        Variants.withUnknownCosts(task.train()), Variants.withUnknownCosts(task.validation()));
  }

  private static void modelNeverObserved(Subject subject) {
    RoutingTask task = subject.task();
    subject.trainAndAnswer(
        Variants.withScores(
            task.train(),
            (row, model) -> model == 0 ? Float.NaN : task.train().outcomes().score(row, model)),
        Variants.withScores(
            task.validation(),
            (row, model) ->
                model == 0 ? Float.NaN : task.validation().outcomes().score(row, model)));
  }
}
