package org.routerlab.datasets.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

class NearDuplicatesTest {

  private static final float NAN = Float.NaN;

  @Test
  void aChainOfPairsIsOneGroupThoughItsEndsDiffer() {
    FloatMatrix fan = fan(0, 90, 10, 20, 95, 200);
    NearDuplicates found = NearDuplicates.of(fan, Math.cos(Math.toRadians(12)));

    assertThat(found.groups())
        .containsExactly(new DuplicateGroup(List.of(0, 2, 3)), new DuplicateGroup(List.of(1, 4)));
    assertThat(found.pairs()).isEqualTo(3);
    assertThat(found.queries()).isEqualTo(6);
    assertThat(found.covered()).isEqualTo(5);
    assertThat(found.coveredShare()).isCloseTo(5 / 6.0, within(1e-12));
    assertThat(found.meanSize()).isEqualTo(2.5);
    assertThat(found.maxSize()).isEqualTo(3);
  }

  @Test
  void anAngleJustTooWideIsNoPair() {
    assertThat(NearDuplicates.of(fan(0, 2.57)).groups()).isEmpty();
    assertThat(NearDuplicates.of(fan(0, 2.55)).groups()).hasSize(1);
  }

  @Test
  void lengthsDoNotMatterAndAZeroRowResemblesNothing() {
    FloatMatrix rows =
        FloatMatrix.of(
            new float[] {1e-3f, 2e-3f},
            new float[] {0, 0},
            new float[] {100, 200},
            new float[] {0, 0});

    assertThat(NearDuplicates.of(rows).groups()).containsExactly(new DuplicateGroup(List.of(0, 2)));
  }

  @Test
  void equalTextsAreFoundAtAThresholdOfOne() {
    SplittableRandom random = new Seed(5).stream("equal");
    FloatMatrix once = Cases.matrix(200, 384, () -> (float) random.nextGaussian());
    NearDuplicates found = NearDuplicates.of(FloatMatrix.concatenate(List.of(once, once)), 1);

    assertThat(found.groups()).hasSize(200);
    assertThat(found.maxSize()).isEqualTo(2);
  }

  @Test
  void groupsOfEqualTextsAreToldFromOthers() {
    NearDuplicates found = NearDuplicates.of(fan(0, 0, 90, 90, 45));
    assertThat(found.ofEqualTexts(List.of("a b", "a  b ", "c", "C", "a b"))).isEqualTo(1);
  }

  @Test
  void noQueriesHaveNoGroups() {
    NearDuplicates none = NearDuplicates.of(FloatMatrix.empty(3));

    assertThat(none.groups()).isEmpty();
    assertThat(none.maxSize()).isZero();
    assertThat(none.meanSize()).isNaN();
    assertThat(none.coveredShare()).isNaN();
  }

  @Test
  void embeddingsThatAreNotFiniteAndThresholdsOutOfRangeAreRejected() {
    FloatMatrix broken = FloatMatrix.of(new float[] {1, 2}, new float[] {NAN, 1});
    assertThatThrownBy(() -> NearDuplicates.of(broken))
        .hasMessageContaining("finite")
        .hasMessageContaining("query 1");
    assertThatThrownBy(() -> NearDuplicates.of(fan(0), 0)).hasMessageContaining("(0, 1]");
    assertThatThrownBy(() -> NearDuplicates.of(fan(0), 1.01)).hasMessageContaining("1.01");
  }

  @Test
  void groupsAndPairsAgreeWithASearchOfAllPairs() {
    int grouped = 0;
    for (int number = 0; number < 200; number++) {
      SplittableRandom random = new Seed(number).stream("directions");
      int rows = random.nextInt(50);
      int columns = 2 + random.nextInt(5);
      FloatMatrix matrix = Cases.matrix(rows, columns, () -> (float) random.nextGaussian());
      double threshold = new double[] {.8, .95, .999}[number % 3];
      NearDuplicates found = NearDuplicates.of(matrix, threshold);
      Naive naive = Naive.of(matrix, threshold);
      assertThat(found.groups()).as("matrix %d", number).isEqualTo(naive.groups);
      assertThat(found.pairs()).as("matrix %d", number).isEqualTo(naive.pairs);
      grouped += naive.groups.size();
    }
    assertThat(grouped).isGreaterThan(200);
  }

  @Test
  void groupsReachAcrossTilesAlikeOnAnyNumberOfThreads() throws Exception {
    SplittableRandom random = new Seed(8).stream("tiles");
    float[][] rows = new float[2500][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = new float[16];
      for (int i = 0; i < 16; i++) {
        rows[row][i] = (float) random.nextGaussian();
      }
      if (row >= 1000 && row % 3 == 0) {
        rows[row] = rows[row - 1000].clone();
      }
    }
    FloatMatrix matrix = FloatMatrix.of(rows);
    NearDuplicates alone = Cases.onThreads(1, () -> NearDuplicates.of(matrix));
    NearDuplicates together = Cases.onThreads(4, () -> NearDuplicates.of(matrix));

    assertThat(together).isEqualTo(alone);
    assertThat(alone.groups()).isEqualTo(Naive.of(matrix, .999).groups);
    assertThat(alone.covered()).isGreaterThan(900);
  }

  @Test
  void labelsDisagreeWhereAModelIsBothRightAndWrong() {
    OutcomeTable outcomes =
        new OutcomeTable(
            Cases.pool(3),
            FloatMatrix.of(
                new float[] {1, 1, NAN},
                new float[] {0, 1, NAN},
                new float[] {1, 0, 1},
                new float[] {1, 0, NAN},
                new float[] {1, 1, NAN}));
    List<DuplicateGroup> groups =
        List.of(new DuplicateGroup(List.of(0, 1)), new DuplicateGroup(List.of(2, 3)));
    LabelDisagreement disagreement = LabelDisagreement.of(groups, outcomes);

    assertThat(disagreement.groups()).isEqualTo(2);
    assertThat(disagreement.disagreeing()).isEqualTo(1);
    assertThat(disagreement.groupShare()).isEqualTo(.5);
    // The third model was observed once, which is no cell.
    assertThat(disagreement.cells()).isEqualTo(4);
    assertThat(disagreement.cellShare()).isEqualTo(.25);
    // Shares right: 4/5, 3/5, 1.
    assertThat(disagreement.baseRate()).isCloseTo((.32 + .48 + 0) / 3, within(1e-12));
  }

  @Test
  void withoutGroupsOrOutcomesThereIsNoDisagreement() {
    LabelDisagreement none = LabelDisagreement.of(List.of(), Cases.vectors());
    assertThat(none.groupShare()).isNaN();
    assertThat(none.cellShare()).isNaN();
    assertThat(none.baseRate()).isCloseTo((4 / 9.0 + .5 + 4 / 9.0) / 3, within(1e-12));
    OutcomeTable unobserved =
        new OutcomeTable(Cases.pool(1), FloatMatrix.of(new float[] {NAN}, new float[] {NAN}));
    List<DuplicateGroup> both = List.of(new DuplicateGroup(List.of(0, 1)));
    assertThat(LabelDisagreement.of(both, unobserved).groups()).isZero();
    assertThat(LabelDisagreement.of(both, unobserved).baseRate()).isNaN();
  }

  @Test
  void disagreementAgreesWithPlainCounting() {
    for (int number = 0; number < 200; number++) {
      OutcomeTable table = Cases.random(number);
      List<DuplicateGroup> groups = randomGroups(table.size(), number);
      LabelDisagreement fast = LabelDisagreement.of(groups, table);
      int judged = 0;
      int disagreeing = 0;
      int cells = 0;
      int mixed = 0;
      for (DuplicateGroup group : groups) {
        boolean anyCell = false;
        boolean anyMixed = false;
        for (int model = 0; model < table.pool().size(); model++) {
          List<Boolean> labels = new ArrayList<>();
          for (int row : group.rows()) {
            if (!Float.isNaN(table.scores().get(row, model))) {
              labels.add(table.scores().get(row, model) >= .5);
            }
          }
          if (labels.size() >= 2) {
            anyCell = true;
            cells++;
            if (labels.contains(true) && labels.contains(false)) {
              anyMixed = true;
              mixed++;
            }
          }
        }
        judged += anyCell ? 1 : 0;
        disagreeing += anyMixed ? 1 : 0;
      }
      assertThat(List.of(fast.groups(), fast.disagreeing(), (int) fast.cells()))
          .as("table %d", number)
          .containsExactly(judged, disagreeing, cells);
      assertThat(fast.cellShare()).isEqualTo(Double.valueOf(mixed / (double) cells));
    }
  }

  @Test
  void duplicatesAcrossASplitAreCountedByGroupQueryAndPair() {
    List<DuplicateGroup> groups =
        List.of(
            new DuplicateGroup(List.of(0, 1, 5, 6, 7)),
            new DuplicateGroup(List.of(2, 3)),
            new DuplicateGroup(List.of(4, 8)));
    NearDuplicates found = new NearDuplicates(.999, 10, 12, groups);
    CrossSplitDuplicates across = found.across(new int[] {0, 1, 2, 3, 4}, new int[] {5, 6, 7, 9});

    assertThat(across).isEqualTo(new CrossSplitDuplicates(1, 2, 3, .75, 6));
    assertThat(found.across(new int[] {0}, new int[0]).testShare()).isNaN();
  }

  private static List<DuplicateGroup> randomGroups(int rows, int number) {
    SplittableRandom random = new Seed(number).stream("groups");
    List<List<Integer>> groups = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      if (groups.isEmpty() || random.nextInt(3) == 0) {
        groups.add(new ArrayList<>());
      }
      groups.get(random.nextInt(groups.size())).add(row);
    }
    return groups.stream().filter(g -> g.size() > 1).map(DuplicateGroup::new).toList();
  }

  /** Unit vectors of the plane at angles in degrees. */
  private static FloatMatrix fan(double... degrees) {
    float[][] rows = new float[degrees.length][];
    for (int i = 0; i < rows.length; i++) {
      double angle = Math.toRadians(degrees[i]);
      rows[i] = new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
    }
    return FloatMatrix.of(rows);
  }

  /** Walks from every row to all it can reach over pairs. */
  private static final class Naive {

    private final List<DuplicateGroup> groups = new ArrayList<>();
    private long pairs;

    static Naive of(FloatMatrix matrix, double threshold) {
      Naive naive = new Naive();
      BitSet seen = new BitSet();
      for (int start = 0; start < matrix.rows(); start++) {
        BitSet group = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        while (!seen.get(start) && !open.isEmpty()) {
          int row = open.pop();
          group.set(row);
          for (int other = 0; other < matrix.rows(); other++) {
            if (other != row && cosine(matrix, row, other) >= threshold) {
              naive.pairs++;
              if (!group.get(other)) {
                group.set(other);
                open.push(other);
              }
            }
          }
        }
        seen.or(group);
        if (group.cardinality() > 1) {
          naive.groups.add(new DuplicateGroup(group.stream().boxed().toList()));
        }
      }
      naive.pairs /= 2;
      return naive;
    }

    private static double cosine(FloatMatrix matrix, int a, int b) {
      double product = 0;
      double ofA = 0;
      double ofB = 0;
      for (int i = 0; i < matrix.columns(); i++) {
        product += (double) matrix.get(a, i) * matrix.get(b, i);
        ofA += (double) matrix.get(a, i) * matrix.get(a, i);
        ofB += (double) matrix.get(b, i) * matrix.get(b, i);
      }
      // A cosine of equal rows may miss 1 by the last bit.
      return product / Math.sqrt(ofA) / Math.sqrt(ofB) + 1e-12;
    }
  }
}
