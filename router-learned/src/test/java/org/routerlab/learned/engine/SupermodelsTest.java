package org.routerlab.learned.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.ModelPool;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.matrix.FloatMatrix;

class SupermodelsTest {

  private static ModelRanking ranking(int models) {
    List<String> names = IntStream.range(0, models).mapToObj(m -> "m" + m).toList();
    float[] scores = new float[models];
    for (int model = 0; model < models; model++) {
      scores[model] = 1f / (model + 1);
    }
    return ModelRanking.of(new OutcomeTable(new ModelPool(names), FloatMatrix.of(scores)));
  }

  @Test
  void theCheaperModelOfTheBestPairIsCalledFirst() {
    // Both: 1 - .5 * .4 - .3 = .5; the dear one alone: .6 - .2 = .4; the cheap one alone .5 - .1.
    Supermodels supermodels = new Supermodels(new double[] {.2, .1}, ranking(2), 10);
    double[] estimates = {.6, .5};
    assertThat(supermodels.next(estimates, List.of(), 2)).isEqualTo(1);
    assertThat(supermodels.next(new double[] {.6, 0}, List.of(1), 2)).isZero();
    assertThat(supermodels.next(new double[] {.6, 1}, List.of(1), 2)).isEqualTo(-1);
    assertThat(supermodels.next(estimates, List.of(1), 1)).isEqualTo(-1);
  }

  @Test
  void aModelIsCalledEvenWhereNoneIsWorthItsPrice() {
    Supermodels supermodels = new Supermodels(new double[] {5, 3, 4}, ranking(3), 10);
    assertThat(supermodels.next(new double[] {.9, .1, .5}, List.of(), 3)).isEqualTo(-1);
    assertThat(supermodels.first(new double[] {.9, .1, .5}, 3)).isEqualTo(1);
  }

  @Test
  void noSetIsWorthMoreThanTheOneItIsChosenFrom() {
    int stops = 0;
    for (int number = 0; number < 300; number++) {
      SplittableRandom random = new SplittableRandom(number);
      int models = 1 + random.nextInt(6);
      double[] prices = random.doubles(models, 0, .5).toArray();
      double[] estimates = random.doubles(models).toArray();
      List<Integer> called = new ArrayList<>();
      for (int model = 0; model < models; model++) {
        if (random.nextInt(4) == 0) {
          called.add(model);
        }
      }
      int depth = called.size() + random.nextInt(4);
      int expected = bruteForce(prices, estimates, called, depth);
      assertThat(new Supermodels(prices, ranking(models), models).next(estimates, called, depth))
          .as("case %d", number)
          .isEqualTo(expected);
      stops += expected < 0 ? 1 : 0;
    }
    assertThat(stops).isBetween(30, 270);
  }

  /** The cheapest model of the best set of all sets; -1 where that is the empty one. */
  private static int bruteForce(
      double[] prices, double[] estimates, List<Integer> called, int depth) {
    double highest = Double.NEGATIVE_INFINITY;
    int first = -1;
    for (int set = 0; set < 1 << prices.length; set++) {
      int number = set;
      if (called.stream().anyMatch(m -> (number >> m & 1) == 1)
          || Integer.bitCount(set) + called.size() > depth) {
        continue;
      }
      double wrong = 1;
      double cost = 0;
      int cheapest = -1;
      for (int model = 0; model < prices.length; model++) {
        boolean isIn = (set >> model & 1) == 1;
        wrong *= isIn || called.contains(model) ? 1 - estimates[model] : 1;
        cost += isIn ? prices[model] : 0;
        cheapest = isIn && (cheapest < 0 || prices[model] < prices[cheapest]) ? model : cheapest;
      }
      if (1 - wrong - cost > highest + 1e-12) {
        highest = 1 - wrong - cost;
        first = cheapest;
      }
    }
    return first;
  }
}
