package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.routerlab.core.RoutingMethod;
import org.routerlab.learned.engine.RidgeRegression;

class MethodDocsTest {

  private static final String WRITE = "routerlab.docs.write";

  /** What writes the pages again. */
  static final String COMMAND =
      "./mvnw -q -pl experiments -am test -Dtest=MethodDocsTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -D"
          + WRITE
          + "=true";

  @Test
  void thePagesAreWhatTheCodeSays() throws IOException {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("methods.md", MethodDocs.methods());
    pages.put("bibliography.md", MethodDocs.bibliography());
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Path file = Path.of("..", "docs", page.getKey());
      if (Boolean.getBoolean(WRITE)) {
        Files.writeString(file, page.getValue());
      }
      assertThat(Files.exists(file) ? Files.readString(file) : "")
          .as("docs/" + page.getKey() + " is stale; to write it again: " + COMMAND)
          .isEqualTo(page.getValue());
    }
  }

  @Test
  void everyHyperParameterIsExplained() throws IOException {
    for (RoutingMethod method : RouterRegistry.load().methods()) {
      SourceDocs docs = SourceDocs.of(method.getClass());
      assertThat(docs.paragraphs()).as(method.name()).isNotEmpty();
      for (var component : method.getClass().getRecordComponents()) {
        assertThat(docs.parameters().get(component.getName()))
            .as(method.name() + "." + component.getName())
            .isNotBlank();
      }
    }
  }

  @Test
  void tagsOfACommentBecomeMarkdown() throws IOException {
    SourceDocs docs = SourceDocs.of(RidgeRegression.class);
    assertThat(docs.paragraphs().get(0)).contains("a penalty of `alpha` times");
    assertThat(docs.parameters()).containsOnlyKeys("alpha", "embeddings", "context");
  }
}
