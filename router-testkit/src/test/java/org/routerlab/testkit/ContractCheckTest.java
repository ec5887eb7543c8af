package org.routerlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;
import org.routerlab.core.ContractException;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.TrainingContext;

class ContractCheckTest {

  @TestFactory
  Stream<DynamicTest> aSoundMethodKeepsEveryCheck() {
    Subject subject = new Subject(new SoundMethod());
    return ContractCheck.all().stream()
        .map(check -> DynamicTest.dynamicTest(check.name(), () -> check.verify(subject)));
  }

  @TestFactory
  Stream<DynamicTest> everyFaultIsCaughtByTheCheckMadeForIt() {
    return FaultyMethods.byCheck().entrySet().stream()
        .map(
            fault ->
                DynamicTest.dynamicTest(
                    fault.getKey(),
                    () ->
                        assertThat(
                                catchThrowable(
                                    () ->
                                        check(fault.getKey())
                                            .verify(new Subject(fault.getValue()))))
                            .as(fault.getValue().toString())
                            .isNotNull()
                            .isNotInstanceOf(TestAbortedException.class)));
  }

  @Test
  void checkNamesAreUnique() {
    List<String> names = ContractCheck.all().stream().map(ContractCheck::name).toList();
    assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(25);
  }

  @Test
  void anExceptedBreachIsSkippedWithItsReason() {
    assertThatThrownBy(
            () -> check("answers an empty batch").verify(new Subject(new Excepted(false))))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("for the test");
  }

  @Test
  void anExceptedCheckThatPassesFailsTheSuite() {
    assertThatThrownBy(
            () -> check("answers an empty batch").verify(new Subject(new Excepted(true))))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("remove the exception");
  }

  @Test
  void anExceptionToAnUnknownCheckFails() {
    assertThatThrownBy(
            () ->
                check("declares exceptions to existing checks only")
                    .verify(new Subject(new Misspelt())))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("answers an empty bacth");
  }

  @Test
  void everyNumberOfANestedRecordIsTried() {
    assertThatThrownBy(
            () ->
                check("rejects a numeric hyper-parameter out of range by its name")
                    .verify(new Subject(new Nested(new FaultyMethods.TakesAnyK(3), List.of()))))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("k = ");
    assertThatThrownBy(
            () ->
                check("rejects a numeric hyper-parameter out of range by its name")
                    .verify(new Subject(new Nested(null, List.of(0.5)))))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("rates = ");
  }

  private static ContractCheck check(String name) {
    return ContractCheck.all().stream()
        .filter(check -> check.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no check is called " + name));
  }

  record Nested(FaultyMethods.TakesAnyK inner, List<Double> rates)
      implements FaultyMethods.Faulty {}

  @ContractException(check = "answers an empty batch", reason = "for the test")
  record Excepted(boolean sound) implements FaultyMethods.Faulty {
    @Override
    public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
      RoutingMethod method = sound ? new SoundMethod() : new FaultyMethods.NeedsAQuery();
      return method.train(train, validation, context);
    }
  }

  @ContractException(check = "answers an empty bacth", reason = "for the test")
  record Misspelt() implements FaultyMethods.Faulty {}
}
