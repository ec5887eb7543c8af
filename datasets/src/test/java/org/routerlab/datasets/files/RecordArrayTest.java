package org.routerlab.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.BadDataException;

class RecordArrayTest {

  private static final String GOOD =
      """
      {"model": "m", "more": {"records": [{"index": 9}]},
       "records": [{"index": 1, "score": 0.5, "raw": {"index": 7}},
                   {"score": true, "index": "é"}, {"index": 3, "score": null}],
       "end": [1]}
      """;

  @TempDir Path folder;

  @Test
  void objectsOfTheArrayAreReadWithTheFieldsAskedFor() throws IOException {
    assertThat(read(GOOD)).containsExactly("1:0.5", "é:1.0", "3:NaN");
  }

  @Test
  void aGzippedFileIsReadTheSame() throws IOException {
    assertThat(read(new SourceFile(Files.write(folder.resolve("t.json.gz"), zipped()))))
        .containsExactly("1:0.5", "é:1.0", "3:NaN");
  }

  @Test
  void aFieldThatAnObjectLacksIsMissing() throws IOException {
    assertThat(read("{\"records\": [{\"score\": 1, \"index\": 1}, {\"index\": 2}]}"))
        .containsExactly("1:1.0", "2:NaN");
  }

  @Test
  void aCellThatBreaksARuleNamesItsRecord() {
    assertFails(
        "{\"records\": [{\"index\": 1}, {\"index\": 2, \"score\": [1]}]}",
        ", record 2, 'score': expected a number, found '[1]'");
  }

  @Test
  void anObjectWithoutTheArray() {
    assertFails("{\"records\": 3}", ": expected a field records that holds an array, found none");
  }

  @Test
  void anArrayOfOtherThings() {
    assertFails(
        "{\"records\": [{\"index\": 1}, 3]}",
        ", record 2: expected a JSON object, found another value");
  }

  @Test
  void aFileThatIsNoObject() {
    assertFails("", ": expected at least one line, found an empty file");
    assertFails("[]", ": expected a JSON object, found another value");
    assertFails(GOOD + "{}", ": expected one JSON object, found more after it");
  }

  @Test
  void brokenJsonNamesItsLine() {
    assertFails(
        "{\"records\": [{\"index\": 1},\n{\"index\" 2}]}",
        ", line 2: expected records that can be read, found ");
    assertFails(
        "{\"records\": [{\"index\": 1,\n\"index\": 2}]}",
        ", line 2: expected records that can be read, found Duplicate field 'index'");
    assertFails(
        "{\"records\": [{\"score\": NaN}]}", ", line 1: expected records that can be read, found ");
    assertFails(GOOD.substring(0, 60), ", line 2: expected records that can be read, found ");
  }

  @Test
  void bytesThatAreNotUtf8AreAnErrorAlsoWhereNothingIsRead() throws IOException {
    byte[] bytes = "{\"records\": [{\"raw\": \"é!\"}]}".getBytes(StandardCharsets.ISO_8859_1);
    SourceFile file = new SourceFile(Files.write(folder.resolve("t.json"), bytes));

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("line 1: expected records that can be read, found Invalid UTF-8");
  }

  @Test
  void aGzipCutShort() throws IOException {
    byte[] bytes = zipped();
    Path path = Files.write(folder.resolve("t.json.gz"), Arrays.copyOf(bytes, bytes.length - 12));

    assertThatThrownBy(() -> read(new SourceFile(path)))
        .hasMessageStartingWith(path + ": expected a complete gzip file, found ");
  }

  private List<String> read(String text) throws IOException {
    return read(new SourceFile(Files.writeString(folder.resolve("t.json"), text)));
  }

  private static List<String> read(SourceFile file) {
    List<String> seen = new ArrayList<>();
    Scan.jsonRecords(file, "records", "index", "score")
        .forEach(row -> seen.add(row.text("index") + ":" + row.score("score")));
    return seen;
  }

  private static byte[] zipped() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(GOOD.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private void assertFails(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith(folder.resolve("t.json") + message)
        .satisfies(error -> assertThat(error.getMessage().lines()).hasSize(1));
  }
}
