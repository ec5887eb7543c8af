package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.experiments.SimilarityDensities.Group;

class SimilarityDensitiesTest {

  private static Group group(double... similarities) {
    return new Group("general-chat", true, similarities);
  }

  @Test
  void quantilesLieBetweenNeighboursByProportion() {
    Group group = group(0, 1, 2, 3, 4);
    assertThat(group.quantile(0.5)).isEqualTo(2);
    assertThat(group.quantile(0.25)).isEqualTo(1);
    assertThat(group.quantile(0.05)).isCloseTo(0.2, within(1e-12));
    assertThat(group.quantile(1)).isEqualTo(4);
    assertThat(group(7).quantile(0.95)).isEqualTo(7);
    assertThat(group().quantile(0.5)).isNaN();
    assertThat(group().mean()).isNaN();
  }

  @Test
  void aBinHoldsItsLowerEndAndTheLastItsUpperEndToo() {
    SimilarityDensities densities = new SimilarityDensities(0, 1, List.of());
    double[] shares = densities.histogram(group(0, 0.049, 0.051, 0.99, 1));
    assertThat(shares).hasSize(20);
    assertThat(shares[0]).isEqualTo(0.4);
    assertThat(shares[1]).isEqualTo(0.2);
    assertThat(shares[19]).isEqualTo(0.4);
    assertThat(densities.edge(0)).isZero();
    assertThat(densities.edge(20)).isEqualTo(1);
  }

  @Test
  void aGroupOfNoneHasNoHistogram() {
    assertThat(new SimilarityDensities(0, 1, List.of()).histogram(group()))
        .containsOnly(Double.NaN);
  }
}
