package org.routerlab.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFieldsTest {

  private static final Set<String> NAMES = Set.of("model", "demo", "count");

  @TempDir Path folder;

  @Test
  void readsTextsNumbersAndTruthValuesWhereverTheyStand() throws IOException {
    assertThat(
            read(
                "{\"count\": 3, \"records\": [{\"model\": \"x\"}], \"model\": \"m\", \"demo\": true}"))
        .isEqualTo(Map.of("count", "3", "model", "m", "demo", "true"));
  }

  @Test
  void leavesOutNullsListsAndWhatIsMissing() throws IOException {
    assertThat(read("{\"model\": null, \"demo\": [true]}")).isEmpty();
  }

  @Test
  void whatComesAfterTheLastIsNotRead() throws IOException {
    assertThat(read("{\"count\": 3, \"model\": \"m\", \"demo\": false, nonsense")).hasSize(3);
  }

  @Test
  void aFileThatIsNoObject() {
    assertThatThrownBy(() -> read("[1]"))
        .hasMessage(file() + ": expected a JSON object, found another value");
    assertThatThrownBy(() -> read(""))
        .hasMessage(file() + ": expected a JSON object, found nothing");
    assertThatThrownBy(() -> read("{\n\"count\" 3}"))
        .hasMessageStartingWith(file() + ", line 2: expected JSON, found ")
        .satisfies(error -> assertThat(error.getMessage().lines()).hasSize(1));
  }

  private Path file() {
    return folder.resolve("t.json");
  }

  private Map<String, String> read(String text) throws IOException {
    return JsonFields.read(new SourceFile(Files.writeString(file(), text)), NAMES);
  }
}
