package org.routerlab.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Writes a folder beside its place and moves it there when it is complete. */
final class FolderInstall {

  /** Fills a folder. */
  @FunctionalInterface
  interface Filling {
    void fill(Path folder) throws IOException;
  }

  private FolderInstall() {}

  /** Fills a new folder; it has its name when everything is in it, and is gone otherwise. */
  static void write(Path folder, Filling filling) throws IOException {
    Path place = folder.toAbsolutePath().normalize();
    Files.createDirectories(place.getParent());
    Path unfinished = place.resolveSibling("." + place.getFileName() + ".unfinished");
    // What a killed process has left.
    delete(unfinished);
    Files.createDirectory(unfinished);
    try {
      filling.fill(unfinished);
      Files.deleteIfExists(place);
      Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(unfinished);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.walk(folder)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(entry);
      }
    }
  }
}
