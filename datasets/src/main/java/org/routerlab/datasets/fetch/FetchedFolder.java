package org.routerlab.datasets.fetch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A folder that {@code datasets fetch} installed.
 *
 * @param format that reads it, by its name in {@code datasets.formats}; empty where none does
 * @param provenance what is known of where it came from
 */
public record FetchedFolder(
    String name, Optional<String> format, SortedMap<String, String> provenance) {

  /** Copies the provenance. */
  public FetchedFolder {
    provenance = Collections.unmodifiableSortedMap(new TreeMap<>(provenance));
  }

  /** Whether a folder is one. */
  public static boolean isOne(Path folder) {
    return Files.isRegularFile(folder.resolve(Installed.FILE));
  }

  /**
   * What a folder says of itself; its files are not looked at.
   *
   * @throws org.routerlab.core.BadDataException where it says it in another way than fetch does
   */
  public static FetchedFolder read(Path folder) {
    Installed installed = Installed.read(folder);
    SortedMap<String, String> provenance = new TreeMap<>();
    provenance.put("licence", installed.licence());
    provenance.put("page", installed.page());
    installed.downloads().stream()
        .map(Installed.Arrived::revision)
        .distinct()
        .reduce((first, second) -> first + ", " + second)
        .ifPresent(revision -> provenance.put("revision", revision));
    return new FetchedFolder(installed.name(), installed.format(), provenance);
  }
}
