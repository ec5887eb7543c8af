package org.routerlab.datasets.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.routerlab.datasets.fetch.Laboratory.PREFIX;
import static org.routerlab.datasets.fetch.Laboratory.content;
import static org.routerlab.datasets.fetch.Laboratory.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed, and processes side by side. */
@Timeout(120)
class FetchProcessesTest {

  private static final byte[] A = content(400_000);
  private static final byte[] B = content(300_000);
  private static final int CHUNK = 20_000;

  @TempDir Path folder;

  private Laboratory lab;
  private Path sources;
  private volatile int pause = 20;

  @BeforeEach
  void serve() throws IOException {
    lab = new Laboratory(folder.resolve("data"));
    sources = folder.resolve("sources.json");
    Files.writeString(sources, Laboratory.json(entry("a.json", A), entry("b.json", B)));
    lab.server.on(PREFIX + "a.json", slowly(A));
    lab.server.on(PREFIX + "b.json", slowly(B));
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void aKilledProcessLeavesNothingInstalledAndTheNextGoesOnWhereItWas() throws Exception {
    Path part = part();
    Process process = FetchProgram.start(lab, sources);
    while (process.isAlive() && !(Files.exists(part) && Files.size(part) >= 3 * CHUNK)) {
      Thread.sleep(1);
    }
    process.destroyForcibly();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isNotZero();
    assertThat(lab.data.resolve("lab")).doesNotExist();
    long kept = Files.size(part);
    assertThat(kept).isBetween(3L * CHUNK, (long) A.length);

    pause = 0;
    assertThat(FetchProgram.start(lab, sources).waitFor()).isZero();
    assertInstalled();
    assertThat(lab.server.asked())
        .filteredOn(asked -> asked.path().endsWith("a.json"))
        .extracting(FileServer.Asked::range)
        .containsExactly(null, "bytes=" + kept + "-");
  }

  @Test
  void killedAtAnyMomentThereIsEitherNothingOrEverything() throws Exception {
    pause = 4;
    for (int round = 0; round < 6; round++) {
      Process process = FetchProgram.start(lab, sources);
      process.waitFor(250 + 60 * round, TimeUnit.MILLISECONDS);
      process.destroyForcibly();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      if (Files.exists(lab.data.resolve("lab"))) {
        assertThat(lab.installed("a.json")).hasBinaryContent(A);
        assertThat(lab.installed("b.json")).hasBinaryContent(B);
        assertThat(lab.installed("fetched.json")).exists();
      }
    }
    pause = 0;
    assertThat(FetchProgram.start(lab, sources).waitFor()).isZero();
    assertInstalled();
  }

  @Test
  void ofTwoAtOnceOneFetchesAndTheOtherSaysSo() throws Exception {
    pause = 500;
    Process first = FetchProgram.start(lab, sources);
    while (first.isAlive() && !Files.exists(part())) {
      Thread.sleep(1);
    }
    assertThat(FetchProgram.start(lab, sources).waitFor()).isEqualTo(2);
    assertThat(first.isAlive()).isTrue();
    pause = 0;
    assertThat(first.waitFor()).isZero();
    assertInstalled();
    assertThat(lab.server.asked()).hasSize(2);
  }

  private Path part() {
    return lab.data.resolve(".fetch-lab/files/a.json.part");
  }

  private void assertInstalled() {
    assertThat(lab.present()).containsExactly("lab/a.json", "lab/b.json", "lab/fetched.json");
    assertThat(lab.installed("a.json")).hasBinaryContent(A);
    assertThat(lab.installed("b.json")).hasBinaryContent(B);
  }

  /** A file in chunks, with a pause after each. */
  private FileServer.Answering slowly(byte[] content) {
    return (exchange, time) -> {
      String range = exchange.getRequestHeaders().getFirst("Range");
      int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
      exchange.getResponseHeaders().set("ETag", "\"1\"");
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
      exchange.sendResponseHeaders(range == null ? 200 : 206, content.length - from);
      for (int at = from; at < content.length; at += CHUNK) {
        byte[] chunk =
            java.util.Arrays.copyOfRange(content, at, Math.min(content.length, at + CHUNK));
        Answers.write(exchange, chunk, chunk.length);
        pause();
      }
    };
  }

  private void pause() {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
