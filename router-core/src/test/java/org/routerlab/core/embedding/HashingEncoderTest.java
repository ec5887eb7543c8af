package org.routerlab.core.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.matrix.FloatMatrix;

class HashingEncoderTest {

  private final HashingEncoder encoder = new HashingEncoder();

  @Test
  void vectorsHaveLengthOneAndDependOnTheTextAlone() {
    FloatMatrix both = encoder.embed(List.of("some words here", "other words"));
    assertThat(dot(both, 0, 0)).isCloseTo(1, within(1e-6));
    assertThat(both.row(1)).containsExactly(encoder.embed(List.of("other words")).row(0));
  }

  @Test
  void textsThatShareWordsAreNearer() {
    FloatMatrix three =
        encoder.embed(List.of("sort a list in java", "sort a map in java", "bake fresh bread"));
    assertThat(dot(three, 0, 1)).isGreaterThan(dot(three, 0, 2) + 0.2);
  }

  @Test
  void aDimensionOfZeroIsRefused() {
    assertThatThrownBy(() -> new HashingEncoder(0)).hasMessage("dimension must be > 0 but is 0");
  }

  private static double dot(FloatMatrix rows, int a, int b) {
    double sum = 0;
    for (int i = 0; i < rows.columns(); i++) {
      sum += rows.get(a, i) * rows.get(b, i);
    }
    return sum;
  }
}
