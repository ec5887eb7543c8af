package org.routerlab.datasets.fetch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.routerlab.core.BadDataException;

/**
 * The folder {@code .fetch-NAME} in which a benchmark comes together.
 *
 * <p>{@code archives/} and {@code files/} hold what came and is being downloaded, {@code unpacked/}
 * what is being unpacked, {@code old/} what stood in the place of a benchmark that is replaced.
 */
final class WorkFolder {

  private final Source source;
  private final Path place;
  private final Path work;

  WorkFolder(Path data, Source source) {
    this.source = source;
    this.place = data.resolve(source.name());
    this.work = data.resolve(".fetch-" + source.name());
  }

  /** What becomes the benchmark's folder. */
  Path files() {
    return work.resolve("files");
  }

  /** The folder, made where there is none. */
  Path make() {
    Disk.write(work, () -> Files.createDirectories(files()));
    return work;
  }

  /** Where a file is collected; its folder is there. */
  Path place(RemoteFile file) {
    Path target =
        work.resolve(file.unpack().isPresent() ? "archives" : "files").resolve(file.path());
    Disk.write(target, () -> Files.createDirectories(target.getParent()));
    return target;
  }

  /** The bytes that are collected. */
  long size() {
    long size = 0;
    for (String file : Disk.files(work)) {
      size += work.resolve(file).toFile().length();
    }
    return size;
  }

  /** Puts back what a run that was killed while it replaced a benchmark left without a name. */
  void recover() {
    Path old = work.resolve("old");
    if (Files.exists(old) && !Files.exists(place)) {
      Disk.write(place, () -> Files.move(old, place, StandardCopyOption.ATOMIC_MOVE));
    }
    Disk.delete(old);
  }

  /** Unpacks what is an archive; the files that the benchmark then has, by path. */
  List<Installed.Content> assemble(Map<RemoteFile, FileDigest> arrived) {
    EntryNames names = new EntryNames();
    Set<String> expected = new HashSet<>();
    names.add(Installed.FILE, false);
    for (RemoteFile file : arrived.keySet()) {
      if (file.unpack().isEmpty()) {
        names.add(file.path(), false);
        expected.add(file.path());
      }
    }
    for (String other : Disk.files(files())) {
      if (!expected.contains(other)) {
        Disk.delete(files().resolve(other));
      }
    }
    Path unpacked = work.resolve("unpacked");
    Disk.delete(unpacked);
    try {
      Disk.write(unpacked, () -> Files.createDirectories(unpacked));
      for (RemoteFile file : arrived.keySet()) {
        file.unpack().ifPresent(rule -> unpack(file, rule, unpacked, names));
      }
      adopt(unpacked);
    } finally {
      Disk.delete(unpacked);
    }
    return contents(arrived);
  }

  // The next run asks again for what no hash vouches for; the rest would come as it is.
  private void unpack(RemoteFile file, UnpackRule rule, Path unpacked, EntryNames names) {
    String outcome =
        file.isChecked()
            ? "nothing was unpacked"
            : "nothing was unpacked, and the archive is dropped, as no published hash vouches for"
                + " it: try again, or without the mirror";
    try {
      Archive.unpack(place(file), rule, unpacked, names, outcome);
    } catch (BadDataException e) {
      if (!file.isChecked()) {
        Disk.delete(place(file));
      }
      throw e;
    }
  }

  private void adopt(Path unpacked) {
    for (String file : new TreeSet<>(Disk.files(unpacked))) {
      Path target = files().resolve(file);
      Disk.write(
          target,
          () -> {
            Files.createDirectories(target.getParent());
            Files.move(unpacked.resolve(file), target, StandardCopyOption.ATOMIC_MOVE);
          });
    }
  }

  private List<Installed.Content> contents(Map<RemoteFile, FileDigest> arrived) {
    List<Installed.Content> contents = new ArrayList<>();
    for (String path : new TreeSet<>(Disk.files(files()))) {
      FileDigest digest =
          arrived.entrySet().stream()
              .filter(entry -> entry.getKey().unpack().isEmpty())
              .filter(entry -> entry.getKey().path().equals(path))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElseGet(() -> FileDigest.of(files().resolve(path)));
      contents.add(new Installed.Content(path, digest.bytes(), digest.sha256()));
    }
    return contents;
  }

  /** Requires the installed folder to have nothing but those files, as it is to be removed. */
  void requireOnly(Installed fetched) {
    Set<String> others = new TreeSet<>(Disk.files(place));
    fetched.files().forEach(content -> others.remove(content.path()));
    others.remove(Installed.FILE);
    if (!others.isEmpty()) {
      throw new BadDataException(
          place.toString(),
          "",
          "only what fetch wrote, as --force replaces the folder",
          others.iterator().next() + "; move it away");
    }
  }

  /** Removes the folder where nothing in it is worth keeping. */
  void tidy() {
    if (Disk.files(work).isEmpty()) {
      Disk.delete(work);
    }
  }

  /** Gives the collected files the benchmark's name. */
  void install() {
    Disk.write(
        place,
        () -> {
          if (Files.exists(place)) {
            Files.move(place, work.resolve("old"), StandardCopyOption.ATOMIC_MOVE);
          }
          Files.move(files(), place, StandardCopyOption.ATOMIC_MOVE);
        });
    Disk.delete(work);
  }
}
