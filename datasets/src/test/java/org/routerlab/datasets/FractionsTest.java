package org.routerlab.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FractionsTest {

  @Test
  void readsAsThreeNumbers() {
    assertThat(new Fractions(0.7, 0.1, 0.2)).hasToString("0.7/0.1/0.2");
    assertThat(new Fractions(1, 0, 0)).hasToString("1/0/0");
  }

  @Test
  void mustAddUpToOne() {
    assertThatThrownBy(() -> new Fractions(0.7, 0.1, 0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must add up to 1 but 0.7/0.1/0.1 add up to 0.8999");
  }

  @Test
  void mustLeaveSomethingToTrainOn() {
    assertThatThrownBy(() -> new Fractions(0, 0.5, 0.5))
        .hasMessageContaining("train fraction must be finite and > 0 but is 0.0");
  }

  @Test
  void mustNotBeNegative() {
    assertThatThrownBy(() -> new Fractions(1.1, -0.1, 0))
        .hasMessageContaining("validation fraction must be in [0.0, 1.0] but is -0.1");
  }
}
