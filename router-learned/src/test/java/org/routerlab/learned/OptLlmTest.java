package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptLlmTest {

  @Test
  void itRoutesBetterThanTheBestSingleModel() {
    assertThat(Routed.lead(new OptLlm(30, 3, 0.2, 8))).isGreaterThan(0.07);
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new OptLlm(1, 31, 0.1, 0))
        .hasMessage("depth must be in [1, 30] but is 31");
    assertThatThrownBy(() -> new OptLlm(1, 3, 0, 0))
        .hasMessage("learningRate must be finite and > 0 but is 0.0");
  }
}
