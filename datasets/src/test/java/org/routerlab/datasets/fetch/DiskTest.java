package org.routerlab.datasets.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.routerlab.datasets.fetch.Laboratory.content;
import static org.routerlab.datasets.fetch.Laboratory.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full or not to be written. */
@Timeout(60)
class DiskTest {

  private static final byte[] A = content(5000);

  @TempDir Path folder;

  @Test
  void aFullDiskIsOneLine() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "needs /dev/full, which is a full disk of Linux");
    PartFile part = new PartFile(folder.resolve("b.json"));
    Files.createSymbolicLink(part.path(), full);
    assertThatThrownBy(
            () -> {
              try (var out = part.append()) {
                Disk.write(part.path(), () -> out.write(A));
              }
            })
        .isInstanceOf(FetchException.class)
        .hasMessage(
            part.path()
                + ": expected to be able to write there, found: No space left on device; make"
                + " room or name another folder with --data");
  }

  @Test
  void tooLittleRoomIsToldBeforeAnythingIsAskedFor() throws IOException {
    try (Laboratory lab = new Laboratory(folder)) {
      assertThatThrownBy(() -> lab.fetch(entry("a.json", ", \"bytes\": 4000000000000000000")))
          .isInstanceOf(FetchException.class)
          .hasMessageContaining("expected room for 4,000,000,000,000,000,000 bytes, found ");
      assertThat(lab.server.asked()).isEmpty();
    }
  }

  @Test
  void aDataDirectoryThatCannotBeIsOneLine() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    for (Path data : new Path[] {file, file.resolve("data"), Path.of("/proc/routerlab")}) {
      try (Laboratory lab = new Laboratory(data)) {
        assertThatThrownBy(() -> lab.fetch(entry("a.json", A)))
            .isInstanceOf(FetchException.class)
            .hasMessageStartingWith(data + ": expected to be able to write there, found: ")
            .message()
            .doesNotContain("\n");
      }
    }
    assertThat(file).hasContent("mine");
  }
}
