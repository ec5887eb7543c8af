package org.routerlab.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SimilarityTest {

  private static final float[] VALUES = {0.5f, 0.25f, -0.5f, 0.75f, 9};

  @Test
  void theMaximumIsThatOfTheRangeAndIgnoresTopK() {
    assertThat(of(Aggregation.MAX, 1).aggregate(VALUES, 0, 4)).isEqualTo(0.75f);
    assertThat(of(Aggregation.MAX, 3).aggregate(VALUES, 1, 3)).isEqualTo(0.25f);
  }

  @Test
  void meanAndSumTakeTheHighestFew() {
    assertThat(of(Aggregation.SUM, 2).aggregate(VALUES, 0, 4)).isEqualTo(1.25f);
    assertThat(of(Aggregation.MEAN, 2).aggregate(VALUES, 0, 4)).isEqualTo(0.625f);
    assertThat(of(Aggregation.SUM, 2).highest()).isEqualTo(2);
  }

  @Test
  void whereThereAreFewerAllCountAndAMeanIsOverThese() {
    assertThat(of(Aggregation.SUM, 10).aggregate(VALUES, 0, 4)).isEqualTo(1);
    assertThat(of(Aggregation.MEAN, 10).aggregate(VALUES, 0, 4)).isEqualTo(0.25f);
  }

  @Test
  void valuesOutOfRangeAreNamed() {
    assertThatThrownBy(() -> of(Aggregation.SUM, 0)).hasMessageContaining("topK must be > 0");
    assertThatThrownBy(() -> new Similarity(Aggregation.MAX, 5, 1.5, 1.2, 0.75))
        .hasMessageContaining("dense must be in [0.0, 1.0] but is 1.5");
    assertThatThrownBy(() -> new Similarity(Aggregation.MAX, 5, 1, -1, 0.75))
        .hasMessageContaining("k1 must be");
    assertThatThrownBy(() -> new Similarity(Aggregation.MAX, 5, 1, 1, 2))
        .hasMessageContaining("b must be");
  }

  private static Similarity of(Aggregation aggregation, int topK) {
    return new Similarity(aggregation, topK, 1, 1.2, 0.75);
  }
}
