package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.routerlab.eval.MetricDefinition;
import org.routerlab.eval.MetricFamilies;
import org.routerlab.eval.MetricFamily;
import org.routerlab.eval.MetricGlossary;

class MetricDocsTest {

  private static final String WRITE = "routerlab.docs.write";

  /** What writes the page again. */
  static final String COMMAND =
      "./mvnw -q -pl experiments -am test -Dtest=MetricDocsTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -D"
          + WRITE
          + "=true";

  @Test
  void thePageIsWhatTheCodeSays() throws IOException {
    Path file = Path.of("..", "docs", "metrics.md");
    String page = MetricDocs.metrics();
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(file, page);
    }
    assertThat(Files.exists(file) ? Files.readString(file) : "")
        .as("docs/metrics.md is stale; to write it again: " + COMMAND)
        .isEqualTo(page);
  }

  @Test
  void everyMetricSaysWhatItIs() {
    Set<String> names = new HashSet<>();
    for (MetricFamily family : MetricFamilies.all()) {
      for (MetricDefinition metric : MetricGlossary.of(family)) {
        assertThat(metric.formula()).as(metric.name()).isNotBlank();
        assertThat(metric.range()).as(metric.name()).isNotBlank();
        assertThat(metric.source()).as(metric.name()).isNotBlank();
        names.add(metric.name());
      }
    }
    for (MetricFamily family : MetricFamilies.all()) {
      for (MetricDefinition metric : MetricGlossary.of(family)) {
        if (!metric.variantOf().isEmpty()) {
          assertThat(names).as("variant " + metric.name()).contains(metric.variantOf());
        }
      }
    }
  }
}
