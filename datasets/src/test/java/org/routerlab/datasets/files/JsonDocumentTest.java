package org.routerlab.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.routerlab.core.BadDataException;

class JsonDocumentTest {

  @TempDir Path folder;

  @Test
  void givesTheEntriesInTheirOrder() throws IOException {
    SourceFile file = file("{\"b\": {\"x\": 1},\n \"a\": 2}");

    assertThat(JsonDocument.object(file)).extracting(Map.Entry::getKey).containsExactly("b", "a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1]             | ': expected a JSON object, found ''[1]'''",
        "{\"a\": 1} {}   | ', line 1: expected a JSON object, found '",
        "{\"a\": 1, \"a\": 2} | 'found Duplicate field ''a'''",
        "{\"a\": ,       | ', line 1: expected a JSON object, found Unexpected character'"
      })
  void complainsOfWhatIsNotOneObject(String text, String message) throws IOException {
    SourceFile file = file(text);

    assertThatThrownBy(() -> JsonDocument.object(file))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining(message)
        .satisfies(error -> assertThat(error.getMessage().lines()).hasSize(1));
  }

  private SourceFile file(String text) throws IOException {
    return new SourceFile(Files.writeString(folder.resolve("t.json"), text));
  }
}
