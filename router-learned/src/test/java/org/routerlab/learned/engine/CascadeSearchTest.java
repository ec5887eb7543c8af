package org.routerlab.learned.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CascadeSearchTest {

  private static final double NO_BUDGET = Double.POSITIVE_INFINITY;

  /**
   * Model 0 is cheap and right where its verdict is high, model 1 is dear and right on the rest.
   */
  private static final JudgedOutcomes HANDMADE =
      new JudgedOutcomes(
          new double[][] {{1, 1, 0, 0}, {0, 0, 1, 0}},
          new double[][] {{.9, .8, .3, .2}, {.5, .5, .5, .5}},
          new double[][] {{1, 1, 1, 1}, {10, 10, 10, 10}});

  @Test
  void theListAndItsFiguresAreThoseOfTheHandComputation() {
    CascadeSearch.Plan plan = CascadeSearch.best(HANDMADE, List.of(0, 1), 2, 4, NO_BUDGET);
    assertThat(plan.models()).containsExactly(0, 1);
    assertThat(plan.thresholds()).containsExactly(.8, Double.NEGATIVE_INFINITY);
    assertThat(plan.score()).isEqualTo(3 / 4.0);
    assertThat(plan.cost()).isEqualTo((4 + 2 * 10) / 4.0);
  }

  @Test
  void aBudgetRulesOutDearLists() {
    CascadeSearch.Plan plan = CascadeSearch.best(HANDMADE, List.of(0, 1), 2, 4, 5.9);
    assertThat(plan.cost()).isLessThanOrEqualTo(5.9);
    assertThat(plan.models()).containsExactly(0);
    CascadeSearch.Plan none = CascadeSearch.best(HANDMADE, List.of(1, 0), 2, 4, .5);
    assertThat(none.models()).as("the cheapest, where nothing keeps to it").containsExactly(0);
  }

  @Test
  void aListOfOneIsTheBestSingleModel() {
    for (int number = 0; number < 30; number++) {
      JudgedOutcomes outcomes = random(number, 4, 12);
      CascadeSearch.Plan plan = CascadeSearch.best(outcomes, List.of(0, 1, 2, 3), 1, 9, NO_BUDGET);
      double highest =
          IntStream.range(0, 4)
              .mapToDouble(
                  m -> IntStream.range(0, 12).mapToDouble(i -> outcomes.scores()[m][i]).sum())
              .max()
              .orElseThrow();
      assertThat(plan.models()).hasSize(1);
      assertThat(plan.score()).isCloseTo(highest / 12, within(1e-12));
    }
  }

  @Test
  void noListWithAnyThresholdsIsBetter() {
    for (int number = 0; number < 60; number++) {
      JudgedOutcomes outcomes = random(number, 3, 7);
      double budget = number % 2 == 0 ? NO_BUDGET : 1.2;
      CascadeSearch.Plan plan = CascadeSearch.best(outcomes, List.of(0, 1, 2), 3, 7, budget);
      double[] expected = bruteForce(outcomes, budget);
      assertThat(plan.score()).as("score of table %d", number).isCloseTo(expected[0], within(1e-9));
      assertThat(plan.cost()).as("cost of table %d", number).isCloseTo(expected[1], within(1e-9));
      double[] replayed = replay(outcomes, plan.models(), plan.thresholds());
      assertThat(replayed[0]).isCloseTo(plan.score(), within(1e-12));
      assertThat(replayed[1]).isCloseTo(plan.cost(), within(1e-12));
    }
  }

  /** Every list of up to three models with every verdict as a threshold. */
  private static double[] bruteForce(JudgedOutcomes outcomes, double budget) {
    double[] best = null;
    for (List<Integer> models : lists(outcomes.scores().length)) {
      for (List<Double> thresholds : thresholds(outcomes, models, 0)) {
        double[] found = replay(outcomes, models, thresholds);
        boolean fits = found[1] <= budget;
        boolean isBetter =
            best == null
                || (best[1] > budget && found[1] < best[1])
                || (fits
                    && (found[0] > best[0] + 1e-9
                        || (found[0] > best[0] - 1e-9 && found[1] < best[1] - 1e-9)));
        if (isBetter) {
          best = found;
        }
      }
    }
    return best;
  }

  private static List<List<Integer>> lists(int models) {
    List<List<Integer>> lists = new ArrayList<>();
    for (int a = 0; a < models; a++) {
      lists.add(List.of(a));
      for (int b = 0; b < models; b++) {
        for (int c = 0; c < models; c++) {
          if (b != a && c == a) {
            lists.add(List.of(a, b));
          } else if (b != a && c != b) {
            lists.add(List.of(a, b, c));
          }
        }
      }
    }
    return lists;
  }

  private static List<List<Double>> thresholds(
      JudgedOutcomes outcomes, List<Integer> models, int place) {
    if (place == models.size() - 1) {
      return List.of(List.of(Double.NEGATIVE_INFINITY));
    }
    List<List<Double>> all = new ArrayList<>();
    for (List<Double> rest : thresholds(outcomes, models, place + 1)) {
      for (double verdict : outcomes.verdicts()[models.get(place)]) {
        List<Double> longer = new ArrayList<>(List.of(verdict));
        longer.addAll(rest);
        all.add(longer);
      }
    }
    return all;
  }

  private static double[] replay(
      JudgedOutcomes outcomes, List<Integer> models, List<Double> thresholds) {
    double score = 0;
    double cost = 0;
    for (int row = 0; row < outcomes.size(); row++) {
      int place = 0;
      cost += outcomes.costs()[models.get(0)][row];
      while (outcomes.verdicts()[models.get(place)][row] < thresholds.get(place)) {
        cost += outcomes.costs()[models.get(++place)][row];
      }
      score += outcomes.scores()[models.get(place)][row];
    }
    return new double[] {score / outcomes.size(), cost / outcomes.size()};
  }

  private static JudgedOutcomes random(int number, int models, int rows) {
    SplittableRandom random = new SplittableRandom(number);
    double[][] scores = new double[models][rows];
    double[][] verdicts = new double[models][rows];
    double[][] costs = new double[models][rows];
    int levels = number % 3 == 0 ? 3 : 1000;
    for (int model = 0; model < models; model++) {
      for (int row = 0; row < rows; row++) {
        scores[model][row] = random.nextInt(2);
        verdicts[model][row] = random.nextInt(levels) / (double) levels;
        costs[model][row] = random.nextDouble();
      }
    }
    return new JudgedOutcomes(scores, verdicts, costs);
  }
}
