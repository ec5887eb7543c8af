package org.routerlab.eval.wrr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Query;
import org.routerlab.eval.wrr.ModelDominance.Row;

class ModelDominanceTest {

  private static final float NAN = Float.NaN;

  @Test
  void ranksAreAveragedOverTasksAndTiesShareTheirPlaces() {
    ModelDominance dominance =
        ModelDominance.of(
            PoolCases.queries("a", "a", "b"),
            PoolCases.table(new float[] {1, 1, 0}, new float[] {0, 0, 0}, new float[] {0, 1, 1}));

    assertThat(dominance.tasks()).isEqualTo(2);
    // On a: 1½, 1½, 3. On b: 3, 1½, 1½.
    assertThat(dominance.models())
        .containsExactly(
            new Row(1, "m1", 1.5, 2, 1),
            new Row(0, "m0", 2.25, 2, .5),
            new Row(2, "m2", 2.25, 2, .5));
    assertThat(dominance.leader().name()).isEqualTo("m1");
  }

  @Test
  void everyTaskCountsAlikeWhateverItsSize() {
    ModelDominance dominance =
        ModelDominance.of(
            PoolCases.queries("a", "a", "a", "b"),
            PoolCases.table(
                new float[] {1, 0}, new float[] {1, 0}, new float[] {1, 0}, new float[] {0, 1}));
    assertThat(dominance.models()).extracting(Row::averageRank).containsExactly(1.5, 1.5);
  }

  @Test
  void aModelHasNoRankOnTasksItWasNotObservedOn() {
    ModelDominance dominance =
        ModelDominance.of(
            PoolCases.queries("a", "b"),
            PoolCases.table(new float[] {NAN, 0, 1}, new float[] {NAN, NAN, 1}));
    assertThat(dominance.models()).extracting(Row::model).containsExactly(2, 1, 0);
    assertThat(dominance.models().get(1)).isEqualTo(new Row(1, "m1", 2, 1, 0));
    assertThat(dominance.models().get(2).averageRank()).isNaN();
  }

  @Test
  void averageRanksAgreeWithSortingOnRandomTables() {
    for (int number = 0; number < 200; number++) {
      PoolCases.Case table = PoolCases.random(number);
      ModelDominance fast = ModelDominance.of(table.queries(), table.outcomes());
      TreeSet<String> tasks = new TreeSet<>();
      table.queries().stream().map(Query::dataset).forEach(tasks::add);
      assertThat(fast.tasks()).isEqualTo(tasks.size());
      double firstPlaces = 0;
      for (Row row : fast.models()) {
        double sum = 0;
        int counted = 0;
        for (String task : tasks) {
          List<Double> sorted = new ArrayList<>();
          for (int model = 0; model < table.outcomes().pool().size(); model++) {
            double accuracy = PoolCases.accuracy(table, task, model);
            if (!Double.isNaN(accuracy)) {
              sorted.add(accuracy);
            }
          }
          sorted.sort(Collections.reverseOrder());
          Double own = PoolCases.accuracy(table, task, row.model());
          if (!own.isNaN()) {
            sum += (sorted.indexOf(own) + 1 + sorted.lastIndexOf(own) + 1) / 2.0;
            counted++;
          }
        }
        firstPlaces += row.firstPlaces();
        assertThat(row.tasks()).isEqualTo(counted);
        if (counted == 0) {
          assertThat(row.averageRank()).isNaN();
        } else {
          assertThat(row.averageRank())
              .as("table %d", number)
              .isCloseTo(sum / counted, within(1e-9));
        }
      }
      long observed =
          tasks.stream()
              .filter(
                  task ->
                      fast.models().stream()
                          .anyMatch(
                              row -> !Double.isNaN(PoolCases.accuracy(table, task, row.model()))))
              .count();
      assertThat(firstPlaces).isCloseTo(observed, within(1e-9));
      assertThat(fast.models().stream().map(Row::averageRank).filter(rank -> !rank.isNaN()))
          .isSorted();
    }
  }
}
