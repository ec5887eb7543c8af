package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.routerlab.eval.NaiveTwinTest.value;

import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

/** Readings of routing accuracy and of the oracle's cost by hand on the specification's table. */
class RoutingReadingsTest {

  private final TestSet test = Tables.vectors();
  private final RouterRuns argmax =
      RouterRuns.of(Evaluation.of("argmax", test, Tables.PREDICTIONS));
  private final References references = References.of(test);

  @Test
  void onBinaryScoresEveryThresholdGivesTheAccuracy() {
    for (Correctness correctness : Correctness.values()) {
      assertThat(value(argmax, RoutingAccuracy.correct(correctness)))
          .isCloseTo(2 / 3.0, within(1e-12));
    }
  }

  @Test
  void onGradedScoresEachThresholdCountsItsOwn() {
    FloatMatrix scores =
        FloatMatrix.of(new float[] {0}, new float[] {.2f}, new float[] {.5f}, new float[] {1});
    OutcomeTable table = new OutcomeTable(ModelPool.of("a"), scores);
    TestSet graded = TestSet.of(table, Tables.queries(4, "d"), table);
    RouterRuns only = RouterRuns.of(References.of(graded).bestSingle());
    assertThat(value(only, RoutingAccuracy.correct(Correctness.ABOVE_ZERO))).isEqualTo(.75);
    assertThat(value(only, RoutingAccuracy.correct(Correctness.HALF))).isEqualTo(.5);
    assertThat(value(only, RoutingAccuracy.correct(Correctness.FULL))).isEqualTo(.25);
    assertThat(value(only, RoutingAccuracy.correct(Map.of("d", .1)))).isEqualTo(.75);
  }

  @Test
  void matchesAndAgreementsCountAsByHand() {
    assertThat(value(argmax, RoutingAccuracy.bestMatch())).isCloseTo(5 / 6.0, within(1e-12));
    assertThat(value(argmax, RoutingAccuracy.rankedBestMatch())).isCloseTo(2 / 6.0, within(1e-12));
    // Wins: b over a, c over a and b, b over a; lost: c to a.
    assertThat(value(argmax, RoutingAccuracy.decisiveAgreement())).isCloseTo(.8, within(1e-12));
  }

  @Test
  void betweenTwoModelsAgreementIsTheShareOfDecisiveQueriesWon() {
    FloatMatrix scores =
        FloatMatrix.of(
            new float[] {1, 0}, new float[] {0, 1}, new float[] {1, 1}, new float[] {1, 0});
    OutcomeTable table = new OutcomeTable(ModelPool.of("weak", "strong"), scores);
    TestSet pair = TestSet.of(table, Tables.queries(4, "d"), table);
    RouterRuns router = RouterRuns.of(Evaluation.of("r", pair, Decisions.of(0, 1, 0, 1)));
    assertThat(value(router, RoutingAccuracy.decisiveAgreement()))
        .isCloseTo(2 / 3.0, within(1e-12));
    RouterRuns random = RouterRuns.of(References.of(pair).random());
    assertThat(value(random, RoutingAccuracy.decisiveAgreement())).isCloseTo(.5, within(1e-12));
  }

  @Test
  void theOracleIsBestOnEveryQueryAndNeverBeaten() {
    RouterRuns oracle = RouterRuns.of(references.oracle());
    assertThat(value(oracle, RoutingAccuracy.bestMatch())).isOne();
    assertThat(value(oracle, RoutingAccuracy.decisiveAgreement())).isOne();
  }

  @Test
  void agreementIsUnknownWhereNoPairDiffers() {
    OutcomeTable table =
        new OutcomeTable(ModelPool.of("a", "b"), FloatMatrix.of(new float[] {1, 1}));
    TestSet same = TestSet.of(table, Tables.queries(1, "d"), table);
    RouterRuns router = RouterRuns.of(References.of(same).bestSingle());
    assertThat(value(router, RoutingAccuracy.decisiveAgreement())).isNaN();
    assertThat(value(router, RoutingAccuracy.bestMatch())).isOne();
  }

  @Test
  void oracleCostsDifferWhereNobodyIsRightAndWhereSeveralAre() {
    // Cheapest correct 1, 2, 4, 1, none, 2.
    assertThat(value(argmax, OracleCost.cheapestCorrect(Correctness.HALF)))
        .isCloseTo(11 / 6.0, within(1e-12));
    assertThat(value(argmax, OracleCost.nothingUnsolved())).isCloseTo(10 / 6.0, within(1e-12));
    assertThat(value(argmax, OracleCost.randomBest())).isCloseTo(47 / 18.0, within(1e-12));
    assertThat(value(RouterRuns.of(references.oracle()), Metrics.meanCost()))
        .isCloseTo(11 / 6.0, within(1e-12));
  }

  @Test
  void aDrawIsOneOfManyAroundItsExpectation() {
    double mean =
        LongStream.range(0, 400)
            .mapToObj(seed -> References.randomDraw(new Seed(seed), test))
            .mapToDouble(draw -> value(RouterRuns.of(draw), Metrics.accuracy()))
            .average()
            .orElseThrow();
    assertThat(mean).isCloseTo(.5, within(.03));
    Evaluation draw = References.randomDraw(new Seed(42), test);
    assertThat(draw.router()).isEqualTo("random-draw-42");
    assertThat(draw.selection().decisions())
        .isEqualTo(References.randomDraw(new Seed(42), test).selection().decisions())
        .isNotEqualTo(References.randomDraw(new Seed(43), test).selection().decisions());
  }
}
