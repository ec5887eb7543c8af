package org.routerlab.datasets.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * What has come of a file so far, beside its place: {@code X.part}, and {@code X.tag} that says of
 * which address, and of which state of it ({@code ETag}), the part is.
 *
 * @param target where the whole file goes
 */
record PartFile(Path target) {

  /** The bytes so far. */
  Path path() {
    return beside(".part");
  }

  /** How many there are; 0 where there are none. */
  long size() {
    try {
      return Files.exists(path()) ? Files.size(path()) : 0;
    } catch (IOException e) {
      throw Disk.failure(path(), e);
    }
  }

  /** The state that the bytes are of; empty where the server told none that can be relied on. */
  Optional<String> tag() {
    List<String> lines = lines();
    return lines.size() < 2 ? Optional.empty() : Optional.of(lines.get(1));
  }

  /** Drops bytes of another address. */
  void keepOnly(URI address) {
    if (size() > 0 && !lines().stream().limit(1).toList().equals(List.of(address.toString()))) {
      delete();
    }
  }

  /** Begins anew; the bytes to come are of that address and state. */
  void restart(URI address, Optional<String> tag) {
    Disk.write(
        path(),
        () -> {
          Files.createDirectories(path().getParent());
          Files.deleteIfExists(path());
          Files.writeString(beside(".tag"), address + "\n" + tag.orElse(""));
          Files.createFile(path());
        });
  }

  /** Writes after the last byte. */
  OutputStream append() {
    try {
      return Files.newOutputStream(path(), StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw Disk.failure(path(), e);
    }
  }

  /** Drops everything. */
  void delete() {
    Disk.delete(path());
    Disk.delete(beside(".tag"));
  }

  /** Moves the bytes, which are all there are, to their place. */
  void finish() {
    Disk.write(target, () -> Files.move(path(), target, StandardCopyOption.ATOMIC_MOVE));
    Disk.delete(beside(".tag"));
  }

  private List<String> lines() {
    try {
      Path tag = beside(".tag");
      return Files.exists(tag)
          ? Files.readString(tag, StandardCharsets.UTF_8).lines().toList()
          : List.of();
    } catch (IOException e) {
      throw Disk.failure(beside(".tag"), e);
    }
  }

  private Path beside(String ending) {
    return target.resolveSibling(target.getFileName() + ending);
  }
}
