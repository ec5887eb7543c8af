package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Paper;
import org.routerlab.core.RoutingMethod;

class RegistrationTest {

  @Test
  void everyMethodOfThisModuleIsRegisteredUnderItsName() {
    assertThat(ServiceLoader.load(RoutingMethod.class))
        .extracting(RoutingMethod::name)
        .contains(
            "best-single",
            "embedllm",
            "equirouter",
            "k-means",
            "knn",
            "linear",
            "mess-plus",
            "mlp",
            "mlp-regressors",
            "p2l",
            "zooter");
  }

  @Test
  void everyMethodNamesItsPaper() {
    assertThat(ServiceLoader.load(RoutingMethod.class))
        .allSatisfy(method -> assertThat(method.getClass()).hasAnnotation(Paper.class));
  }
}
