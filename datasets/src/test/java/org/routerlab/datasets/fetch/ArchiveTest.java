package org.routerlab.datasets.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.routerlab.datasets.fetch.Laboratory.PREFIX;
import static org.routerlab.datasets.fetch.Laboratory.entry;
import static org.routerlab.datasets.fetch.Laboratory.sha256;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.routerlab.core.BadDataException;

/** Archives, and what they must not do. */
@Timeout(60)
class ArchiveTest {

  @TempDir Path folder;

  private Path data;
  private Laboratory lab;

  @BeforeEach
  void serve() throws IOException {
    data = folder.resolve("outer/data");
    lab = new Laboratory(data);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private void fetch(String kind, byte[] archive) {
    fetch(kind, archive, "raw");
  }

  private void fetch(String kind, byte[] archive, String into) {
    lab.server.on(PREFIX + "all." + kind, Answers.file(archive, "\"1\""));
    lab.fetch(entry("all." + kind, unpack(kind, archive, into)));
  }

  private static String unpack(String kind, byte[] archive, String into) {
    return (", \"sha256\": \"%s\", \"unpack\": {\"kind\": \"%s\", \"into\": \"%s\", \"bytes\":"
            + " 5000000, \"entries\": 5, \"ratio\": 100}")
        .formatted(sha256(archive), kind, into);
  }

  /** One line that names the archive; nothing installed, nothing unpacked, nothing outside. */
  private void assertRefused(String kind, byte[] archive, String... words) {
    assertThatThrownBy(() -> fetch(kind, archive))
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith("all." + kind)
        .hasMessageEndingWith("; nothing was unpacked")
        .hasMessageContainingAll(words)
        .message()
        .doesNotContain("\n");
    assertThat(lab.present()).containsExactly(".fetch-lab/archives/all." + kind);
    assertThat(Disk.files(folder)).allMatch(file -> file.startsWith("outer/data/.fetch-"));
  }

  @Test
  void theFilesOfAnArchiveAreInstalledAndTheArchiveIsNot() throws IOException {
    fetch("tar.gz", Archives.tar("./", "./a/", "./a/one.json", "two.json"));
    assertThat(lab.present())
        .containsExactly("lab/fetched.json", "lab/raw/a/one.json", "lab/raw/two.json");
    assertThat(lab.installed("raw/a/one.json")).hasContent("./a/one.json");
    assertThat(lab.record()).contains("raw/a/one.json", sha256("./a/one.json".getBytes()));
    int asked = lab.server.asked().size();
    fetch("tar.gz", Archives.tar("./", "./a/", "./a/one.json", "two.json"));
    assertThat(lab.server.asked()).hasSize(asked);
  }

  @Test
  void aZipGoesIntoTheBenchmarksOwnFolderWhereItIsAskedTo() throws IOException {
    fetch("zip", Archives.zip("a/", "a/one.json", "two.json"), ".");
    assertThat(lab.present()).containsExactly("lab/a/one.json", "lab/fetched.json", "lab/two.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../out.json",
        "a/../../out.json",
        "/out.json",
        "a\\..\\out.json",
        "C:/out.json",
        "..",
        "a\u0001b"
      })
  void aPathThatClimbsOutIsRefused(String name) throws IOException {
    assertRefused("tar.gz", Archives.tar("fine.json", name), "entry '", "expected a path below");
    close();
    serve();
    Disk.delete(data);
    assertRefused("zip", Archives.zip("fine.json", name), "entry '", "expected a path below");
  }

  @Test
  void linksAndDevicesAreRefused() throws IOException {
    for (byte kind :
        new byte[] {
          TarConstants.LF_SYMLINK,
          TarConstants.LF_LINK,
          TarConstants.LF_FIFO,
          TarConstants.LF_CHR,
          TarConstants.LF_BLK
        }) {
      assertRefused(
          "tar.gz", Archives.tarOf(kind), "entry 'odd.json': expected files and folders, found a");
      Disk.delete(data);
    }
    assertRefused("zip", Archives.zipOfLink(), "entry 'odd.json'", "found a link to elsewhere");
  }

  @Test
  void aBombIsStoppedAtTheDeclaredLimits() throws IOException {
    byte[] zeros = Archives.tarOfZeros(4_000_000);
    assertThat(zeros.length * 100L).isLessThan(4_000_000);
    assertRefused("tar.gz", zeros, "entry 'zeros.json'", "expected at most 1,048,576 bytes in all");
    Disk.delete(data);
    assertRefused("zip", Archives.zipOfZeros(6_000_000), "entry 'zeros.json'", "bytes in all");
    Disk.delete(data);
    assertRefused(
        "tar.gz", Archives.tar("1", "2", "3", "4", "5", "6"), "entry '6'", "at most 5 entries");
  }

  @Test
  void aBombInTheHeadersIsStoppedToo() throws IOException {
    assertRefused("tar.gz", Archives.tarOfName(6_000_000), "bytes in all", "with long headers");
  }

  @Test
  void namesThatAreOneOnSomeFileSystemAreRefused() throws IOException {
    assertRefused(
        "tar.gz", Archives.tar("a.json", "a.json"), "expected a new name, found 'raw/a.json'");
    Disk.delete(data);
    assertRefused("tar.gz", Archives.tar("a/b.json", "A/c.json"), "found 'raw/a' before it");
    Disk.delete(data);
    assertRefused("tar.gz", Archives.tar("a", "a/b.json"), "found 'raw/a' before it");
    Disk.delete(data);
    assertRefused("zip", Archives.zip("a.json", "A.json"), "found 'raw/a.json' before it");
  }

  @Test
  void anArchiveMustNotBringTheRecordOfTheFetch() {
    assertThatThrownBy(() -> fetch("zip", Archives.zip("fetched.json"), "."))
        .hasMessageContaining("expected a new name, found 'fetched.json' before it");
  }

  @Test
  void anArchiveThatEndsEarlyOrIsNoneIsRefused() throws IOException {
    byte[] whole = Archives.tar("a.json", "b.json");
    assertRefused("tar.gz", Arrays.copyOf(whole, whole.length / 2), "a complete tar.gz archive");
    Disk.delete(data);
    assertRefused("tar.gz", "<html>".getBytes(), "a complete tar.gz archive");
    Disk.delete(data);
    assertRefused("zip", "<html>".getBytes(), "a complete zip archive");
  }

  @Test
  void aZipWhoseContentDoesNotFitItsChecksumIsRefused() throws IOException {
    byte[] zip = Archives.zip("a-name-that-is-stored-as-content.json");
    for (int i = 30; i < 34; i++) {
      // The name of the local entry; the content follows it.
      assertThat(zip[i]).isEqualTo((byte) "a-name-that".charAt(i - 30));
    }
    zip[30 + 37 + 4] ^= 0x55;
    assertThatThrownBy(() -> fetch("zip", zip)).isInstanceOf(BadDataException.class);
    assertThat(data.resolve("lab")).doesNotExist();
  }
}
