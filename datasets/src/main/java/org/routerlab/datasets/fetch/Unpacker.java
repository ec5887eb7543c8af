package org.routerlab.datasets.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.routerlab.core.BadDataException;
import org.routerlab.datasets.files.CountedStream;

/**
 * Takes entries of an archive that nobody vouches for, and writes those that keep the rules.
 *
 * <p>Refused: more bytes or entries than declared, paths that climb out, links and devices, and
 * names that are there already, also in other capitals.
 */
final class Unpacker {

  private static final int BUFFER = 1 << 16;

  /** Bytes of an entry beside its content: its head, its padding, and a long name. */
  private static final long HEADERS = 1 << 14;

  private final Path archive;
  private final UnpackRule rule;
  private final Path folder;
  private final EntryNames names;
  private final String outcome;
  private final long limit;
  private long bytes;
  private int entries;
  private int files;

  /**
   * An unpacker of one archive.
   *
   * @param folder to write to; {@code rule.into()} is made below it
   * @param names that the folder has; those of the archive are added
   * @param outcome what an error leaves, for messages
   */
  Unpacker(Path archive, UnpackRule rule, Path folder, EntryNames names, String outcome)
      throws IOException {
    this.archive = archive;
    this.rule = rule;
    this.folder = folder;
    this.names = names;
    this.outcome = outcome;
    this.limit = rule.limit(Files.size(archive));
  }

  /**
   * Writes one entry.
   *
   * @param kind what it is where it is neither file nor folder, such as {@code a link}
   */
  void accept(ArchiveEntry entry, Optional<String> kind, InputStream content) throws IOException {
    String place = "entry '" + shown(entry.getName()) + "'";
    entries++;
    if (entries > rule.entries()) {
      throw bad(place, "at most " + Grouped.of(rule.entries()) + " entries", "more");
    }
    if (kind.isPresent()) {
      throw bad(place, "files and folders", kind.get());
    }
    Optional<String> below = RelativePath.of(entry.getName());
    if (below.isEmpty() && entry.isDirectory() && entry.getName().matches("(\\./?)+")) {
      return;
    }
    if (below.isEmpty()) {
      throw bad(place, RelativePath.RULE, "another");
    }
    String path = rule.into().equals(".") ? below.get() : rule.into() + "/" + below.get();
    names
        .add(path, entry.isDirectory())
        .ifPresent(
            other -> {
              throw bad(place, "a new name", "'" + shown(other) + "' before it");
            });
    Path target = folder.resolve(path);
    if (entry.isDirectory()) {
      Disk.write(target, () -> Files.createDirectories(target));
    } else {
      Disk.write(target, () -> Files.createDirectories(target.getParent()));
      copy(place, content, target);
      files++;
    }
  }

  /** Requires a file among the entries that came. */
  void requireFiles() {
    if (files == 0) {
      throw bad("", "files in the archive", "none");
    }
  }

  /** A tar as it is inside: the files, and as much for headers as so many entries may need. */
  InputStream counted(InputStream tar) {
    long headers = rule.entries() * HEADERS + HEADERS;
    return new CountedStream(
        tar, limit + headers, () -> bad("", atMost(), "more, with long headers"));
  }

  private void copy(String place, InputStream content, Path target) throws IOException {
    byte[] buffer = new byte[BUFFER];
    OutputStream out;
    try {
      out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw Disk.failure(target, e);
    }
    try (out) {
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        count(place, read);
        int length = read;
        Disk.write(target, () -> out.write(buffer, 0, length));
      }
    }
  }

  private void count(String place, int read) {
    bytes += read;
    if (bytes > limit) {
      throw bad(place, atMost(), "more");
    }
  }

  private String atMost() {
    return "at most %s bytes in all (%s, and %d times the archive)"
        .formatted(Grouped.of(limit), Grouped.of(rule.bytes()), rule.ratio());
  }

  /** The error that the archive breaks a rule. */
  BadDataException bad(String place, String expected, String found) {
    return new BadDataException(
        archive.getFileName().toString(), place, expected, found + "; " + outcome);
  }

  private static String shown(String name) {
    String line = name.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= 80 ? line : line.substring(0, 80) + "…";
  }
}
