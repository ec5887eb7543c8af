package org.routerlab.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.BadDataException;

class ScanTest {

  private static final String GOOD =
      "id,prompt,score\n1,\"two\nlines, \"\"quoted\"\"\",0.5\n2,plain,True\n3,,\n";

  @TempDir Path folder;

  @Test
  void csvKeepsLineBreaksAndQuotesInsideCells() throws IOException {
    List<String> prompts = new ArrayList<>();
    List<Float> scores = new ArrayList<>();
    Scan scan = Scan.csv(file("t.csv", GOOD));

    scan.forEach(
        row -> {
          prompts.add(row.optionalText("prompt").orElse("-"));
          scores.add(row.score("score"));
        });

    assertThat(scan.columns()).containsExactly("id", "prompt", "score");
    assertThat(prompts).containsExactly("two\nlines, \"quoted\"", "plain", "-");
    assertThat(scores).containsExactly(0.5f, 1f, Float.NaN);
  }

  @Test
  void csvWithoutAHeaderCountsItsFirstLineAsARecord() throws IOException {
    List<Double> sums = new ArrayList<>();
    Scan scan = Scan.csv(file("t.csv", "1,2\n3,\n"), List.of("1: a", "2: A"));

    scan.forEach(row -> sums.add(row.number("1: a") + row.number("2: A")));

    assertThat(sums).containsExactly(3.0, Double.NaN);
    Scan ragged = Scan.csv(file("r.csv", "1,2\n3\n"), List.of("a", "b"));
    assertThatThrownBy(() -> ragged.forEach(row -> {}))
        .hasMessageEndingWith("r.csv, record 2: expected 2 cells, found 1 cells");
  }

  @Test
  void aColumnOfCsvWithoutANameIsKnownByItsPosition() throws IOException {
    List<String> cells = new ArrayList<>();
    Scan scan = Scan.csv(file("t.csv", ",id,\" \"\n7,a,x\n"));

    scan.forEach(row -> cells.add(row.text("column 1") + row.text("id") + row.text("column 3")));

    assertThat(scan.columns()).containsExactly("column 1", "id", "column 3");
    assertThat(cells).containsExactly("7ax");
  }

  @Test
  void csvIsReadUnderANameWithSignsOfAPattern() throws IOException {
    assertThat(count(Scan.csv(file("a[1]*?'s.csv", GOOD)))).isEqualTo(3);
  }

  @Test
  void csvIsReadGzipped() throws IOException {
    assertThat(count(Scan.csv(zipped("t.csv.gz", GOOD)))).isEqualTo(3);
  }

  @Test
  void aRaggedRow() throws IOException {
    assertFails("t.csv", GOOD + "4,x\n5,y,0\n", "record 4: expected 3 cells, found 2 cells");
  }

  @Test
  void aQuoteThatIsNotClosed() throws IOException {
    assertFails(
        "t.csv",
        GOOD + "4,\"x,0\n5,y,0\n",
        "record 4: expected records that can be read, found Value with unterminated quote");
  }

  @Test
  void anEmptyFile() throws IOException {
    assertFails("t.csv", "", "t.csv: expected at least one line, found an empty file");
  }

  @Test
  void aColumnTwice() throws IOException {
    assertFails("t.csv", "id,a,a\n1,2,3\n", "line 1: expected every column once, found 'a' twice");
  }

  @Test
  void aColumnThatNobodyKnows() throws IOException {
    Scan scan = Scan.csv(file("t.csv", GOOD));

    assertThatThrownBy(() -> scan.requiring("promt"))
        .hasMessageContaining("t.csv: expected a column 'promt'")
        .hasMessageContaining("did you mean 'prompt'?");
    assertThatThrownBy(() -> scan.allowing(Set.of("id", "prompt")))
        .hasMessageContaining("expected the columns [id, prompt], found a column 'score'");
  }

  @Test
  void textWhereANumberIsExpected() throws IOException {
    Scan scan = Scan.csv(file("t.csv", "id,score\n1,0.5\n2,high\n"));

    assertThatThrownBy(() -> scan.forEach(row -> row.score("score")))
        .isInstanceOf(BadDataException.class)
        .hasMessageEndingWith("record 2, 'score': expected a number, found 'high'");
  }

  @Test
  void textThatIsNotUtf8() throws IOException {
    Path path = folder.resolve("t.csv");
    Files.write(path, "id\n1\n\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> Scan.csv(new SourceFile(path)))
        .hasMessageContaining("expected text in UTF-8, found bytes that are not");
  }

  @Test
  void theLineOfBytesThatAreNotUtf8IsExact() throws IOException {
    byte[] good = "id,prompt\n".repeat(5000).getBytes(StandardCharsets.UTF_8);
    good[10 * 3001 + 4] = (byte) 0xE9;
    Path path = Files.write(folder.resolve("t.csv"), good);

    assertThatThrownBy(() -> Scan.csv(new SourceFile(path)))
        .hasMessageEndingWith("t.csv, line 3002: expected text in UTF-8, found bytes that are not");
  }

  @Test
  void textOfAllLengthsOfUtf8IsWhole() throws IOException {
    assertThat(count(Scan.csv(file("t.csv", "id\n\u00e4\u20ac\ud83d\ude00\ufffd\n")))).isEqualTo(1);
    assertThat(LineOfBreak.of(folder.resolve("t.csv"))).isEqualTo(3);
  }

  @Test
  void aGzipCutShort() throws IOException {
    Path path = zipped("t.csv.gz", GOOD.repeat(100)).path();
    byte[] bytes = Files.readAllBytes(path);
    Files.write(path, Arrays.copyOf(bytes, bytes.length - 12));

    assertThatThrownBy(() -> Scan.csv(new SourceFile(path)))
        .hasMessageContaining("expected a complete gzip file");
  }

  @Test
  void aGzipThatHoldsFarMoreThanItsSizeTells() throws IOException {
    Path path = folder.resolve("bomb.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      byte[] zeros = new byte[1 << 20];
      Arrays.fill(zeros, (byte) '0');
      for (int i = 0; i < 300; i++) {
        out.write(zeros);
      }
    }

    assertThatThrownBy(() -> Scan.csv(new SourceFile(path)))
        .hasMessageContaining("expected at most 268435456 bytes in a gzip file of")
        .hasMessageContaining("found more");
  }

  @Test
  void brokenJsonNamesItsLine() throws IOException {
    SourceFile file = file("t.jsonl", "{\"a\": 1}\n{\"a\": 2,\n{\"a\": 3}\n");

    assertThatThrownBy(() -> count(Scan.jsonLines(file, "a")))
        .isInstanceOf(BadDataException.class)
        .hasMessageMatching("(?s).*t.jsonl, line [23]: expected records that can be read.*");
  }

  @Test
  void fieldsOfMixedTypesNameTheirRecord() throws IOException {
    SourceFile file = file("t.jsonl", "{\"a\": 1}\n{\"a\": {\"b\": 2}}\n");

    assertThatThrownBy(() -> Scan.jsonLines(file, "a").forEach(row -> row.number("a")))
        .hasMessageEndingWith("record 2, 'a': expected a number, found '{\"b\":2}'");
  }

  @Test
  void anArrayThatBreaksOffBetweenItsRecords() throws IOException {
    SourceFile file = file("t.json", "[{\"a\": 1},\n");

    assertThatThrownBy(() -> Scan.jsonArray(file, "a"))
        .isInstanceOf(BadDataException.class)
        .hasMessageEndingWith("t.json: expected ']' at the end, found ',': is the file cut off?");
  }

  @Test
  void aRecordThatIsNoObject() throws IOException {
    SourceFile lines = file("t.jsonl", "{\"a\": 1}\n[2]\n");
    SourceFile array = file("t.json", "[{\"a\": 1}, 5]");
    SourceFile bare = file("bare.json", "[{\"a\": 1}]");

    assertThatThrownBy(() -> count(Scan.jsonLines(lines, "a")))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("t.jsonl, line 2: ")
        .hasMessageContaining("Expected OBJECT, but got ARRAY: [2]");
    assertThatThrownBy(() -> count(Scan.jsonArray(array, "a")))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("t.json, record 2: ");
    assertThatThrownBy(() -> Scan.jsonRecords(bare, "records", "a").forEach(row -> {}))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("bare.json");
  }

  @Test
  void aFieldOfAnObjectIsMissingWithItOrInIt() throws IOException {
    SourceFile file = file("t.jsonl", "{\"a\": {\"b\": 2}}\n{\"a\": {}}\n{}\n");
    List<Double> numbers = new ArrayList<>();

    Scan.jsonLines(file, "a").forEach(row -> numbers.add(row.number("a", row.field("a", "b"))));

    assertThat(numbers).containsExactly(2.0, Double.NaN, Double.NaN);
  }

  @Test
  void aFieldOfWhatIsNoObject() throws IOException {
    SourceFile file = file("t.jsonl", "{\"a\": [2]}\n");

    assertThatThrownBy(() -> Scan.jsonLines(file, "a").forEach(row -> row.field("a", "b")))
        .hasMessageEndingWith("record 1, 'a': expected a JSON object, found '[2]'");
  }

  @Test
  void parquetIsReadWithFieldsOfStructs() throws Exception {
    Path path = folder.resolve("t.parquet");
    try (DuckDb engine = new DuckDb();
        Statement statement = engine.statement()) {
      statement.execute(
          "COPY (SELECT 'q' AS id, {'score': 0.25, 'n': 3} AS \"gpt-4o\") TO "
              + DuckDb.string(path.toString())
              + " (FORMAT parquet)");
    }
    List<Float> scores = new ArrayList<>();
    Scan scan = Scan.parquet(new SourceFile(path));

    scan.computing("s", "\"gpt-4o\".score")
        .only(List.of("id", "s"))
        .forEach(row -> scores.add(row.score("s")));

    assertThat(scan.columns()).containsExactly("id", "gpt-4o");
    assertThat(scores).containsExactly(0.25f);
  }

  @Test
  void aFieldOfAStructIsAColumnWhateverSignsItsNameHas() throws Exception {
    Path path = folder.resolve("t.parquet");
    try (DuckDb engine = new DuckDb();
        Statement statement = engine.statement()) {
      statement.execute(
          "COPY (SELECT {'num in': 3} AS \"a\"\"b.c\") TO "
              + DuckDb.string(path.toString())
              + " (FORMAT parquet)");
    }
    List<Float> counts = new ArrayList<>();
    SourceFile file = new SourceFile(path);

    Scan.parquet(file)
        .field("a\"b.c", "num in")
        .only(List.of("a\"b.c.num in"))
        .forEach(row -> counts.add(row.amount("a\"b.c.num in")));

    assertThat(counts).containsExactly(3f);
    assertThat(ParquetSchema.of(file)).containsEntry("a\"b.c", "STRUCT(\"num in\" INTEGER)");
  }

  @Test
  void arraysOfObjectsAreThinned() throws IOException {
    List<String> seen = new ArrayList<>();
    SourceFile file =
        file(
            "t.jsonl",
            """
            {"id": 1, "answers": [{"model": "a", "text": "long", "score": {"x": 0.5}}, {"text": ""}]}
            {"id": 2, "answers": {"model": "a"}}
            {"id": 3}
            """);

    Scan.jsonLines(file, "id", "answers")
        .thinning("answers", "model", "score")
        .forEach(row -> seen.add(row.json("answers").toString()));

    assertThat(seen)
        .containsExactly(
            "[{\"model\":\"a\",\"score\":{\"x\":0.5}},{\"model\":null,\"score\":null}]",
            "null",
            "null");
  }

  @Test
  void filesOfATreeComeByTheirPath() throws IOException {
    Files.createDirectories(folder.resolve("b/c"));
    file("b/c/1.json", "{}");
    file("b/2.json", "{}");
    file("b/2.txt", "");
    zipped("a.json.gz", "{}");

    assertThat(SourceFile.tree(folder, ".json"))
        .extracting(file -> folder.relativize(file.path()).toString())
        .containsExactly("a.json.gz", "b/2.json", "b/c/1.json");
    assertThat(SourceFile.tree(folder.resolve("b/2.json"), ".json")).hasSize(1);
    assertThatThrownBy(() -> SourceFile.tree(folder, ".csv"))
        .hasMessage(
            folder
                + ": expected files *.csv (or gzipped) in it or below, found none;"
                + " it has [a.json.gz, b]");
  }

  @Test
  void namesOfCsvMayDifferInCaseOnly() throws IOException {
    List<String> seen = new ArrayList<>();

    Scan.csv(file("t.csv", "a,A\nx,y\n")).forEach(row -> seen.add(row.text("a") + row.text("A")));

    assertThat(seen).containsExactly("xy");
  }

  @Test
  void nanOfParquetMayBeAskedToBeMissing() throws Exception {
    Path path = folder.resolve("t.parquet");
    try (DuckDb engine = new DuckDb();
        Statement statement = engine.statement()) {
      statement.execute(
          "COPY (SELECT 'NaN'::DOUBLE AS a, 0.5::FLOAT AS b, 'nan' AS c, NULL::INT AS d) TO "
              + DuckDb.string(path.toString())
              + " (FORMAT parquet)");
    }
    List<Float> scores = new ArrayList<>();
    Scan scan = Scan.parquet(new SourceFile(path));

    scan.withoutNaN(List.of("a", "b", "d"))
        .forEach(
            row -> {
              scores.addAll(List.of(row.score("a"), row.score("b"), row.score("d")));
              assertThat(row.text("c")).isEqualTo("nan");
            });

    assertThat(scores).containsExactly(Float.NaN, 0.5f, Float.NaN);
    assertThatThrownBy(() -> scan.forEach(row -> row.score("a")))
        .hasMessageEndingWith("record 1, 'a': expected a number, found 'NaN'");
  }

  @Test
  void aFileThatIsNoParquet() throws IOException {
    SourceFile file = file("t.parquet", "id,score\n1,2\n");

    assertThatThrownBy(() -> Scan.parquet(file))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("t.parquet: expected a Parquet file, found ");
  }

  private void assertFails(String name, String text, String message) throws IOException {
    SourceFile file = file(name, text);
    assertThatThrownBy(() -> count(Scan.csv(file)))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining(message)
        .satisfies(error -> assertThat(error.getMessage().lines()).hasSize(1));
  }

  private static int count(Scan scan) {
    int[] count = new int[1];
    scan.forEach(row -> count[0]++);
    return count[0];
  }

  private SourceFile file(String name, String text) throws IOException {
    return new SourceFile(Files.writeString(folder.resolve(name), text));
  }

  private SourceFile zipped(String name, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return new SourceFile(Files.write(folder.resolve(name), bytes.toByteArray()));
  }
}
