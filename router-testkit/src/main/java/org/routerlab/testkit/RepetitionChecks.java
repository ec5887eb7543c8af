package org.routerlab.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.Seed;

/** The same data and seed give the same router, whatever else the JVM does. */
final class RepetitionChecks {

  private static final int THREADS = 4;

  private RepetitionChecks() {}

  static List<ContractCheck> all() {
    return List.of(
        new ContractCheck("gives the same bits for the same seed", RepetitionChecks::sameSeed),
        new ContractCheck(
            "gives the same bits after other trainings", RepetitionChecks::afterOtherTrainings),
        new ContractCheck(
            "gives the same bits beside other trainings", RepetitionChecks::besideOtherTrainings),
        new ContractCheck(
            "answers alike from several threads at once", RepetitionChecks::fromSeveralThreads),
        new ContractCheck("leaves its inputs unchanged", RepetitionChecks::leavesInputs));
  }

  private static void sameSeed(Subject subject) {
    Router again = subject.train(subject.task().train());
    subject.answers().requireSameBits(subject.answers(again), "when trained twice");
    subject.answers().requireSameBits(subject.answers(), "when asked twice");
  }

  private static void afterOtherTrainings(Subject subject) {
    Answers before = subject.answers();
    trainElsewhere(subject);
    before.requireSameBits(subject.answers(), "of a router before and after other trainings");
    Router again = subject.train(subject.task().train());
    before.requireSameBits(subject.answers(again), "when trained before and after others");
  }

  private static void besideOtherTrainings(Subject subject) throws Exception {
    Answers alone = subject.answers();
    List<Callable<Answers>> jobs = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      boolean elsewhere = i % 2 == 1;
      jobs.add(
          () -> {
            if (elsewhere) {
              trainElsewhere(subject);
              return alone;
            }
            return subject.answers(subject.train(subject.task().train()));
          });
    }
    for (Answers answers : inParallel(jobs)) {
      alone.requireSameBits(answers, "when trained alone and beside others");
    }
  }

  private static void fromSeveralThreads(Subject subject) throws Exception {
    Answers sequential = subject.answers();
    List<Callable<Answers>> jobs = new ArrayList<>();
    for (int i = 0; i < 2 * THREADS; i++) {
      jobs.add(subject::answers);
    }
    for (Answers answers : inParallel(jobs)) {
      sequential.requireSameBits(answers, "when asked by one thread and by several");
    }
  }

  private static void leavesInputs(Subject subject) {
    RoutingData train = Variants.copy(subject.task().train());
    RoutingData validation = Variants.copy(subject.task().validation());
    RoutingData test = Variants.copy(subject.task().test());
    long[] before = {Fingerprints.of(train), Fingerprints.of(validation), Fingerprints.of(test)};
    Router router = subject.train(train, validation);
    Answers.of(router, test.queries(), subject.task().ranking());
    long[] after = {Fingerprints.of(train), Fingerprints.of(validation), Fingerprints.of(test)};
    String[] parts = {"training data", "validation data", "queries to route"};
    for (int part = 0; part < parts.length; part++) {
      if (before[part] != after[part]) {
        throw new AssertionError("the " + parts[part] + " must be left as it was but changed");
      }
    }
  }

  private static void trainElsewhere(Subject subject) {
    RoutingTask other = RoutingTasks.other();
    subject.train(other.train(), other.validation(), new Seed(7));
    subject.train(subject.task().train(), subject.task().validation(), new Seed(43));
  }

  private static List<Answers> inParallel(List<Callable<Answers>> jobs) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Answers> results = new ArrayList<>();
      for (Future<Answers> job : threads.invokeAll(jobs)) {
        results.add(job.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
