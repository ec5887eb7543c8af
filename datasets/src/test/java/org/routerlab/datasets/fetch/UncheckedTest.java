package org.routerlab.datasets.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.routerlab.datasets.fetch.Laboratory.PREFIX;
import static org.routerlab.datasets.fetch.Laboratory.content;
import static org.routerlab.datasets.fetch.Laboratory.entry;
import static org.routerlab.datasets.fetch.Laboratory.sha256;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.routerlab.core.BadDataException;

/** What is taken for a file, and what is not, where no hash is published. */
@Timeout(60)
class UncheckedTest {

  private static final String PAGE = "<!DOCTYPE html>\n<html><body>Log in, please</body></html>";
  private static final String UNPACK =
      ", \"unpack\": {\"kind\": \"%s\", \"into\": \".\", \"bytes\": 5000000, \"entries\": 5,"
          + " \"ratio\": 100}";

  @TempDir Path data;

  private Laboratory lab;

  @BeforeEach
  void serve() throws IOException {
    lab = new Laboratory(data);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private void serve(String path, byte[] content) {
    lab.server.on(PREFIX + path, Answers.file(content, "\"" + sha256(content) + "\""));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private void assertRefused(String path, byte[] content, String words) {
    serve(path, content);
    assertThatThrownBy(() -> lab.fetch(entry(path, "")))
        .isInstanceOf(BadDataException.class)
        .hasMessage(
            lab.server.address()
                + PREFIX
                + path
                + ": expected "
                + words
                + "; it is not kept (finished files are): try again, or without the mirror");
    assertThat(lab.present()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zip", "tar.gz"})
  void anArchiveThatDoesNotUnpackIsDroppedSoThatAGoodOneCanCome(String kind) throws IOException {
    String path = "all." + kind;
    byte[] climbs = kind.equals("zip") ? Archives.zip("../a.csv") : Archives.tar("../a.csv");
    byte[] good = kind.equals("zip") ? Archives.zip("a.csv") : Archives.tar("a.csv");
    for (byte[] bad : new byte[][] {climbs, Arrays.copyOf(good, good.length - 30)}) {
      serve(path, bad);
      assertThatThrownBy(() -> lab.fetch(entry(path, UNPACK.formatted(kind))))
          .isInstanceOf(BadDataException.class)
          .hasMessageStartingWith(path)
          .hasMessageEndingWith(
              "; nothing was unpacked, and the archive is dropped, as no published hash vouches"
                  + " for it: try again, or without the mirror");
      assertThat(lab.present()).isEmpty();
    }
    serve(path, good);
    lab.fetch(entry(path, UNPACK.formatted(kind)));
    assertThat(lab.present()).containsExactly("lab/a.csv", "lab/fetched.json");
  }

  @Test
  void aBadArchiveThatAnEarlierRunKeptIsDroppedToo() throws IOException {
    Path kept = data.resolve(".fetch-lab/archives/all.zip");
    Files.createDirectories(kept.getParent());
    Files.writeString(kept, PAGE);
    serve("all.zip", Archives.zip("a.csv"));
    lab.fetch(entry("all.zip", UNPACK.formatted("zip")));
    assertThat(lab.present()).containsExactly("lab/a.csv", "lab/fetched.json");
  }

  @Test
  void anArchiveWithoutFilesIsRefused() throws IOException {
    serve("all.zip", Archives.zip("a/"));
    assertThatThrownBy(() -> lab.fetch(entry("all.zip", UNPACK.formatted("zip"))))
        .hasMessageStartingWith("all.zip: expected files in the archive, found none; nothing was");
    serve("all.zip", Archives.zip());
    assertThatThrownBy(() -> lab.fetch(entry("all.zip", UNPACK.formatted("zip"))))
        .hasMessageStartingWith("all.zip: expected files in the archive, found none; nothing was");
    assertThat(lab.present()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.csv", "a.json", "a.jsonl", "a.pkl"})
  void aPageIsNotTakenForAFile(String path) {
    assertRefused(path, bytes(PAGE), "the file, found a web page");
    assertRefused(path, bytes("\u00ef\u00bb\u00bf\n <HTML lang=en>"), "the file, found a web page");
    assertRefused(path, new byte[0], "the file, found an empty file");
  }

  @Test
  void aParquetFileAndArchivesHaveTheirMagic() {
    assertRefused("a.parquet", bytes(PAGE), "a parquet file, found a web page");
    assertRefused("a.zip", bytes(PAGE), "a zip archive, found a web page");
    String another = ", found another or an incomplete one";
    assertRefused("a.parquet", bytes("PAR1 and no end"), "a parquet file" + another);
    assertRefused("a.parquet", bytes("no start, PAR1"), "a parquet file" + another);
    assertRefused("a.parquet", bytes("PAR1"), "a parquet file" + another);
    assertRefused("a.zip", bytes("{\"error\": 1}"), "a zip archive" + another);
    assertRefused("a.csv.gz", bytes("{\"error\": 1}"), "gzip" + another);
    serve("a.parquet", bytes("PAR1 something PAR1"));
    serve("a.csv", bytes("question,answer\n<html>,1\n"));
    lab.fetch(entry("a.parquet", ""), entry("a.csv", ""));
    assertThat(lab.present()).containsExactly("lab/a.csv", "lab/a.parquet", "lab/fetched.json");
  }

  @Test
  void anAnswerThatSaysItIsAPageIsRefusedUnlessAHashVouchesForIt() throws IOException {
    byte[] text = bytes("please log in");
    lab.server.on(
        PREFIX + "a.csv",
        (exchange, time) -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          Answers.file(text, "\"1\"").answer(exchange, time);
        });
    assertThatThrownBy(() -> lab.fetch(entry("a.csv", "")))
        .isInstanceOf(FetchException.class)
        .hasMessage(
            lab.server.address()
                + PREFIX
                + "a.csv: expected the file, found a web page (text/html); is a login or the mirror"
                + " in the way?");
    assertThat(lab.server.asked()).hasSize(1);
    assertThat(lab.present()).isEmpty();
    lab.fetch(entry("a.csv", text));
    assertThat(lab.installed("a.csv")).hasBinaryContent(text);
  }

  @Test
  void aPagePublishedAsOneIsInstalled() {
    serve("a.html", bytes(PAGE));
    serve("b.bin", content(10));
    lab.fetch(entry("a.html", ""), entry("b.bin", ""));
    assertThat(lab.installed("a.html")).hasContent(PAGE);
  }
}
