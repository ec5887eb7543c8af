package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.routerlab.datasets.formats.Format;
import org.routerlab.datasets.formats.Formats;

class FormatDocsTest {

  private static final String WRITE = "routerlab.docs.write";

  /** What writes the page again. */
  static final String COMMAND =
      "./mvnw -q -pl experiments -am test -Dtest=FormatDocsTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -D"
          + WRITE
          + "=true";

  @Test
  void thePageIsWhatTheCodeSays() throws IOException {
    Path file = Path.of("..", "docs", "published-formats.md");
    String page = FormatDocs.formats();
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(file, page);
    }
    assertThat(Files.exists(file) ? Files.readString(file) : "")
        .as("docs/published-formats.md is stale; to write it again: " + COMMAND)
        .isEqualTo(page);
  }

  @Test
  void everyFormatSaysWhereItsLayoutIsDocumentedAndWhatItsChoicesMean() throws IOException {
    for (Format format : Formats.all()) {
      SourceDocs docs = SourceDocs.of(format.getClass());
      assertThat(docs.paragraphs()).as(format.name()).isNotEmpty();
      assertThat(format.documentation()).as(format.name()).isNotBlank();
      for (RecordComponent component : format.getClass().getRecordComponents()) {
        assertThat(docs.parameters().get(component.getName()))
            .as(format.name() + "." + component.getName())
            .isNotBlank();
      }
    }
  }
}
