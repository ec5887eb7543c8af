package org.routerlab.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.routerlab.core.EmbeddedQueries;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;

/** An answer depends on the text and embedding of the query, and on nothing else. */
final class InvarianceChecks {

  private static final int ROWS_ALONE = 25;

  private InvarianceChecks() {}

  static List<ContractCheck> all() {
    return List.of(
        new ContractCheck(
            "predicts a finite score for every model, or chooses inside the pool",
            Subject::answers),
        new ContractCheck("answers a query alike in any batch", InvarianceChecks::inAnyBatch),
        new ContractCheck(
            "answers alike whatever a query's id, dataset and tags", InvarianceChecks::relabelled),
        new ContractCheck("answers equal queries alike", InvarianceChecks::equalQueries),
        new ContractCheck(
            "answers alike when the pool is permuted", InvarianceChecks::permutedPool),
        new ContractCheck(
            "answers alike on a memory-mapped matrix", InvarianceChecks::memoryMapped));
  }

  private static void inAnyBatch(Subject subject) {
    EmbeddedQueries queries = subject.task().test().queries();
    Answers together = subject.answers();
    for (int row = 0; row < ROWS_ALONE; row++) {
      Answers alone = ask(subject, queries.selectRows(new int[] {row}));
      together.requireSameRow(row, alone, 0, "in a batch and alone");
    }
    int size = queries.size();
    int[] reversed = IntStream.range(0, size).map(row -> size - 1 - row).toArray();
    Answers backwards = ask(subject, queries.selectRows(reversed));
    for (int row = 0; row < size; row++) {
      together.requireSameRow(row, backwards, size - 1 - row, "in a batch and in its reverse");
    }
  }

  private static void relabelled(Subject subject) {
    EmbeddedQueries relabelled = Variants.relabelled(subject.task().test().queries());
    subject.answers().requireSameBits(ask(subject, relabelled), "under other ids and datasets");
  }

  private static void equalQueries(Subject subject) {
    int size = 40;
    int[] twice = IntStream.range(0, 2 * size).map(i -> i % size).toArray();
    Answers answers = ask(subject, subject.task().test().queries().selectRows(twice));
    for (int row = 0; row < size; row++) {
      answers.requireSameRow(row, answers, row + size, "when asked twice in one batch");
    }
  }

  private static void permutedPool(Subject subject) {
    RoutingTask task = subject.task();
    int models = task.train().pool().size();
    int[] order = IntStream.range(0, models).map(m -> (models + 1 - m) % models).toArray();
    RoutingData train = Variants.selectModels(task.train(), order);
    RoutingData validation = Variants.selectModels(task.validation(), order);
    Router permuted = subject.train(train, validation);
    Answers there = Answers.of(permuted, task.test().queries(), ModelRanking.of(train.outcomes()));
    Answers here = subject.answers();
    for (int row = 0; row < task.test().size(); row++) {
      int expected = here.decisions().model(row);
      int found = order[there.decisions().model(row)];
      if (expected != found && !here.isNearlyTied(row)) {
        throw new AssertionError(
            "query "
                + row
                + " must go to the same model in any order of the pool but goes to "
                + task.train().pool().name(expected)
                + " and "
                + task.train().pool().name(found));
      }
    }
  }

  private static void memoryMapped(Subject subject) throws IOException {
    RoutingTask task = subject.task();
    Path folder = Files.createTempDirectory("routerlab-contract");
    try {
      RoutingData train = Variants.mapped(task.train(), folder.resolve("train.f32"));
      RoutingData validation = Variants.mapped(task.validation(), folder.resolve("val.f32"));
      EmbeddedQueries test = Variants.mapped(task.test().queries(), folder.resolve("test.f32"));
      Answers mapped = Answers.of(subject.train(train, validation), test, task.ranking());
      subject.answers().requireSameBits(mapped, "on the heap and memory-mapped");
    } finally {
      for (String name : List.of("train.f32", "val.f32", "test.f32")) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Files.delete(folder);
    }
  }

  private static Answers ask(Subject subject, EmbeddedQueries queries) {
    return Answers.of(subject.router(), queries, subject.task().ranking());
  }
}
