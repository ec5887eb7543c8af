package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.routerlab.eval.NaiveTwinTest.value;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

/** RouterArena's measures on the specification's vectors, by hand, and in their limits. */
class RouterArenaTest {

  private static final Bootstrap MANY = new Bootstrap(300, .95, new Seed(1));

  private final TestSet test = Tables.vectors();
  private final RouterRuns argmax =
      RouterRuns.of(Evaluation.of("argmax", test, Tables.PREDICTIONS));
  private final RouterRuns single = RouterRuns.of(References.of(test).bestSingle());

  @Test
  void scoresMatchTheVectors() {
    assertThat(RouterArena.score(.6841, .29)).isCloseTo(.676568, within(5e-7));
    assertThat(RouterArena.score(.6688, .15)).isCloseTo(.668994, within(5e-7));
  }

  @Test
  void theScoreOfATableIsThatOfItsAccuracyAndTheCostOfAThousandQueries() {
    RouterRuns always = alwaysTheOnlyModel(.00029f);
    assertThat(value(always, RouterArena.arena()))
        .isCloseTo(RouterArena.score(.5, .29), within(1e-6));
    assertThat(value(always, RouterArena.arenaUnclamped()))
        .isCloseTo(RouterArena.score(.5, .29), within(1e-6));
  }

  @Test
  void costsBeyondTheBoundsCountAsTheBoundsUnlessUnclamped() {
    RouterRuns free = alwaysTheOnlyModel(1e-9f);
    assertThat(value(free, RouterArena.arena())).isCloseTo(1.1 * .5 / 1.05, within(1e-12));
    assertThat(value(free, RouterArena.arenaUnclamped())).isGreaterThan(1.1 * .5 / 1.05);
    RouterRuns dear = alwaysTheOnlyModel(.3f);
    assertThat(value(dear, RouterArena.arena())).isZero();
    assertThat(value(dear, RouterArena.arenaUnclamped())).isNegative().isFinite();
    assertThat(value(alwaysTheOnlyModel(0), RouterArena.arenaUnclamped())).isNaN();
    assertThat(value(alwaysTheOnlyModel(1000), RouterArena.arenaUnclamped())).isNaN();
  }

  @Test
  void aRouterThatIsNeverRightScoresNothing() {
    assertThat(RouterArena.score(0, .29)).isZero();
    assertThat(RouterArena.score(0, 200)).isZero();
  }

  @Test
  void optimaAreTheCheapestFullAnswers() {
    // Optima a, b, c, a, none, b; argmax chooses a, b, c, c, c, b.
    assertThat(value(argmax, ArenaOptimality.selection(ArenaOptimality.Over.SOLVABLE)))
        .isCloseTo(.8, within(1e-12));
    assertThat(value(argmax, ArenaOptimality.selection(ArenaOptimality.Over.ANSWERED))).isOne();
    assertThat(value(argmax, ArenaOptimality.accuracy(ArenaOptimality.Over.SOLVABLE)))
        .isCloseTo(.8, within(1e-12));
    assertThat(value(argmax, ArenaOptimality.cost(ArenaOptimality.Over.ANSWERED))).isOne();
    assertThat(value(argmax, ArenaOptimality.cost(ArenaOptimality.Over.SOLVABLE)))
        .isCloseTo(10 / 13.0, within(1e-12));
    assertThat(value(single, ArenaOptimality.selection(ArenaOptimality.Over.SOLVABLE)))
        .isCloseTo(.2, within(1e-12));
    assertThat(value(single, ArenaOptimality.cost(ArenaOptimality.Over.ANSWERED)))
        .isCloseTo(9 / 16.0, within(1e-12));
    assertThat(value(single, ArenaOptimality.cost(ArenaOptimality.Over.SOLVABLE)))
        .isCloseTo(.5, within(1e-12));
  }

  @Test
  void theOracleIsOptimal() {
    RouterRuns oracle = RouterRuns.of(References.of(test).oracle());
    for (ArenaOptimality.Over over : ArenaOptimality.Over.values()) {
      assertThat(value(oracle, ArenaOptimality.selection(over))).isOne();
      assertThat(value(oracle, ArenaOptimality.accuracy(over))).isOne();
      assertThat(value(oracle, ArenaOptimality.cost(over))).isOne();
    }
  }

  @Test
  void accuracyOverAnsweredQueriesSaysNothing() {
    assertThat(value(argmax, ArenaOptimality.accuracy(ArenaOptimality.Over.ANSWERED))).isOne();
    assertThat(value(single, ArenaOptimality.accuracy(ArenaOptimality.Over.ANSWERED))).isOne();
  }

  @Test
  void aDrawPaysForEachModelByItsChance() {
    // Answered: 3, 2, 1, 1, 0, 2 thirds of a query at optimal costs 1, 2, 4, 1, -, 2; the models
    // that answer cost 7, 6, 4, 1, 0, 6 thirds.
    RouterRuns random = RouterRuns.of(References.of(test).random());
    assertThat(value(random, ArenaOptimality.cost(ArenaOptimality.Over.ANSWERED)))
        .isCloseTo(16 / 24.0, within(1e-12));
    assertThat(value(random, ArenaOptimality.selection(ArenaOptimality.Over.SOLVABLE)))
        .isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void aCascadePaysForAllItCalled() {
    int[][] called = {{0, 2}, {0, 2}, {0, 2}, {0, 2}, {0, 2}, {0, 2}};
    RouterRuns cascade =
        RouterRuns.of(
            Evaluation.ofCascade("cascade", test, Decisions.constant(6, 2), called, false));
    assertThat(value(cascade, ArenaOptimality.cost(ArenaOptimality.Over.ANSWERED)))
        .isCloseTo(9 / 20.0, within(1e-12));
  }

  @Test
  void robustnessIsTheShareOfChoicesThatStay() {
    RouterRuns original = decided(0, 1, 2, 2, 2, 1);
    assertThat(Robustness.of(original, List.of(original), MANY))
        .isEqualTo(new Estimate(1, 1, 1, 6));
    Estimate found =
        Robustness.of(
            original, List.of(decided(0, 1, 2, 2, 2, 0), decided(0, 2, 2, 2, 0, 1)), MANY);
    assertThat(found.value()).isCloseTo(1 - 3 / 12.0, within(1e-12));
    assertThat(found.low()).isBetween(0.5, .7);
    assertThat(found.high()).isBetween(.8, 1.0);
    assertThat(Robustness.of(original, List.of(), MANY).value()).isNaN();
  }

  @Test
  void robustnessComparesRunsOfOneTestSet() {
    RouterRuns twice =
        new RouterRuns("twice", List.of(argmax.seeds().get(0), single.seeds().get(0)));
    assertThatThrownBy(() -> Robustness.of(twice, List.of(argmax), MANY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 on 6 queries and perturbed 1 on 6");
    RouterRuns elsewhere = RouterRuns.of(References.of(Tables.vectors()).bestSingle());
    assertThatThrownBy(() -> Robustness.of(argmax, List.of(elsewhere), MANY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("same test set");
  }

  private RouterRuns decided(int... models) {
    return RouterRuns.of(Evaluation.of("decided", test, Decisions.of(models)));
  }

  /** One model that is right on one of two queries. */
  private static RouterRuns alwaysTheOnlyModel(float cost) {
    OutcomeTable table =
        new OutcomeTable(
            ModelPool.of("a"),
            FloatMatrix.of(new float[] {1}, new float[] {0}),
            FloatMatrix.of(new float[] {cost}, new float[] {cost}));
    TestSet two = TestSet.of(table, Tables.queries(2, "d"), table);
    return RouterRuns.of(References.of(two).bestSingle());
  }
}
