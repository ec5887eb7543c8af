package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SvmTest {

  @Test
  void bothKernelsRouteBetterThanTheBestSingleModel() {
    assertThat(Routed.lead(new Svm(Svm.Kernel.RBF, 8, 1, 0.1, 1, 500))).isGreaterThan(0.07);
    assertThat(Routed.lead(new Svm(Svm.Kernel.LINEAR, 0, 1, 0.1, 1, 500))).isGreaterThan(0.07);
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new Svm(Svm.Kernel.RBF, 0, 0, 0.1, 1, 1))
        .hasMessage("c must be finite and > 0 but is 0.0");
    assertThatThrownBy(() -> new Svm(Svm.Kernel.RBF, 0, 1, 0.1, 1, 0))
        .hasMessage("most must be > 0 but is 0");
  }
}
