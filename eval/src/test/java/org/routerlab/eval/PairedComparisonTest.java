package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.Seed;

class PairedComparisonTest {

  private static final Bootstrap FEW = new Bootstrap(300, .95, new Seed(3));

  @Test
  void eachIsThePairedDifferenceAndThePValuesAreCorrectedForAll() {
    for (int number = 0; number < 40; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      References references = References.of(test);
      RouterRuns baseline = RouterRuns.of(references.bestSingle());
      List<RouterRuns> routers =
          List.of(
              table.runs(test),
              RouterRuns.of(references.random()),
              RouterRuns.of(references.oracle()));
      List<PairedComparison> found =
          PairedComparison.with(baseline, routers, Metrics.accuracy(), FEW);
      assertThat(found).extracting(PairedComparison::router).startsWith("router", "random");
      for (int i = 0; i < 3; i++) {
        assertThat(found.get(i).difference())
            .isEqualTo(FEW.difference(routers.get(i), baseline, Metrics.accuracy()));
        assertThat(found.get(i).minimumDetectable() / found.get(i).standardError())
            .satisfiesAnyOf(
                ratio -> assertThat(ratio).isCloseTo(2.801585, within(1e-5)),
                ratio -> assertThat(ratio).isNaN());
      }
      double[] p = found.stream().mapToDouble(PairedComparison::p).toArray();
      assertThat(found.stream().mapToDouble(PairedComparison::correctedP).toArray())
          .containsExactly(Holm.adjust(p));
    }
  }

  @Test
  void aRouterThatIsAlwaysBetterHasTheLeastPValueThereIs() {
    TestSet test = BootstrapTest.uniform(400, 2);
    RouterRuns random = RouterRuns.of(References.of(test).random());
    RouterRuns oracle = RouterRuns.of(References.of(test).oracle());
    PairedComparison found =
        PairedComparison.with(random, List.of(oracle), Metrics.accuracy(), FEW).get(0);
    assertThat(found.p()).isEqualTo(2.0 / 301);
    assertThat(found.correctedP()).isEqualTo(found.p());
  }

  @Test
  void aTrueDifferenceOfTheDetectableSizeIsFoundFourTimesOutOfFive() {
    double difference = .06;
    int found = 0;
    double detectable = 0;
    for (int round = 0; round < 300; round++) {
      // Two models with scores uniform on [0, 1]; the second is made better by the difference.
      TestSet test = BootstrapTest.uniform(364, 1000 + round);
      RouterRuns first = RouterRuns.of(Evaluation.of("a", test, Decisions.constant(364, 0)));
      RouterRuns second = RouterRuns.of(Evaluation.of("b", test, Decisions.constant(364, 1)));
      PairedComparison pair =
          PairedComparison.with(
                  first,
                  List.of(second),
                  Metrics.accuracy(),
                  new Bootstrap(200, .95, new Seed(round)))
              .get(0);
      detectable += pair.minimumDetectable() / 300;
      double shifted = pair.difference().value() + difference;
      found += Math.abs(shifted) > 1.96 * pair.standardError() ? 1 : 0;
    }
    // The difference of two uniform variables has variance 1/6: 2.8016 √(1 / 6 / 364) = 0.05995.
    assertThat(detectable).isCloseTo(.06, within(.0005));
    assertThat(found / 300.0).isCloseTo(.8, within(.07));
  }

  @Test
  void anEffectIsKnownForTheUsualLevelAndPower() {
    assertThat(MinimumDetectableEffect.STANDARD.of(1))
        .isCloseTo(1.959963985 + .841621234, within(1e-8));
    assertThat(MinimumDetectableEffect.STANDARD.of(Double.NaN)).isNaN();
    assertThatThrownBy(() -> new MinimumDetectableEffect(.05, 1))
        .hasMessageContaining("power must be in [0.5,");
  }

  @Test
  void winsTiesAndLossesAreCountedOverAllPairsOfRuns() {
    for (int number = 0; number < 200; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      RouterRuns router = table.runs(test);
      RouterRuns random = RouterRuns.of(References.of(test).random());
      double wins = 0;
      double ties = 0;
      double losses = 0;
      for (Evaluation seed : router.seeds()) {
        for (int row = 0; row < test.size(); row++) {
          double difference = seed.score(row) - random.seeds().get(0).score(row);
          wins += difference > 0 ? 1.0 / router.seeds().size() : 0;
          ties += difference == 0 ? 1.0 / router.seeds().size() : 0;
          losses += difference < 0 ? 1.0 / router.seeds().size() : 0;
        }
      }
      WinTieLoss found = WinTieLoss.of(router, random);
      assertThat(found.wins()).isCloseTo(wins, within(1e-9));
      assertThat(found.ties()).isCloseTo(ties, within(1e-9));
      assertThat(found.losses()).isCloseTo(losses, within(1e-9));
      WinTieLoss reversed = WinTieLoss.of(random, router);
      assertThat(reversed.wins()).isEqualTo(found.losses());
    }
  }

  @Test
  void routersOnTwoTestSetsAreNotCompared() {
    RouterRuns one = RouterRuns.of(References.of(BootstrapTest.uniform(4, 1)).random());
    RouterRuns other = RouterRuns.of(References.of(BootstrapTest.uniform(4, 1)).random());
    assertThatThrownBy(() -> PairedComparison.with(one, List.of(other), Metrics.accuracy(), FEW))
        .hasMessageContaining("one test set");
    assertThatThrownBy(() -> WinTieLoss.of(one, other)).hasMessageContaining("one test set");
  }
}
