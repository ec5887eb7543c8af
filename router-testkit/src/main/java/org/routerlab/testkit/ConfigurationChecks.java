package org.routerlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.ServiceLoader;
import org.routerlab.core.ContractException;
import org.routerlab.core.Paper;
import org.routerlab.core.RoutingMethod;

/** A method is a record of hyper-parameters that can be named, cited, written down and checked. */
final class ConfigurationChecks {

  private ConfigurationChecks() {}

  static List<ContractCheck> all() {
    return List.of(
        new ContractCheck(
            "is a public record with value equality", ConfigurationChecks::isRecordWithEquality),
        new ContractCheck("can be made without arguments", ConfigurationChecks::hasDefaults),
        new ContractCheck("has a unique kebab-case name", ConfigurationChecks::hasUniqueName),
        new ContractCheck("names its paper", ConfigurationChecks::namesItsPaper),
        new ContractCheck(
            "survives a round trip through JSON", ConfigurationChecks::survivesRoundTrip),
        new ContractCheck(
            "rejects a numeric hyper-parameter out of range by its name",
            ConfigurationChecks::rejectsOutOfRange),
        new ContractCheck(
            "declares exceptions to existing checks only", ConfigurationChecks::exceptsExisting));
  }

  private static void isRecordWithEquality(Subject subject) {
    RoutingMethod method = subject.method();
    assertThat(method).as("a routing method must be a record").isInstanceOf(Record.class);
    assertThat(Modifier.isPublic(method.getClass().getModifiers())).as("public").isTrue();
    Record copy = HyperParameters.copy((Record) method);
    assertThat(copy).as("a record of the same hyper-parameters").isEqualTo(method);
    assertThat(copy.hashCode()).as("its hash").isEqualTo(method.hashCode());
  }

  private static void hasDefaults(Subject subject) throws ReflectiveOperationException {
    assertThat(subject.method().getClass().getConstructor().newInstance())
        .isInstanceOf(RoutingMethod.class);
  }

  private static void hasUniqueName(Subject subject) {
    RoutingMethod method = subject.method();
    assertThat(method.name()).as("the name").matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    List<Class<?>> sameName =
        ServiceLoader.load(RoutingMethod.class).stream()
            .filter(other -> other.type() != method.getClass())
            .filter(other -> other.get().name().equals(method.name()))
            .<Class<?>>map(ServiceLoader.Provider::type)
            .toList();
    assertThat(sameName).as("other methods called " + method.name()).isEmpty();
  }

  private static void namesItsPaper(Subject subject) {
    Paper paper = subject.method().getClass().getAnnotation(Paper.class);
    assertThat(paper).as("@Paper").isNotNull();
    assertThat(paper.title()).as("the title").isNotBlank();
    assertThat(paper.url()).as("the address").startsWith("https://");
  }

  private static void survivesRoundTrip(Subject subject) throws Exception {
    ObjectMapper json = new ObjectMapper();
    String written = json.writeValueAsString(subject.method());
    assertThat((Object) json.readValue(written, subject.method().getClass()))
        .as("read back from " + written)
        .isEqualTo(subject.method());
  }

  private static void rejectsOutOfRange(Subject subject) {
    for (HyperParameters.Numeric numeric : HyperParameters.numeric((Record) subject.method())) {
      for (Number bad : outOfEveryRange(numeric.type())) {
        Throwable rejection = null;
        try {
          numeric.rebuild().apply(bad);
        } catch (RuntimeException e) {
          rejection = e;
        }
        assertThat(rejection)
            .as(numeric.name() + " = " + bad)
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining(numeric.name());
      }
    }
  }

  /** Values that no sensible hyper-parameter of that type allows; -1 may be one (a cosine). */
  private static List<Number> outOfEveryRange(Class<?> type) {
    if (type == Integer.class) {
      return List.of(Integer.MIN_VALUE);
    }
    if (type == Long.class) {
      return List.of(Long.MIN_VALUE);
    }
    if (type == Float.class) {
      return List.of(-1e30f, Float.NaN);
    }
    assertThat(type).as("the type of a number").isEqualTo(Double.class);
    return List.of(-1e300, Double.NaN);
  }

  private static void exceptsExisting(Subject subject) {
    List<String> known = ContractCheck.all().stream().map(ContractCheck::name).toList();
    for (ContractException exception :
        subject.method().getClass().getAnnotationsByType(ContractException.class)) {
      assertThat(known).as("checks").contains(exception.check());
      assertThat(exception.reason()).as("the reason").isNotBlank();
    }
  }
}
