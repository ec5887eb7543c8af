package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.Seed;

class NotSeparableGroupsTest {

  @Test
  void cliquesAreAllSetsThatCannotGrowAsFoundByTryingEverySubset() {
    SplittableRandom random = new Seed(1).stream("graphs");
    for (int round = 0; round < 300; round++) {
      int size = random.nextInt(9);
      double density = random.nextDouble();
      boolean[][] alike = new boolean[size][size];
      for (int a = 0; a < size; a++) {
        for (int b = 0; b < a; b++) {
          alike[a][b] = random.nextDouble() < density;
          alike[b][a] = alike[a][b];
        }
      }
      List<List<Integer>> found =
          MaximalCliques.of(alike).stream()
              .map(clique -> Arrays.stream(clique).boxed().toList())
              .toList();
      assertThat(found).containsExactlyInAnyOrderElementsOf(tryAll(alike));
      List<int[]> sorted = new ArrayList<>(MaximalCliques.of(alike));
      sorted.sort(Arrays::compare);
      assertThat(MaximalCliques.of(alike)).usingRecursiveComparison().isEqualTo(sorted);
    }
  }

  private static List<List<Integer>> tryAll(boolean[][] alike) {
    List<List<Integer>> cliques = new ArrayList<>();
    for (int set = 1; set < 1 << alike.length; set++) {
      boolean grows = false;
      for (int other = 0; other < alike.length; other++) {
        grows |= (set >> other & 1) == 0 && isClique(alike, set | 1 << other);
      }
      if (isClique(alike, set) && !grows) {
        int members = set;
        cliques.add(
            IntStream.range(0, alike.length).filter(m -> (members >> m & 1) == 1).boxed().toList());
      }
    }
    return cliques;
  }

  private static boolean isClique(boolean[][] alike, int set) {
    for (int a = 0; a < alike.length; a++) {
      for (int b = 0; b < a; b++) {
        if ((set >> a & 1) == 1 && (set >> b & 1) == 1 && !alike[a][b]) {
          return false;
        }
      }
    }
    return true;
  }

  /** The second model is better by half; a router takes it on the given share of the queries. */
  private static RouterRuns taking(TestSet test, String name, int percent) {
    return RouterRuns.of(
        Evaluation.of(name, test, Decisions.of(test.given(), row -> row % 100 < percent ? 1 : 0)));
  }

  private static final TestSet CLOSE = Shifted.by(.04, 1000);

  @Test
  void notBeingToldApartIsNotTransitiveSoThatARouterMayBeInTwoGroups() {
    List<RouterRuns> routers =
        List.of(taking(CLOSE, "low", 0), taking(CLOSE, "middle", 50), taking(CLOSE, "high", 100));
    NotSeparableGroups found = NotSeparableGroups.of(routers, Metrics.accuracy(), 1e-4);
    assertThat(found.routers()).containsExactly("high", "middle", "low");
    assertThat(found.groups()).containsExactly(List.of("high", "middle"), List.of("middle", "low"));
    assertThat(found.routers().stream().map(found::letters)).containsExactly("a", "ab", "b");
  }

  @Test
  void theOrderOfTheRoutersDoesNotMatter() {
    List<RouterRuns> routers = new ArrayList<>();
    for (int percent = 0; percent <= 100; percent += 10) {
      routers.add(taking(CLOSE, "r" + percent, percent));
    }
    NotSeparableGroups found = NotSeparableGroups.of(routers, Metrics.accuracy(), .05);
    assertThat(found.groups()).hasSizeGreaterThan(2);
    Collections.reverse(routers);
    assertThat(NotSeparableGroups.of(routers, Metrics.accuracy(), .05)).isEqualTo(found);
  }

  @Test
  void twoRoutersShareALetterExactlyWhereTheirCorrectedPValueIsAboveTheLevel() {
    List<RouterRuns> routers = new ArrayList<>();
    for (int percent = 0; percent <= 100; percent += 12) {
      routers.add(taking(CLOSE, "r" + percent, percent));
    }
    int count = routers.size();
    List<int[]> pairs = new ArrayList<>();
    for (int a = 0; a < count; a++) {
      for (int b = a + 1; b < count; b++) {
        pairs.add(new int[] {a, b});
      }
    }
    double[] p =
        pairs.stream()
            .mapToDouble(pair -> naiveP(routers.get(pair[0]), routers.get(pair[1])))
            .toArray();
    double[] corrected = Holm.adjust(p);
    NotSeparableGroups found = NotSeparableGroups.of(routers, Metrics.accuracy(), .05);
    int apart = 0;
    for (int i = 0; i < pairs.size(); i++) {
      String first = routers.get(pairs.get(i)[0]).router();
      String second = routers.get(pairs.get(i)[1]).router();
      boolean shared =
          found.groups().stream().anyMatch(group -> group.containsAll(List.of(first, second)));
      assertThat(shared).isEqualTo(corrected[i] > .05);
      apart += shared ? 0 : 1;
    }
    assertThat(apart).isBetween(5, pairs.size() - 5);
  }

  /** By the normal distribution function of Abramowitz and Stegun, 7.1.26, good to 1.5e-7. */
  private static double naiveP(RouterRuns first, RouterRuns second) {
    int n = first.test().size();
    double mean = 0;
    double squares = 0;
    for (int row = 0; row < n; row++) {
      mean += (first.seeds().get(0).score(row) - second.seeds().get(0).score(row)) / n;
    }
    for (int row = 0; row < n; row++) {
      double difference = first.seeds().get(0).score(row) - second.seeds().get(0).score(row);
      squares += (difference - mean) * (difference - mean);
    }
    double x = Math.abs(mean) / Math.sqrt(squares / (n - 1) / n) / Math.sqrt(2);
    double t = 1 / (1 + .3275911 * x);
    double sum =
        .254829592 + t * (-.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)));
    return t * sum * Math.exp(-x * x);
  }

  @Test
  void equalRoutersAreOneGroupInTheGivenOrder() {
    TestSet test = BootstrapTest.uniform(30, 2);
    List<RouterRuns> routers = List.of(taking(test, "b", 0), taking(test, "a", 0));
    assertThat(NotSeparableGroups.of(routers, Metrics.accuracy(), .05).groups())
        .containsExactly(List.of("b", "a"));
  }

  @Test
  void routersWithoutAValueAreInNoGroup() {
    TestSet test = BootstrapTest.uniform(1, 2);
    List<RouterRuns> one = List.of(taking(test, "a", 0), taking(test, "b", 100));
    // With one query there is no standard error, so that nothing is told apart.
    assertThat(NotSeparableGroups.of(one, Metrics.accuracy(), .05).groups()).hasSize(1);
    Metric nowhere = Metrics.accuracy().on(QuerySubset.of("none", 1, row -> false));
    NotSeparableGroups none = NotSeparableGroups.of(one, nowhere, .05);
    assertThat(none.routers()).isEmpty();
    assertThat(none.groups()).isEmpty();
    assertThatThrownBy(() -> none.letters("a")).hasMessageContaining("unknown router 'a'");
  }

  @Test
  void lessIsBetterForAGap() {
    List<RouterRuns> routers = List.of(taking(CLOSE, "low", 0), taking(CLOSE, "high", 100));
    assertThat(NotSeparableGroups.of(routers, Metrics.oracleGap(), .05).groups())
        .containsExactly(List.of("high"), List.of("low"));
  }
}
