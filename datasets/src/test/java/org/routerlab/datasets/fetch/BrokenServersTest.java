package org.routerlab.datasets.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.routerlab.datasets.fetch.Laboratory.PREFIX;
import static org.routerlab.datasets.fetch.Laboratory.content;
import static org.routerlab.datasets.fetch.Laboratory.entry;
import static org.routerlab.datasets.fetch.Laboratory.sha256;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.routerlab.core.BadDataException;

/** What comes of servers that break off, refuse, stall and send something else. */
@Timeout(60)
class BrokenServersTest {

  private static final String PATH = PREFIX + "a.json";
  private static final byte[] A = content(200_000);
  private static final byte[] OTHER = content(200_001);
  private static final String ENTRY = entry("a.json", A);
  private static final String UNCHECKED = entry("a.json", "");

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

  private void assertInstalled() {
    assertThat(lab.installed("a.json")).hasBinaryContent(A);
    assertThat(lab.present()).containsExactly("lab/a.json", "lab/fetched.json");
  }

  private long partSize() throws IOException {
    return Files.size(data.resolve(".fetch-lab/files/a.json.part"));
  }

  @Test
  void aBrokenConnectionGoesOnWhereItWas() {
    lab.server.on(PATH, Answers.dropping(A, "\"1\"", 80_000, 2));
    lab.fetch(UNCHECKED);
    assertInstalled();
    assertThat(lab.server.asked())
        .extracting(FileServer.Asked::range)
        .containsExactly(null, "bytes=80000-", "bytes=160000-");
    assertThat(lab.server.asked())
        .extracting(FileServer.Asked::ifRange)
        .containsExactly(null, "\"1\"", "\"1\"");
    assertThat(lab.notes)
        .hasSize(2)
        .allMatch(note -> note.contains("trying again in"))
        .first()
        .asString()
        .startsWith("a.json: a broken connection after 80,000 of 200,000 bytes; trying");
  }

  @Test
  void aLaterRunGoesOnWhereTheLastOneGaveUp() throws IOException {
    lab.server.on(
        PATH, Answers.first(1, Answers.dropping(A, "\"1\"", 70_000, 1), Answers.status(503)));
    assertThatThrownBy(() -> lab.fetch(ENTRY))
        .isInstanceOf(FetchException.class)
        .hasMessage(
            lab.server.address()
                + PATH
                + ": expected the file, found status 503 (3 attempts); try again later: what came"
                + " is kept");
    assertThat(partSize()).isEqualTo(70_000);
    assertThat(data.resolve("lab")).doesNotExist();
    lab.server.on(PATH, Answers.file(A, "\"1\""));
    lab.fetch(ENTRY);
    assertInstalled();
    assertThat(lab.server.asked().get(lab.server.asked().size() - 1).range())
        .isEqualTo("bytes=70000-");
  }

  @Test
  void aServerThatIgnoresRangesSendsAllOfItAgain() {
    lab.server.on(PATH, Answers.withoutRanges(A, 50_000));
    lab.fetch(ENTRY);
    assertInstalled();
    assertThat(lab.server.asked().get(1).range()).isEqualTo("bytes=50000-");
  }

  @Test
  void aFileThatChangedMeanwhileIsStartedAnew() {
    lab.server.on(
        PATH,
        Answers.first(
            1, Answers.dropping(OTHER, "\"old\"", 90_000, 1), Answers.file(A, "\"new\"")));
    lab.fetch(UNCHECKED);
    assertInstalled();
    assertThat(lab.server.asked().get(1).ifRange()).isEqualTo("\"old\"");
  }

  @Test
  void withoutAStateAndAHashAPartIsNotTrusted() {
    lab.server.on(PATH, Answers.dropping(A, "W/\"weak\"", 90_000, 1));
    lab.fetch(UNCHECKED);
    assertInstalled();
    assertThat(lab.server.asked()).extracting(FileServer.Asked::range).containsOnlyNulls();
  }

  @Test
  void aPartThatIsDamagedIsFoundAtTheEndAndFetchedAnew() throws IOException {
    Path part = data.resolve(".fetch-lab/files/a.json.part");
    Files.createDirectories(part.getParent());
    Files.write(part, content(50_000));
    Files.writeString(
        part.resolveSibling("a.json.tag"), "https://huggingface.co" + PATH + "\n\"1\"");
    lab.server.on(PATH, Answers.file(A, "\"1\""));
    lab.fetch(ENTRY);
    assertInstalled();
    assertThat(lab.notes).singleElement().asString().contains("damaged; starting anew");
  }

  @Test
  void aPartThatIsAllOfTheFileIsTakenAndOneThatIsLongerIsNot() throws IOException {
    Path part = data.resolve(".fetch-lab/files/a.json.part");
    Files.createDirectories(part.getParent());
    Files.writeString(
        part.resolveSibling("a.json.tag"), "https://huggingface.co" + PATH + "\n\"1\"");
    Files.write(part, OTHER);
    lab.server.on(PATH, Answers.file(A, "\"1\""));
    lab.fetch(UNCHECKED);
    assertInstalled();
  }

  @Test
  void aShortAnswerThatClaimsToBeWholeIsRefused() {
    byte[] half = java.util.Arrays.copyOf(A, 100_000);
    lab.server.on(PATH, Answers.file(half, "\"1\""));
    assertThatThrownBy(() -> lab.fetch(ENTRY))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("expected 200,000 bytes, found 100,000 announced; it is not kept");
    assertThat(lab.present()).isEmpty();
  }

  @Test
  void moreBytesThanPublishedStopAtOnce() {
    lab.server.on(
        PATH,
        (exchange, time) -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 10_000; i++) {
            Answers.write(exchange, A, A.length);
          }
        });
    assertThatThrownBy(() -> lab.fetch(ENTRY))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("expected 200,000 bytes, found more");
    assertThat(lab.present()).isEmpty();
  }

  @Test
  void wrongBytesAreNotKept() {
    byte[] wrong = A.clone();
    wrong[17]++;
    lab.server.on(PATH, Answers.file(wrong, "\"1\""));
    assertThatThrownBy(() -> lab.fetch(ENTRY))
        .isInstanceOf(BadDataException.class)
        .hasMessage(
            lab.server.address()
                + PATH
                + ": expected SHA-256 "
                + sha256(A)
                + ", found "
                + sha256(wrong)
                + "; it is not kept (finished files are): try again, or without the mirror");
    assertThat(lab.present()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 429, 408})
  void aServerInTroubleIsAskedAgain(int status) {
    lab.server.on(PATH, Answers.first(1, Answers.status(status), Answers.file(A, "\"1\"")));
    lab.fetch(ENTRY);
    assertInstalled();
    assertThat(lab.notes).singleElement().asString().contains("status " + status);
  }

  @Test
  void theWaitThatAServerAsksForIsKept() {
    lab.server.on(
        PATH, Answers.first(1, Answers.status(429, "Retry-After", "1"), Answers.file(A, "\"1\"")));
    long start = System.nanoTime();
    lab.fetch(ENTRY);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
    assertInstalled();
  }

  @Test
  void aWaitThatIsTooLongEndsTheFetch() {
    lab.server.on(PATH, Answers.status(429, "Retry-After", "3600"));
    assertThatThrownBy(() -> lab.fetch(ENTRY))
        .hasMessageContaining("found status 429 and the wish to wait 3600 s; try again then");
    assertThat(lab.server.asked()).hasSize(1);
  }

  @Test
  void whatIsNotThereIsAskedForOnce() {
    lab.server.on(PATH, Answers.status(404));
    assertThatThrownBy(() -> lab.fetch(ENTRY))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("found status 404; it is no longer there or never was: see https://");
    assertThat(lab.server.asked()).hasSize(1);
  }

  @Test
  void silenceOnTheConnectionCountsAsBroken() {
    lab.patience =
        new Patience(3, Duration.ofMillis(5), Duration.ofSeconds(1), Duration.ofMillis(400), 1);
    lab.server.on(
        PATH,
        Answers.first(
            1,
            (exchange, time) -> {
              exchange.getResponseHeaders().set("ETag", "\"1\"");
              exchange.sendResponseHeaders(200, A.length);
              Answers.write(exchange, A, 60_000);
              pause();
            },
            Answers.file(A, "\"1\"")));
    lab.fetch(UNCHECKED);
    assertInstalled();
    assertThat(lab.notes)
        .singleElement()
        .asString()
        .contains("silence on the connection after 60,000 of 200,000 bytes");
    assertThat(lab.server.asked().get(1).range()).isEqualTo("bytes=60000-");
  }

  @Test
  void nobodyThereIsOneLineAfterThreeAttemptsAndNothingIsSaidToBeKept() {
    lab.server.close();
    lab.patience = new Patience(6, Duration.ofMillis(5), Duration.ZERO, Duration.ofSeconds(2), 1);
    assertThatThrownBy(() -> lab.fetch(ENTRY))
        .isInstanceOf(FetchException.class)
        .hasMessage(
            lab.server.address()
                + PATH
                + ": expected the file, found no connection (ConnectException) (3 attempts); set"
                + " HTTPS_PROXY and NO_PROXY where a proxy is needed, name a mirror in"
                + " ROUTERLAB_HF_ENDPOINT or HF_ENDPOINT, or try again later");
    assertThat(lab.notes).hasSize(2).allMatch(note -> note.endsWith("of 3)"));
    assertThat(lab.present()).isEmpty();
  }

  @Test
  void anUnknownHostIsNamedAsOne() {
    lab.environment.put("ROUTERLAB_HF_ENDPOINT", "http://nobody.invalid");
    assertThatThrownBy(() -> lab.fetch(ENTRY))
        .hasMessageStartingWith("http://nobody.invalid" + PATH)
        .hasMessageContaining("no connection (ConnectException, unknown host) (3 attempts); set");
  }

  @Test
  void whereSomethingCameALostNetworkIsWaitedForAndItIsKept() throws IOException {
    Path part = data.resolve(".fetch-lab/files/a.json.part");
    Files.createDirectories(part.getParent());
    Files.writeString(
        part.resolveSibling("a.json.tag"), "https://huggingface.co" + PATH + "\n\"1\"");
    Files.write(part, java.util.Arrays.copyOf(A, 50_000));
    lab.server.close();
    lab.patience = new Patience(5, Duration.ofMillis(5), Duration.ZERO, Duration.ofSeconds(2), 1);
    assertThatThrownBy(() -> lab.fetch(ENTRY))
        .hasMessageContaining("(5 attempts)")
        .hasMessageEndingWith("try again later: what came is kept");
    assertThat(partSize()).isEqualTo(50_000);
  }

  @Test
  void aServerInTroubleThatSentNothingLeavesNothing() {
    lab.server.on(PATH, Answers.status(503));
    assertThatThrownBy(() -> lab.fetch(ENTRY))
        .hasMessageEndingWith("found status 503 (3 attempts); try again later");
  }

  private static void pause() {
    try {
      Thread.sleep(5000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
