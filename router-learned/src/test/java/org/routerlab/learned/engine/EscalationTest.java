package org.routerlab.learned.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EscalationTest {

  /** The small model is right where its verdict is high; the large one helps in the middle only. */
  private static JudgedOutcomes outcomes(double largeCost) {
    return new JudgedOutcomes(
        new double[][] {{0, 0, 0, 0, 1, 1, 1, 1}, {0, 0, 1, 1, 1, 1, 1, 1}},
        new double[][] {{.1, .1, .45, .45, .9, .9, .9, .9}, {0, 0, 0, 0, 0, 0, 0, 0}},
        new double[][] {
          {1, 1, 1, 1, 1, 1, 1, 1},
          {largeCost, largeCost, largeCost, largeCost, largeCost, largeCost, largeCost, largeCost}
        });
  }

  @Test
  void twoThresholdsLeaveHopelessQueriesToTheSmallModel() {
    Escalation range = Escalation.best(outcomes(10), 0, 1, 8, 8, 0.05);
    assertThat(range.passesOn(.45)).isTrue();
    assertThat(range.passesOn(.1)).isFalse();
    assertThat(range.passesOn(.9)).isFalse();
  }

  @Test
  void oneThresholdSendsTheHopelessOnToo() {
    Escalation range = Escalation.best(outcomes(10), 0, 1, 0, 8, 0.05);
    assertThat(range.passesOn(.45)).isTrue();
    assertThat(range.passesOn(.1)).isTrue();
    assertThat(range.passesOn(.9)).isFalse();
  }

  @Test
  void withoutCostsAccuracyDecides() {
    JudgedOutcomes paid = outcomes(10);
    JudgedOutcomes free =
        new JudgedOutcomes(paid.scores(), paid.verdicts(), new double[2][paid.size()]);
    Escalation range = Escalation.best(free, 0, 1, 0, 8, 0.05);
    assertThat(range.passesOn(.45)).isTrue();
  }

  @Test
  void aLargeModelThatIsNoBetterIsNotAsked() {
    JudgedOutcomes turned =
        new JudgedOutcomes(
            new double[][] {{1, 1, 1, 1}, {0, 0, 0, 0}},
            new double[][] {{.1, .4, .6, .9}, {0, 0, 0, 0}},
            new double[][] {{1, 1, 1, 1}, {10, 10, 10, 10}});
    Escalation range = Escalation.best(turned, 0, 1, 8, 8, 0.05);
    for (double verdict : new double[] {.1, .4, .6, .9}) {
      assertThat(range.passesOn(verdict)).isFalse();
    }
  }

  @Test
  void aRangeOfTooFewQueriesIsNotComparedByMoney() {
    // One query in ten is a sure gain, four in ten together gain half as much a query.
    double[] small = {0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
    double[] large = {1, 1, 0, 1, 1, 1, 1, 1, 1, 1};
    double[] verdicts = {.1, .3, .3, .3, .9, .9, .9, .9, .9, .9};
    double[] one = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    double[] ten = {10, 10, 10, 10, 10, 10, 10, 10, 10, 10};
    JudgedOutcomes outcomes =
        new JudgedOutcomes(
            new double[][] {small, large},
            new double[][] {verdicts, one},
            new double[][] {one, ten});
    assertThat(Escalation.best(outcomes, 0, 1, 0, 8, 0).passesOn(.3)).isFalse();
    assertThat(Escalation.best(outcomes, 0, 1, 0, 8, 0.2).passesOn(.3)).isTrue();
  }

  @Test
  void verdictsOutsideTheUnitIntervalCountAsItsEnds() {
    Escalation range = new Escalation(0, 0.5);
    assertThat(range.passesOn(-0.3)).isTrue();
    assertThat(range.passesOn(1.3)).isFalse();
  }
}
