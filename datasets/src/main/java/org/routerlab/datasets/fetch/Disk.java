package org.routerlab.datasets.fetch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is done to folders here, with errors that say in one line what is wrong with the disk. */
final class Disk {

  /** Writes something. */
  @FunctionalInterface
  interface Action {
    void run() throws IOException;
  }

  private Disk() {}

  /** Runs {@code action}; its errors name {@code path}. */
  static void write(Path path, Action action) {
    try {
      action.run();
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  /** The error that {@code path} cannot be written or read. */
  static FetchException failure(Path path, IOException error) {
    String found =
        error instanceof AccessDeniedException
            ? "no permission"
            : error instanceof FileSystemException named
                ? named.getReason() == null
                    ? error.getClass().getSimpleName() + " for " + named.getFile()
                    : named.getReason() + " for " + named.getFile()
                : error.getMessage();
    return new FetchException(
        path
            + ": expected to be able to write there, found: "
            + found
            + "; make room or name another folder with --data",
        error);
  }

  /** Deletes a file or a folder with all in it, where there is one. */
  static void delete(Path path) {
    write(
        path,
        () -> {
          if (Files.isDirectory(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            for (Path entry : walk(path)) {
              Files.deleteIfExists(entry);
            }
          } else {
            Files.deleteIfExists(path);
          }
        });
  }

  /** The files below a folder, as paths with {@code /} between parts; none where there is none. */
  static Set<String> files(Path folder) {
    try {
      return !Files.isDirectory(folder)
          ? Set.of()
          : walk(folder).stream()
              .filter(entry -> !Files.isDirectory(entry))
              .map(entry -> folder.relativize(entry).toString().replace('\\', '/'))
              .collect(Collectors.toSet());
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /** Requires room for so many bytes more. */
  static void requireRoom(Path folder, long bytes) {
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      if (free < bytes) {
        throw new FetchException(
            "%s: expected room for %s bytes, found %s; make room or name another folder with --data"
                .formatted(folder, Grouped.of(bytes), Grouped.of(free)));
      }
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /** Everything below a folder and itself, children before their parents. */
  private static List<Path> walk(Path folder) throws IOException {
    try (Stream<Path> entries = Files.walk(folder)) {
      return entries.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
