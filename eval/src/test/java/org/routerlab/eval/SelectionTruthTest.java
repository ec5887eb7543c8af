package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

/** Selection frequencies against their naive twins on random tables, by hand, and in limits. */
class SelectionTruthTest {

  private static final Bootstrap ONCE = new Bootstrap(1, .95, new Seed(1));
  private static final Bootstrap MANY = new Bootstrap(200, .95, new Seed(1));

  private static void assertClose(int number, double found, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(found).as("table %d", number).isNaN();
    } else {
      assertThat(found).as("table %d", number).isCloseTo(expected, within(1e-9));
    }
  }

  private static double value(RouterRuns runs, Metric metric) {
    return ONCE.estimate(runs, metric).value();
  }

  @Test
  void distancesAgreeWithTheirTwins() {
    int known = 0;
    for (int number = 0; number < 200; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      RouterRuns runs = table.runs(test);
      NaiveSelection naive = new NaiveSelection(test, runs);
      double[] hard = naive.chosen(naive::isHard);
      double shift = NaiveSelection.distance(naive.chosen(i -> true), hard);
      assertClose(number, value(runs, SelectionTruth.shift()), shift);
      double distance = NaiveSelection.distance(hard, naive.truth(naive::isHard));
      assertClose(number, value(runs, SelectionTruth.distance()), distance);
      double solvable =
          NaiveSelection.distance(naive.chosen(naive::isSolvable), naive.truth(naive::isSolvable));
      assertClose(number, value(runs, SelectionTruth.distanceOnSolvable()), solvable);
      known += shift > 0 && distance > 0 ? 1 : 0;
    }
    assertThat(known).isGreaterThan(100);
  }

  @Test
  void onASubsetBothDistributionsAreOfItsQueries() {
    for (int number = 0; number < 200; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      if (test.size() == 0) {
        continue;
      }
      RouterRuns runs = table.runs(test);
      NaiveSelection naive = new NaiveSelection(test, runs);
      QuerySubset even = QuerySubset.of("even", test.size(), row -> row % 2 == 0);
      double[] hard = naive.chosen(i -> i % 2 == 0 && naive.isHard(i));
      assertClose(
          number,
          value(runs, SelectionTruth.shift().on(even)),
          NaiveSelection.distance(naive.chosen(i -> i % 2 == 0), hard));
      assertClose(
          number,
          value(runs, SelectionTruth.distance().on(even)),
          NaiveSelection.distance(hard, naive.truth(i -> i % 2 == 0 && naive.isHard(i))));
    }
  }

  @Test
  void histogramsAgreeWithTheirTwins() {
    for (int number = 0; number < 200; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      RouterRuns runs = table.runs(test);
      RouterRuns single = RouterRuns.of(References.of(test).bestSingle());
      SelectionHistograms found = SelectionHistograms.of(test, List.of(single, runs), ONCE);
      NaiveSelection naive = new NaiveSelection(test, runs);
      SelectionHistograms.Histogram histogram = found.routers().get(1);
      double before = Double.POSITIVE_INFINITY;
      for (int place = 0; place < test.pool().size(); place++) {
        int model = test.pool().indexOf(found.models().get(place));
        double mean = Double.isNaN(test.trainMean(model)) ? -1 : test.trainMean(model);
        assertThat(mean).isLessThanOrEqualTo(before);
        before = mean;
        assertClose(
            number,
            found.truthSolvable().get(place).value(),
            naive.truth(naive::isSolvable)[model]);
        assertClose(
            number, found.truthHard().get(place).value(), naive.truth(naive::isHard)[model]);
        assertClose(number, histogram.all().get(place).value(), naive.chosen(i -> true)[model]);
        assertClose(
            number, histogram.hard().get(place).value(), naive.chosen(naive::isHard)[model]);
      }
      assertClose(number, histogram.shift().value(), value(runs, SelectionTruth.shift()));
      assertClose(
          number, histogram.truthDistance().value(), value(runs, SelectionTruth.distance()));
      if (test.size() > 0) {
        assertThat(found.routers().get(0).all().get(0).value()).isEqualTo(1);
      }
    }
  }

  @Test
  void onTheTableOfTheSpecificationSharesAreAsByHand() {
    // Hard queries are 2, on which only c is right, and 3, on which only a is.
    TestSet test = Tables.vectors();
    RouterRuns argmax = RouterRuns.of(Evaluation.of("argmax", test, Tables.PREDICTIONS));
    SelectionHistograms found = SelectionHistograms.of(test, List.of(argmax), MANY);
    assertThat(found.models()).containsExactly("c", "b", "a");
    assertThat(found.truthHard().stream().map(Estimate::value)).containsExactly(.5, 0.0, .5);
    SelectionHistograms.Histogram histogram = found.routers().get(0);
    assertThat(histogram.hard().stream().map(Estimate::value)).containsExactly(1.0, 0.0, 0.0);
    assertThat(histogram.all().get(0).value()).isEqualTo(.5);
    assertThat(histogram.shift().value()).isCloseTo(.5, within(1e-12));
    assertThat(histogram.truthDistance().value()).isCloseTo(.5, within(1e-12));
    assertThat(histogram.hard().get(0).n()).isEqualTo(2);
    // Of 5 solvable queries c is right on four: on one of three models, two of two, one alone.
    assertThat(found.truthSolvable().get(0).value())
        .isCloseTo((1 / 3.0 + 1 / 2.0 + 1 / 2.0 + 1) / 5, within(1e-12));
  }

  @Test
  void aRouterThatIsRightOnHardQueriesIsTheTruthWhereOneModelIs() {
    TestSet test = Tables.vectors();
    RouterRuns right = RouterRuns.of(Evaluation.of("right", test, Decisions.of(2, 2, 2, 0, 2, 2)));
    assertThat(value(right, SelectionTruth.distance())).isZero();
    assertThat(value(right, SelectionTruth.shift())).isCloseTo(1 / 3.0, within(1e-12));
    RouterRuns wrong = RouterRuns.of(Evaluation.of("wrong", test, Decisions.constant(6, 1)));
    assertThat(value(wrong, SelectionTruth.distance())).isEqualTo(1);
    assertThat(value(wrong, SelectionTruth.shift())).isZero();
  }

  @Test
  void anEvenDrawDoesNotShift() {
    TestSet test = Tables.vectors();
    RouterRuns random = RouterRuns.of(References.of(test).random());
    assertThat(value(random, SelectionTruth.shift())).isCloseTo(0, within(1e-12));
    assertThat(value(random, SelectionTruth.distance())).isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void withoutAHardQueryOnlySolvableOnesHaveATruth() {
    OutcomeTable outcomes = new OutcomeTable(ModelPool.of("a", "b"), Tables.matrix(4, 2, () -> 1f));
    TestSet test = TestSet.of(outcomes, Tables.queries(4, "d"), outcomes);
    RouterRuns first = RouterRuns.of(Evaluation.of("first", test, Decisions.constant(4, 0)));
    assertThat(value(first, SelectionTruth.shift())).isNaN();
    assertThat(value(first, SelectionTruth.distance())).isNaN();
    assertThat(value(first, SelectionTruth.distanceOnSolvable())).isEqualTo(.5);
    SelectionHistograms found = SelectionHistograms.of(test, List.of(), MANY);
    assertThat(found.truthHard()).allMatch(estimate -> Double.isNaN(estimate.value()));
    assertThat(found.truthSolvable().get(1)).isEqualTo(new Estimate(.5, .5, .5, 4));
  }

  @Test
  void theFamiliesHoldWhatIsMeasuredOnHardQueries() {
    TestSet test = Tables.vectors();
    List<String> selection = keys("selection", test);
    assertThat(selection)
        .containsExactly(
            "selection-shift all",
            "selection-truth-distance all",
            "selection-truth-distance-solvable all",
            "selection-share/a hard",
            "selection-share/b hard",
            "selection-share/c hard");
    assertThat(keys("predictions", test))
        .containsExactly("bce all", "brier all", "ece all", "bce hard", "brier hard", "ece hard");
  }

  private static List<String> keys(String family, TestSet test) {
    return MetricFamilies.all().stream()
        .filter(each -> each.name().equals(family))
        .flatMap(each -> each.on(test).stream())
        .map(metric -> metric.name() + " " + metric.subset())
        .toList();
  }

  @Test
  void lossesOnHardQueriesAreThoseOfTheirPredictionsAlone() {
    TestSet test = Tables.vectors();
    RouterRuns argmax = RouterRuns.of(Evaluation.of("argmax", test, Tables.PREDICTIONS));
    int[] hard = test.subset("hard").rows();
    OutcomeTable only =
        new OutcomeTable(ModelPool.of("a", "b", "c"), Tables.SCORES.selectRows(hard));
    TestSet alone = TestSet.of(only, Tables.queries(2, "d"), only);
    FloatMatrix predictions = Tables.PREDICTIONS.selectRows(hard);
    RouterRuns router = RouterRuns.of(Evaluation.of("argmax", alone, predictions));
    for (Metric metric :
        List.of(Metrics.crossEntropy(), Metrics.brier(), Metrics.calibrationError())) {
      assertThat(value(argmax, metric.on(test.subset("hard"))))
          .as(metric.name())
          .isCloseTo(value(router, metric), within(1e-12))
          .isNotCloseTo(value(argmax, metric), within(1e-6));
    }
  }

  @Test
  void aRoutersHistogramIsTheSameAmongHundredsOfOthers() {
    TestSet test = Tables.vectors();
    List<RouterRuns> routers = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      Decisions decisions = Decisions.of(i % 3, i / 3 % 3, i / 9 % 3, i / 27 % 3, i / 81 % 3, 0);
      routers.add(RouterRuns.of(Evaluation.of("r" + i, test, decisions)));
    }
    Bootstrap few = new Bootstrap(5, .95, new Seed(1));
    SelectionHistograms all = SelectionHistograms.of(test, routers, few);
    assertThat(all.routers()).hasSize(600);
    for (int i = 0; i < 600; i += 37) {
      SelectionHistograms alone = SelectionHistograms.of(test, List.of(routers.get(i)), few);
      assertThat(all.routers().get(i)).isEqualTo(alone.routers().get(0));
    }
  }

  @Test
  void histogramsAreTheSameOnAnyNumberOfThreads() throws Exception {
    Tables.Case table = Tables.random(16);
    TestSet test = table.testSet();
    List<RouterRuns> routers = List.of(table.runs(test));
    SelectionHistograms here = SelectionHistograms.of(test, routers, MANY);
    ForkJoinPool pool = new ForkJoinPool(1);
    assertThat(pool.submit(() -> SelectionHistograms.of(test, routers, MANY)).get())
        .isEqualTo(here);
    pool.shutdown();
  }
}
