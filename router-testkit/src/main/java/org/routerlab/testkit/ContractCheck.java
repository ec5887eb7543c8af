package org.routerlab.testkit;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.routerlab.core.ContractException;

/**
 * One promise that routing methods make.
 *
 * @param name a sentence without its subject, such as {@code answers an empty batch}
 * @param body fails where the promise is not kept
 */
record ContractCheck(String name, Body body) {

  /** Looks for a breach. */
  @FunctionalInterface
  interface Body {
    void run(Subject subject) throws Exception;
  }

  /** Every check, in the order of the report. */
  static List<ContractCheck> all() {
    return Stream.of(
            ConfigurationChecks.all(),
            RepetitionChecks.all(),
            InvarianceChecks.all(),
            EdgeCaseChecks.all(),
            LearningChecks.all())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * Runs the check. Where the method declares an exception to it, a breach aborts the test with the
   * reason, and keeping the promise after all fails it.
   */
  void verify(Subject subject) throws Exception {
    List<ContractException> exceptions =
        Stream.of(subject.method().getClass().getAnnotationsByType(ContractException.class))
            .filter(exception -> exception.check().equals(name))
            .toList();
    if (exceptions.isEmpty()) {
      body.run(subject);
      return;
    }
    try {
      body.run(subject);
    } catch (AssertionError | Exception breach) {
      Assumptions.abort("excepted: " + exceptions.get(0).reason());
    }
    throw new AssertionError(
        subject.method().name()
            + " declares an exception to '"
            + name
            + "' but keeps it: remove the exception");
  }
}
