package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

class GroupedBootstrapTest {

  private static final Seed SEED = new Seed(11);

  @Test
  void groupsOfOneQueryDrawWhatPlainResamplesDraw() {
    for (int number = 0; number < 50; number++) {
      TestSet test = Tables.random(number).testSet();
      List<String> own = IntStream.range(0, test.given()).mapToObj(i -> "g" + i).toList();
      for (int index = 0; index < 20; index++) {
        int[] plain = counts(test, Resampling.QUERIES, index);
        assertThat(counts(test, Resampling.PROMPT_GROUPS, index)).isEqualTo(plain);
        assertThat(counts(test, Resampling.groups(own), index)).isEqualTo(plain);
      }
    }
  }

  @Test
  void theIntervalOfDuplicatedQueriesIsThatOfTheDistinctOnes() {
    TestSet once = BootstrapTest.uniform(60, 5);
    TestSet fourTimes = repeated(once, 4);
    Estimate distinct = accuracy(once, Resampling.QUERIES);
    Estimate grouped = accuracy(fourTimes, Resampling.PROMPT_GROUPS);
    // Sums of four equal terms are exact multiples; the mean of them is the same to rounding.
    assertThat(grouped.value()).isCloseTo(distinct.value(), within(1e-12));
    assertThat(grouped.low()).isCloseTo(distinct.low(), within(1e-12));
    assertThat(grouped.high()).isCloseTo(distinct.high(), within(1e-12));
    // Drawn one by one, the copies halve the width.
    Estimate naive = accuracy(fourTimes, Resampling.QUERIES);
    double ratio = (naive.high() - naive.low()) / (distinct.high() - distinct.low());
    assertThat(ratio).isCloseTo(.5, within(.06));
  }

  @Test
  void aGroupIsDrawnWholeAndAsManyGroupsAsThereAre() {
    TestSet test = BootstrapTest.uniform(90, 4);
    // Groups of 1, 2, 3 ... queries that lie apart.
    List<String> names = IntStream.range(0, 90).mapToObj(i -> "g" + (i * i) % 13).toList();
    List<String> distinct = names.stream().distinct().toList();
    for (int index = 0; index < 100; index++) {
      int[] counts = counts(test, Resampling.groups(names), index);
      int drawn = 0;
      for (String name : distinct) {
        int[] ofGroup =
            IntStream.range(0, 90)
                .filter(row -> names.get(row).equals(name))
                .map(row -> counts[row])
                .distinct()
                .toArray();
        assertThat(ofGroup).hasSize(1);
        drawn += ofGroup[0];
      }
      assertThat(drawn).isEqualTo(distinct.size());
    }
  }

  @Test
  void textsThatDifferInWhiteSpaceAloneAreOneGroup() {
    List<Query> queries =
        List.of(
            new Query("a", "two  words\n", "d"),
            new Query("b", "Two words", "d"),
            new Query("c", " two\u00a0words", "e"));
    OutcomeTable table =
        new OutcomeTable(ModelPool.of("x", "y"), FloatMatrix.wrap(3, 2, new float[6]));
    QueryGroups groups = QueryGroups.byText(TestSet.of(table, queries, table));
    assertThat(groups.count()).isEqualTo(2);
    assertThat(groups.ofRow()).containsExactly(0, 1, 0);
  }

  @Test
  void theNamesOfGroupsDoNotMatter() {
    TestSet test = BootstrapTest.uniform(40, 4);
    List<String> names = IntStream.range(0, 40).mapToObj(i -> "g" + i % 7).toList();
    List<String> others = IntStream.range(0, 40).mapToObj(i -> "h" + (100 - i % 7)).toList();
    assertThat(counts(test, Resampling.groups(others), 3))
        .isEqualTo(counts(test, Resampling.groups(names), 3));
  }

  @Test
  void aGroupIsNeededForEveryQueryGiven() {
    TestSet test = BootstrapTest.uniform(40, 4);
    Bootstrap bootstrap = new Bootstrap(10, .95, SEED, Resampling.groups(List.of("a")));
    RouterRuns runs = RouterRuns.of(References.of(test).bestSingle());
    assertThatThrownBy(() -> bootstrap.estimate(runs, Metrics.accuracy()))
        .hasMessage("groups must equal given test queries but are 1 and 40");
  }

  @Test
  void incompleteRowsHaveGroupsButAreNotDrawn() {
    Tables.Case table = Tables.random(3);
    TestSet test = table.testSet();
    assertThat(test.leftOut()).isPositive();
    List<String> names = IntStream.range(0, test.given()).mapToObj(i -> "g" + i / 2).toList();
    QueryGroups groups = QueryGroups.byName(test, names);
    int[] given = test.givenRows();
    for (int a = 0; a < test.size(); a++) {
      for (int b = 0; b < test.size(); b++) {
        assertThat(groups.ofRow()[a] == groups.ofRow()[b]).isEqualTo(given[a] / 2 == given[b] / 2);
      }
    }
  }

  @Test
  void plainResamplesAreWhatTheyWere() {
    TestSet test = BootstrapTest.uniform(12, 4);
    assertThat(counts(test, Resampling.QUERIES, 7)).containsExactly(FROZEN_PLAIN);
    assertThat(counts(test, Resampling.WITHIN_DATASETS, 7)).containsExactly(FROZEN_WITHIN);
  }

  private static final int[] FROZEN_PLAIN = {0, 2, 0, 4, 0, 1, 0, 1, 0, 0, 3, 1};
  private static final int[] FROZEN_WITHIN = {1, 0, 1, 2, 2, 1, 0, 0, 1, 1, 2, 1};

  private static Estimate accuracy(TestSet test, Resampling resampling) {
    RouterRuns runs = RouterRuns.of(Evaluation.of("r", test, Decisions.constant(test.given(), 0)));
    return new Bootstrap(2000, .95, SEED, resampling).estimate(runs, Metrics.accuracy());
  }

  private static int[] counts(TestSet test, Resampling resampling, int index) {
    int[] counts = new int[test.size()];
    Arrays.fill(counts, 9);
    ResampleDraw.of(test, SEED, resampling).draw(index, counts);
    return counts;
  }

  /** All queries of a test set, then all again, {@code times} times. */
  private static TestSet repeated(TestSet test, int times) {
    List<Query> queries = new ArrayList<>();
    float[] scores = new float[times * test.size() * 2];
    for (int i = 0; i < times * test.size(); i++) {
      int row = i % test.size();
      Query query = test.queries().get(row);
      queries.add(new Query("copy" + i, query.text(), query.dataset()));
      scores[2 * i] = test.score(row, 0);
      scores[2 * i + 1] = test.score(row, 1);
    }
    OutcomeTable table =
        new OutcomeTable(ModelPool.of("a", "b"), FloatMatrix.wrap(times * test.size(), 2, scores));
    return TestSet.of(table, queries, table);
  }
}
