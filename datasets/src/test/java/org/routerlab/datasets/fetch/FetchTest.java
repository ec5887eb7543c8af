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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.routerlab.core.BadDataException;

/** What a benchmark's folder is after a fetch. */
@Timeout(60)
class FetchTest {

  private static final byte[] A = content(5000);
  private static final byte[] B = content(300);

  @TempDir Path data;

  private Laboratory lab;

  @BeforeEach
  void serve() throws IOException {
    lab = new Laboratory(data);
    lab.server.on(PREFIX + "a.json", Answers.file(A, "\"a\""));
    lab.server.on(PREFIX + "sub/b.json", Answers.file(B, "\"b\""));
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void theFilesAndARecordOfThemAreInstalledAndNothingElseStays() throws IOException {
    List<String> told = lab.fetch(entry("a.json", A), entry("sub/b.json", B));
    assertThat(lab.present()).containsExactly("lab/a.json", "lab/fetched.json", "lab/sub/b.json");
    assertThat(lab.installed("a.json")).hasBinaryContent(A);
    assertThat(lab.installed("sub/b.json")).hasBinaryContent(B);
    assertThat(lab.record())
        .contains(lab.server.address() + PREFIX + "a.json", sha256(A), Laboratory.REVISION)
        .contains("\"checked\" : \"SHA-256\"", "\"format\" : \"routerdc\"");
    assertThat(told.get(0)).isEqualTo("lab: 2 files, 5,300 bytes in " + data.resolve("lab"));
    assertThat(told.get(1)).isEqualTo("content is as published, by SHA-256");
    assertThat(told).anyMatch(line -> line.contains("licence of the data: MIT"));
    assertThat(lab.notes).isEmpty();
  }

  @Test
  void theRecordIsTheSameToTheByteWheneverItIsMadeFromOneAddress() throws IOException {
    lab.fetch(entry("a.json", A));
    String first = lab.record();
    lab.fetch(true, entry("a.json", A));
    assertThat(lab.record()).isEqualTo(first);
  }

  @Test
  void whatIsInstalledIsCheckedAndNotAskedForAgain() {
    lab.fetch(entry("a.json", A));
    int asked = lab.server.asked().size();
    assertThat(lab.fetch(entry("a.json", A)))
        .containsExactly(
            "lab is installed in " + data.resolve("lab") + " and undamaged (1 file, 5,000 bytes)");
    assertThat(lab.server.asked()).hasSize(asked);
  }

  @Test
  void damageOfWhatIsInstalledIsNamedAndMendedByForce() throws IOException {
    lab.fetch(entry("a.json", A));
    Files.write(lab.installed("a.json"), B);
    assertThatThrownBy(() -> lab.fetch(entry("a.json", A)))
        .isInstanceOf(BadDataException.class)
        .hasMessage(
            lab.installed("a.json")
                + ": expected SHA-256 "
                + sha256(A)
                + " as fetched, found "
                + sha256(B)
                + "; fetch it again with --force");
    assertThat(lab.fetch(true, entry("a.json", A)).get(0))
        .isEqualTo(
            "a.json was damaged here: SHA-256 was %s, as fetched it is %s"
                .formatted(sha256(B), sha256(A)));
    assertThat(lab.installed("a.json")).hasBinaryContent(A);
    assertThat(lab.present()).containsExactly("lab/a.json", "lab/fetched.json");
    Files.delete(lab.installed("a.json"));
    assertThat(lab.fetch(true, entry("a.json", A)).get(0)).isEqualTo("a.json was missing here");
    assertThat(lab.fetch(true, entry("a.json", A)))
        .noneMatch(line -> line.contains("was missing") || line.contains("was damaged"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "{\"name\": \"lab\",\n\"files\": [{", "[1]", "no", "{\"a\": 1}", "{} {}"})
  void aBrokenRecordIsOneLineAndMendedByForce(String record) throws IOException {
    lab.fetch(entry("a.json", A), entry("sub/b.json", B));
    Files.writeString(lab.installed("fetched.json"), record);
    Files.write(lab.installed("a.json"), B);
    assertThatThrownBy(() -> lab.fetch(entry("a.json", A), entry("sub/b.json", B)))
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith(
            lab.installed("fetched.json") + ": expected what fetch wrote, found a broken record (")
        .hasMessageEndingWith("); fetch it again with --force")
        .message()
        .doesNotContain("\n", "Source", "REDACTED", "( ", ": )");
    assertThat(lab.fetch(true, entry("a.json", A), entry("sub/b.json", B)))
        .startsWith(
            "fetched.json was broken here",
            "a.json was damaged here: SHA-256 was %s, as fetched it is %s"
                .formatted(sha256(B), sha256(A)));
    assertThat(lab.fetch(entry("a.json", A), entry("sub/b.json", B)).get(0)).contains("undamaged");
  }

  @Test
  void aRecordThatIsNoTextIsBrokenToo() throws IOException {
    lab.fetch(entry("a.json", A));
    Files.write(lab.installed("fetched.json"), new byte[] {(byte) 0xff, 0, 1});
    assertThatThrownBy(() -> lab.fetch(entry("a.json", A)))
        .hasMessageContaining("found a broken record (no UTF-8); fetch it again with --force");
  }

  @Test
  void besideABrokenRecordAFileOfTheUserIsNotReplaced() throws IOException {
    lab.fetch(entry("a.json", A));
    Files.writeString(lab.installed("fetched.json"), "{");
    Files.writeString(lab.installed("notes.txt"), "mine");
    assertThatThrownBy(() -> lab.fetch(true, entry("a.json", A)))
        .hasMessageContaining("found notes.txt; move it away");
    assertThat(lab.installed("notes.txt")).hasContent("mine");
    Files.delete(lab.installed("notes.txt"));
    lab.fetch(true, entry("a.json", A));
    assertThat(lab.present()).containsExactly("lab/a.json", "lab/fetched.json");
  }

  @Test
  void aFolderWithoutARecordIsNotReplacedAndSaysWhatToRemove() throws IOException {
    lab.fetch(entry("a.json", A));
    Files.delete(lab.installed("fetched.json"));
    assertThatThrownBy(() -> lab.fetch(true, entry("a.json", A)))
        .hasMessage(
            data.resolve("lab")
                + ": expected nothing there, or what fetch installed (with fetched.json), found"
                + " something else; move it away, remove it if fetch made it, or name another"
                + " folder with --data");
  }

  @Test
  void fromAnotherMirrorOnlyTheAddressOfTheRecordDiffers() throws IOException {
    lab.fetch(entry("a.json", A));
    String first = lab.record();
    lab.environment.put("ROUTERLAB_HF_ENDPOINT", lab.server.otherAddress());
    lab.fetch(true, entry("a.json", A));
    assertThat(lab.record())
        .isNotEqualTo(first)
        .isEqualTo(first.replace(lab.server.address(), lab.server.otherAddress()));
  }

  @Test
  void whereNothingIsPublishedThisIsSaidAndALaterFetchTellsAChange() throws IOException {
    List<String> told = lab.fetch(entry("a.json", ""));
    assertThat(told).anyMatch(line -> line.startsWith("of 1 of 1 files no hash is published"));
    assertThat(lab.record()).contains("nothing published", sha256(A));
    lab.server.on(PREFIX + "a.json", Answers.file(B, "\"other\""));
    assertThat(lab.fetch(true, entry("a.json", "")).get(0))
        .isEqualTo(
            "a.json has changed since the last fetch: SHA-256 was %s, is %s"
                .formatted(sha256(A), sha256(B)));
  }

  @Test
  void aGitBlobIsCheckedWhereOnlyItIsKnown() throws IOException {
    byte[] hello = "hello\n".getBytes();
    lab.server.on(PREFIX + "h.json", Answers.file(hello, null));
    lab.fetch(entry("h.json", ", \"git_blob\": \"ce013625030ba8dba906f756967f9e9ca394464a\""));
    assertThat(lab.record()).contains("git blob");
    assertThatThrownBy(
            () -> lab.fetch(true, entry("h.json", ", \"git_blob\": \"" + "0".repeat(40) + "\"")))
        .hasMessageContaining("expected git blob 000")
        .hasMessageContaining("ce013625030ba8dba906f756967f9e9ca394464a");
  }

  @Test
  void aFolderOfTheUserIsLeftAlone() throws IOException {
    Files.createDirectories(data.resolve("lab"));
    Files.writeString(lab.installed("scores.csv"), "mine");
    assertThatThrownBy(() -> lab.fetch(true, entry("a.json", A)))
        .hasMessageContaining("found something else; move it away");
    assertThat(lab.installed("scores.csv")).hasContent("mine");
    assertThat(lab.server.asked()).isEmpty();
  }

  @Test
  void aFileOfTheUserInAFetchedFolderIsNotReplaced() throws IOException {
    lab.fetch(entry("a.json", A));
    Files.writeString(lab.installed("notes.txt"), "mine");
    assertThatThrownBy(() -> lab.fetch(true, entry("a.json", A)))
        .hasMessageContaining("found notes.txt; move it away");
    assertThat(lab.installed("notes.txt")).hasContent("mine");
    lab.fetch(entry("a.json", A));
  }

  @Test
  void aRevisionThatRouterLabLearnedSinceIsTold() {
    lab.fetch(entry("a.json", A));
    assertThat(lab.fetch(entry("a.json", B)))
        .anyMatch(line -> line.contains("RouterLab now knows another revision"));
  }

  @Test
  void aReplacementThatWasKilledBetweenItsRenamesIsPutBack() throws IOException {
    lab.fetch(entry("a.json", A));
    Files.createDirectories(data.resolve(".fetch-lab"));
    Files.move(data.resolve("lab"), data.resolve(".fetch-lab/old"));
    assertThat(lab.fetch(entry("a.json", A)).get(0)).contains("undamaged");
    assertThat(lab.present()).containsExactly("lab/a.json", "lab/fetched.json");
  }

  @Test
  void progressGoesUpToItsEnd() {
    List<Long> done = new ArrayList<>();
    List<String> ends = new ArrayList<>();
    lab.progress =
        (task, now, total) -> {
          done.add(now);
          if (now >= total) {
            ends.add(task);
          }
        };
    lab.fetch(entry("a.json", A), entry("sub/b.json", ""));
    assertThat(done).isSorted().contains(5L);
    assertThat(ends).containsExactly("fetching lab (kB)");
  }
}
