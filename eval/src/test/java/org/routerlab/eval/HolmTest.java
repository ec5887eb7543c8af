package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HolmTest {

  @Test
  void theExampleByHand() {
    assertThat(Holm.adjust(new double[] {0.01, 0.04, 0.03, 0.005}))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
  }

  @Test
  void comparisonsThatAreNoneHaveNoPart() {
    assertThat(Holm.adjust(new double[] {Double.NaN, 0.02, Double.NaN, 0.5}))
        .containsExactly(new double[] {Double.NaN, 0.04, Double.NaN, 0.5}, within(1e-12));
    assertThat(Holm.adjust(new double[0])).isEmpty();
  }

  @Test
  void whatIsRejectedIsWhatTheStepDownProcedureRejects() {
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < 200; trial++) {
      double[] p = random.doubles(1 + random.nextInt(12)).map(u -> u * u * u).toArray();
      double[] adjusted = Holm.adjust(p);
      double level = 0.01 + 0.2 * random.nextDouble();
      List<Integer> rejected = stepDown(p, level);
      for (int i = 0; i < p.length; i++) {
        assertThat(adjusted[i] <= level).as("trial %d", trial).isEqualTo(rejected.contains(i));
        assertThat(adjusted[i]).isBetween(p[i], 1.0);
      }
    }
  }

  /** Rejects the smallest p-value while it is at most the level over the number that are left. */
  private static List<Integer> stepDown(double[] p, double level) {
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      left.add(i);
    }
    List<Integer> rejected = new ArrayList<>();
    while (!left.isEmpty()) {
      int smallest = left.get(0);
      for (int i : left) {
        smallest = p[i] < p[smallest] ? i : smallest;
      }
      if (p[smallest] > level / left.size()) {
        break;
      }
      rejected.add(smallest);
      left.remove((Integer) smallest);
    }
    return rejected;
  }
}
