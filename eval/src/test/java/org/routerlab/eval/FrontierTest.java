package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.routerlab.eval.Frontier.Interpolation;

class FrontierTest {

  private final Frontier frontier =
      Frontier.of(new double[] {6, 1, 2, 3, 8, 4}, new double[] {.7, .3, .6, .55, .9, .8});

  @Test
  void dominatedPointsAreDropped() {
    assertThat(frontier.costs()).containsExactly(1, 2, 4, 8);
    assertThat(frontier.scores()).containsExactly(.3, .6, .8, .9);
  }

  @Test
  void areasMatchTheVectors() {
    assertThat(frontier.area(8, Interpolation.LINEAR) / 7).isCloseTo(.75, within(1e-12));
    assertThat(frontier.area(8, Interpolation.LINEAR) / 8).isCloseTo(.65625, within(1e-12));
    assertThat(frontier.area(8, Interpolation.STEP) / 7).isCloseTo(.671429, within(1e-6));
  }

  @Test
  void costsOfATargetMatchTheVectors() {
    assertThat(frontier.costOf(.85, Interpolation.LINEAR) / 8).isCloseTo(.75, within(1e-12));
    assertThat(frontier.costOf(.85, Interpolation.STEP) / 8).isEqualTo(1);
  }

  @Test
  void theFirstPointReachesWhateverIsBelowIt() {
    assertThat(frontier.costOf(.1, Interpolation.LINEAR)).isEqualTo(1);
  }

  @Test
  void aTargetAboveAllPointsCostsInfinitelyMuch() {
    assertThat(frontier.costOf(.95, Interpolation.LINEAR)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void ofTwoPointsAtOneCostTheBetterIsKept() {
    Frontier two = Frontier.of(new double[] {1, 1}, new double[] {.2, .5});
    assertThat(two.scores()).containsExactly(.5);
  }

  @Test
  void theLastAccuracyIsCarriedOn() {
    Frontier one = Frontier.of(new double[] {2}, new double[] {.5});
    assertThat(one.from(1, .1).area(4, Interpolation.LINEAR)).isCloseTo(.3 + 1, within(1e-12));
  }

  @Test
  void theHullMatchesTheVectors() {
    assertThat(frontier.hull().costs()).containsExactly(1, 2, 4, 8);
    assertThat(frontier.hull().scores()).containsExactly(.3, .6, .8, .9);
    assertThat(frontier.hull().area(1, 8, Interpolation.LINEAR) / 7).isCloseTo(.75, within(1e-12));
    assertThat(frontier.hull().area(8, Interpolation.LINEAR) / 8).isCloseTo(.65625, within(1e-12));
  }

  @Test
  void theHullLeavesOutWhatAMixtureAttains() {
    Frontier bent = Frontier.of(new double[] {0, 1, 2, 3}, new double[] {0, .1, .2, .9});
    assertThat(bent.hull().costs()).containsExactly(0, 3);
    assertThat(bent.hull().at(1)).isCloseTo(.3, within(1e-12));
    assertThat(bent.at(1)).isCloseTo(.1, within(1e-12));
  }

  @Test
  void bothEndsAreCarriedOnAndCutOff() {
    assertThat(frontier.area(0, 9, Interpolation.LINEAR))
        .isCloseTo(.3 + .75 * 7 + .9, within(1e-12));
    assertThat(frontier.area(3, 3.5, Interpolation.LINEAR)).isCloseTo(.725 * .5, within(1e-12));
    assertThat(frontier.area(3, 3.5, Interpolation.STEP)).isCloseTo(.6 * .5, within(1e-12));
    assertThat(frontier.area(9, 10, Interpolation.LINEAR)).isCloseTo(.9, within(1e-12));
    assertThat(frontier.area(0, .5, Interpolation.LINEAR)).isCloseTo(.15, within(1e-12));
    assertThat(frontier.at(0)).isEqualTo(.3);
    assertThat(frontier.at(9)).isEqualTo(.9);
  }
}
