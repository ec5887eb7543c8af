package org.routerlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Query;
import org.routerlab.core.RoutingData;

class RoutingTasksTest {

  private final RoutingTask task = RoutingTasks.clustered();

  @Test
  void theTaskHasThreePartsWithoutCommonTexts() {
    assertThat(task.train().size()).isEqualTo(400);
    assertThat(task.validation().size()).isEqualTo(100);
    assertThat(task.test().size()).isEqualTo(300);
    Set<String> texts = new HashSet<>();
    for (RoutingData part : List.of(task.train(), task.validation(), task.test())) {
      part.queries().queries().forEach(query -> texts.add(query.text()));
    }
    assertThat(texts).hasSize(800);
  }

  @Test
  void thereIsMuchToLearn() {
    assertThat(task.optimalAccuracy()).isGreaterThan(task.bestSingleAccuracy() + 0.15);
  }

  @Test
  void utterancesAreOfTheTopicsButNotOfTheTask() {
    List<Query> queries = task.train().queries().queries();
    assertThat(RoutingTasks.utterances(8).keySet())
        .containsExactlyInAnyOrderElementsOf(
            queries.stream().map(Query::dataset).distinct().toList());
    for (List<String> texts : RoutingTasks.utterances(8).values()) {
      assertThat(texts)
          .hasSize(8)
          .doesNotContainAnyElementsOf(queries.stream().map(Query::text).toList());
    }
  }
}
