package org.routerlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.routerlab.core.RoutingMethod;

class RouterContractTest {

  @Test
  void everyMethodGetsAContainerOfAllChecks() {
    RouterContract contract =
        new RouterContract() {
          @Override
          public Stream<RoutingMethod> methods() {
            return Stream.of(new SoundMethod(), new SoundMethod(3));
          }
        };
    List<DynamicNode> nodes = contract.everyRegisteredMethodKeepsTheContract().toList();
    assertThat(nodes).hasSize(2);
    assertThat(((DynamicContainer) nodes.get(0)).getChildren()).hasSize(ContractCheck.all().size());
  }

  @Test
  void aPackageWithoutRegisteredMethodsFails() {
    RouterContract contract = new RouterContract() {};
    assertThatThrownBy(contract::everyRegisteredMethodKeepsTheContract)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("META-INF/services");
  }

  @Test
  void anUnregisteredMethodIsNamedWithTheMissingLine() {
    assertThatThrownBy(() -> MethodClasses.requireRegistered(SoundMethod.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("add the line 'org.routerlab.testkit.SoundMethod'");
  }

  @Test
  void methodsAmongTestClassesNeedNoRegistration() {
    assertThat(MethodClasses.beside(getClass())).isEmpty();
  }
}
