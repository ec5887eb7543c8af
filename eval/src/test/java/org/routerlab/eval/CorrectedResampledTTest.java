package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Seed;

class CorrectedResampledTTest {

  private static final double[] FIVE = {.1, .2, .3, .4, .5};

  @Test
  void fiveDifferencesGiveTheNumbersOfTheFormula() {
    CorrectedResampledT test = CorrectedResampledT.of(FIVE, .25, .95);
    // s² = 0.025; (1/5 + 1/4) s² = 0.01125.
    assertThat(test.mean()).isCloseTo(.3, within(1e-12));
    assertThat(test.standardError()).isCloseTo(Math.sqrt(.01125), within(1e-12));
    assertThat(test.statistic()).isCloseTo(Math.sqrt(8), within(1e-12));
    assertThat(test.degreesOfFreedom()).isEqualTo(4);
    assertThat(test.p()).isCloseTo(bothTailsOfFour(Math.sqrt(8)), within(1e-9));
    // The table of Student's t: 2.776445 for 4 degrees of freedom.
    assertThat(test.low()).isCloseTo(.3 - 2.776445 * Math.sqrt(.01125), within(1e-6));
    assertThat(test.high()).isCloseTo(.3 + 2.776445 * Math.sqrt(.01125), within(1e-6));
  }

  /** Student's t with 4 degrees of freedom has a closed form. */
  private static double bothTailsOfFour(double t) {
    double x = t / Math.sqrt(1 + t * t / 4);
    return 1 - 2 * (3.0 / 8 * x * (1 - x * x / 12));
  }

  @Test
  void withoutTestQueriesInCommonItIsThePlainTTest() {
    CorrectedResampledT test = CorrectedResampledT.of(FIVE, 0, .95);
    assertThat(test.statistic()).isCloseTo(.3 / Math.sqrt(.025 / 5), within(1e-12));
  }

  @Test
  void theIntervalExcludesZeroWhereThePValueIsBelowTheLevel() {
    SplittableRandom random = new Seed(1).stream("differences");
    int significant = 0;
    for (int round = 0; round < 500; round++) {
      double[] differences = random.doubles(2 + random.nextInt(8), -.6, 1).toArray();
      CorrectedResampledT test = CorrectedResampledT.of(differences, random.nextDouble(), .9);
      assertThat(test.low() > 0 || test.high() < 0).isEqualTo(test.p() < .1);
      significant += test.p() < .1 ? 1 : 0;
    }
    assertThat(significant).isBetween(20, 480);
  }

  @Test
  void swappingTheRoutersMirrorsTheResult() {
    double[] swapped = Arrays.stream(FIVE).map(d -> -d).toArray();
    CorrectedResampledT test = CorrectedResampledT.of(FIVE, .3, .9);
    CorrectedResampledT mirrored = CorrectedResampledT.of(swapped, .3, .9);
    assertThat(mirrored.p()).isEqualTo(test.p());
    assertThat(mirrored.low()).isEqualTo(-test.high());
    assertThat(mirrored.statistic()).isEqualTo(-test.statistic());
  }

  @Test
  void overlappingSplitsWithoutADifferenceRarelyLookSignificant() {
    // One noise value a query; each of 10 splits tests on 20 of 100 queries.
    SplittableRandom random = new Seed(2).stream("noise");
    int plain = 0;
    int corrected = 0;
    for (int round = 0; round < 400; round++) {
      double[] noise = random.doubles(100, -1, 1).toArray();
      double[] differences = new double[10];
      for (int split = 0; split < 10; split++) {
        for (int draw = 0; draw < 20; draw++) {
          int other = draw + random.nextInt(100 - draw);
          double kept = noise[draw];
          noise[draw] = noise[other];
          noise[other] = kept;
          differences[split] += noise[draw] / 20;
        }
      }
      plain += CorrectedResampledT.of(differences, 0, .95).p() < .05 ? 1 : 0;
      corrected += CorrectedResampledT.of(differences, .25, .95).p() < .05 ? 1 : 0;
    }
    // 5 % of 400 are 20; uncorrected it is several times as often.
    assertThat(corrected).isLessThan(34);
    assertThat(plain).isGreaterThan(60);
  }

  @Test
  void withoutASpreadNothingIsKnownButTheMean() {
    for (double[] differences : new double[][] {{.2}, {.2, .2, .2}}) {
      CorrectedResampledT test = CorrectedResampledT.of(differences, .5, .95);
      assertThat(test.mean()).isCloseTo(.2, within(1e-12));
      assertThat(new double[] {test.statistic(), test.p(), test.low(), test.high()})
          .containsOnly(Double.NaN);
    }
    for (double[] differences :
        new double[][] {{}, {1, Double.NaN}, {Double.POSITIVE_INFINITY, 1}}) {
      CorrectedResampledT test = CorrectedResampledT.of(differences, .5, .95);
      assertThat(new double[] {test.mean(), test.p()}).containsOnly(Double.NaN);
    }
  }

  @Test
  void aNegativeRatioIsRejected() {
    assertThatThrownBy(() -> CorrectedResampledT.of(FIVE, -1, .95))
        .hasMessageContaining("must be finite and at least 0 but is -1.0");
  }
}
