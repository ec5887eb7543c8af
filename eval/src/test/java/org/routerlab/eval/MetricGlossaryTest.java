package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every metric is listed once under a general name, those on subsets too. */
class MetricGlossaryTest {

  private static MetricFamily family(String name) {
    return MetricFamilies.all().stream()
        .filter(family -> family.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(String family) {
    return MetricGlossary.of(family(family)).stream().map(MetricDefinition::name).toList();
  }

  @Test
  void metricsOnSubsetsAreListedOnceByTheKindOfSubset() {
    assertThat(MetricGlossary.onSubsets(family("standard")))
        .containsExactly(
            "accuracy on hard",
            "accuracy on easy",
            "accuracy on unsolvable",
            "accuracy on each dataset");
    assertThat(MetricGlossary.onSubsets(family("predictions")))
        .containsExactly("bce on hard", "brier on hard", "ece on hard");
    assertThat(MetricGlossary.onSubsets(family("llmrouterbench")))
        .containsExactly("accuracy on solved-by-k");
    assertThat(MetricGlossary.onSubsets(family("router-eval")))
        .containsExactly("value-reference on each dataset");
    assertThat(MetricGlossary.onSubsets(family("selection")))
        .containsExactly("selection-share/MODEL on hard");
    assertThat(MetricGlossary.onSubsets(family("route-llm"))).isEmpty();
  }

  @Test
  void aMetricThatAFamilyHasOnSubsetsAloneIsNotListedAsOneOnAllQueries() {
    assertThat(names("selection")).doesNotContain("selection-share/MODEL");
    assertThat(names("llmrouterbench")).doesNotContain("accuracy");
    assertThat(names("standard")).contains("accuracy", "selection-share/MODEL");
  }

  @Test
  void noNameIsListedTwice() {
    List<String> all =
        MetricFamilies.all().stream().flatMap(family -> names(family.name()).stream()).toList();
    assertThat(all).doesNotHaveDuplicates();
  }

  @Test
  void everyMetricOfEveryTestSetIsFoundByItsPlainName() {
    for (MetricFamily family : MetricFamilies.all()) {
      for (Metric metric : family.on(Tables.vectors())) {
        assertThat(MetricGlossary.find(metric.name())).as(metric.name()).isPresent();
      }
    }
    assertThat(MetricGlossary.find("utility-0.35-calibrated")).isPresent();
    Set.of("no-such-metric", "accuracy on hard")
        .forEach(name -> assertThat(MetricGlossary.find(name)).as(name).isEmpty());
  }

  @Test
  void aMetricOfANamedPairIsFoundByItsFirstPart() {
    assertThat(MetricGlossary.find("apgr/a->b").orElseThrow().unit())
        .isEqualTo(MetricGlossary.find("apgr").orElseThrow().unit());
    assertThat(MetricGlossary.find("nonsense/a->b")).isEmpty();
  }
}
