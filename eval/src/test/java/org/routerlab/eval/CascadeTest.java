package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.Seed;

/** A cascade scores as the answer it gives and costs as all the models it called. */
class CascadeTest {

  private static final Bootstrap ONCE = new Bootstrap(1, .95, new Seed(1));

  private final TestSet test = Tables.vectors();

  /** Costs 1, 2 and 4; row 0 calls a alone, row 1 all three and answers by b, and so on. */
  private final Evaluation cascade =
      Evaluation.ofCascade(
          "cascade",
          test,
          Decisions.of(0, 1, 2, 0, 1, 2),
          new int[][] {{0}, {0, 1, 2}, {0, 2}, {1, 0}, {0, 1}, {2}},
          false);

  @Test
  void costsAddUpByHand() {
    assertThat(IntStream.range(0, 6).mapToDouble(cascade::cost).toArray())
        .containsExactly(1, 7, 5, 3, 3, 4);
    assertThat(IntStream.range(0, 6).mapToDouble(cascade::score).toArray())
        .containsExactly(1, 1, 1, 1, 0, 1);
    assertThat(value(Metrics.meanCost())).isCloseTo(23 / 6.0, within(1e-12));
    assertThat(value(Metrics.accuracy())).isCloseTo(5 / 6.0, within(1e-12));
  }

  @Test
  void utilityWeighsAllCalls() {
    double scaled = 23 / 4.0 / 6;
    assertThat(value(Metrics.utility(.2))).isCloseTo(.8 * 5 / 6 - .2 * scaled, within(1e-12));
  }

  @Test
  void sharesAreOfTheAnswersGiven() {
    for (int model = 0; model < 3; model++) {
      assertThat(value(Metrics.selectionShare(test, model))).isCloseTo(1 / 3.0, within(1e-12));
    }
  }

  @Test
  void itHasNoBudget() {
    assertThat(cascade.obeysBudgets()).isFalse();
    assertThat(value(Metrics.budgetArea())).isNaN();
    assertThat(Curve.byBudget(RouterRuns.of(cascade), ONCE).points()).isEmpty();
  }

  @Test
  void itsCurveIsOnePointAtTheCostOfAllCalls() {
    for (CurvePoint point : Curve.byLambda(RouterRuns.of(cascade), ONCE).points()) {
      assertThat(point.cost()).isCloseTo(23 / 6.0, within(1e-12));
      assertThat(point.accuracy().value()).isCloseTo(5 / 6.0, within(1e-12));
    }
  }

  @Test
  void anAnswerOfAModelThatWasNotCalledIsRejected() {
    Decisions answers = Decisions.constant(6, 1);
    int[][] called = {{1}, {1}, {0}, {1}, {1}, {1}};
    assertThatThrownBy(() -> Evaluation.ofCascade("c", test, answers, called, false))
        .hasMessageContaining("on row 2 called [0] and answered by 1");
    int[][] twice = {{1}, {1, 1}, {1}, {1}, {1}, {1}};
    assertThatThrownBy(() -> Evaluation.ofCascade("c", test, answers, twice, false))
        .hasMessageContaining("each model once");
  }

  @Test
  void aCascadeThatCallsOneModelIsARouterThatDecides() {
    for (int number = 0; number < 60; number++) {
      Tables.Case table = Tables.random(number);
      TestSet set = table.testSet();
      int models = set.pool().size();
      Decisions decisions = Decisions.of(set.given(), row -> row % models);
      int[][] called = new int[set.given()][];
      for (int row = 0; row < called.length; row++) {
        called[row] = new int[] {row % models};
      }
      RouterRuns plain = RouterRuns.of(Evaluation.of("r", set, decisions));
      RouterRuns cascade = RouterRuns.of(Evaluation.ofCascade("r", set, decisions, called, false));
      for (Metric metric : Metrics.standard(set, .2, .9)) {
        assertThat(NaiveTwinTest.value(cascade, metric))
            .as("%s on table %d", metric.name(), number)
            .isEqualTo(Double.valueOf(NaiveTwinTest.value(plain, metric)));
      }
    }
  }

  @Test
  void metricsAgreeWithPlainLoops() {
    int compared = 0;
    for (int number = 0; number < 200; number++) {
      Tables.Case table = Tables.random(number);
      TestSet set = table.testSet();
      if (!set.hasCosts()) {
        continue;
      }
      compared++;
      SplittableRandom random = new SplittableRandom(number);
      int models = set.pool().size();
      int[][] called = new int[set.given()][];
      int[] answers = new int[called.length];
      for (int row = 0; row < called.length; row++) {
        int answer = random.nextInt(models);
        answers[row] = answer;
        called[row] =
            IntStream.range(0, models).filter(m -> m == answer || random.nextBoolean()).toArray();
      }
      double score = 0;
      double cost = 0;
      double highest = 0;
      for (int row = 0; row < table.train().size(); row++) {
        for (int model = 0; model < models; model++) {
          highest = Math.max(highest, table.train().cost(row, model));
        }
      }
      int[] rows = table.test().completeRows();
      for (int row : rows) {
        score += (double) table.test().score(row, answers[row]) / rows.length;
        for (int model : called[row]) {
          cost += (double) table.test().cost(row, model) / rows.length;
        }
      }
      RouterRuns runs =
          RouterRuns.of(Evaluation.ofCascade("c", set, Decisions.of(answers), called, false));
      double scaled = highest == 0 ? 0 : cost / highest;
      assertThat(NaiveTwinTest.value(runs, Metrics.accuracy())).isCloseTo(score, within(1e-9));
      assertThat(NaiveTwinTest.value(runs, Metrics.meanCost())).isCloseTo(cost, within(1e-9));
      assertThat(NaiveTwinTest.value(runs, Metrics.utility(.5)))
          .isCloseTo(.5 * score - .5 * scaled, within(1e-9));
      assertThat(NaiveTwinTest.value(runs, Metrics.lambdaPeak())).isCloseTo(score, within(1e-9));
      int best = set.ranking().best();
      double target = 0;
      double reference = 0;
      for (int row : rows) {
        target += (double) table.test().score(row, best) / rows.length;
        reference += (double) table.test().cost(row, best) / rows.length;
      }
      double qnc = NaiveTwinTest.value(runs, Metrics.qnc());
      if (reference == 0) {
        assertThat(qnc).isNaN();
      } else if (score > target - 1e-9) {
        assertThat(qnc).isCloseTo(cost / reference, within(1e-9));
      } else {
        assertThat(qnc).isInfinite();
      }
    }
    assertThat(compared).isGreaterThan(100);
  }

  @Test
  void withHindsightItIsNeverTheBest() {
    int[][] called = {{0}, {1}, {2}, {0}, {0}, {1}};
    Evaluation knowing =
        Evaluation.ofCascade("knowing", test, Decisions.of(0, 1, 2, 0, 0, 1), called, true);
    List<RouterRuns> runs = List.of(RouterRuns.of(knowing), RouterRuns.of(cascade));
    Comparison comparison = Comparison.of(test, runs, List.of(Metrics.accuracy()), ONCE);
    assertThat(knowing.isDeployable()).isFalse();
    assertThat(comparison.standings().get(0).best()).isEqualTo("cascade");
  }

  private double value(Metric metric) {
    return NaiveTwinTest.value(RouterRuns.of(cascade), metric);
  }
}
