package org.routerlab.datasets.fetch;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A benchmark that can be fetched: its files, and what a person should know of it.
 *
 * @param name what it is called on the command line, and its folder
 * @param title its name in words
 * @param format the layout that reads it, by its name in {@code datasets.formats}; empty where none
 *     does
 * @param licence of the data; says so where none is declared
 * @param gated whether its publisher asks to accept terms first
 * @param page for a person, of the publisher
 * @param paper that describes it, where there is one
 * @param note what to know before it is used, where there is something
 * @param files at least one, of distinct paths
 */
public record Source(
    String name,
    String title,
    Optional<String> format,
    String licence,
    boolean gated,
    String page,
    Optional<String> paper,
    Optional<String> note,
    List<RemoteFile> files) {

  /** Rejects names that are no folder's, no files, and two files of one path. */
  public Source {
    if (!name.matches("[a-z0-9][a-z0-9-]*")) {
      throw new IllegalArgumentException(
          "name must be lower-case letters, digits and hyphens but is '" + name + "'");
    }
    if (files.isEmpty()) {
      throw new IllegalArgumentException("files must not be empty");
    }
    files = List.copyOf(files);
    Set<String> paths = new HashSet<>();
    for (RemoteFile file : files) {
      if (!paths.add(file.path().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("paths must differ but two are " + file.path());
      }
    }
  }
}
