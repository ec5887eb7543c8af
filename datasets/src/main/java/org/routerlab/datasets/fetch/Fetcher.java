package org.routerlab.datasets.fetch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.routerlab.core.BadDataException;

/**
 * Fetches benchmarks into a data directory.
 *
 * <p>Downloads are collected in {@code .fetch-NAME/}, where a later run finds them; the folder
 * {@code NAME/} appears by one rename when all files are there and have been checked. Its {@code
 * fetched.json} says what they are.
 */
public final class Fetcher {

  private final FetchSettings settings;

  /** A fetcher with those settings. */
  public Fetcher(FetchSettings settings) {
    this.settings = settings;
  }

  /**
   * Installs a benchmark, unless it is installed and undamaged.
   *
   * @param data the data directory; made where there is none
   * @param force whether it is fetched even if it is installed
   * @return what was done, in a line or more for a person
   * @throws FetchException where a file cannot be had, or the disk is full or not to be written
   * @throws BadDataException where content is not what was published, or an archive breaks a rule
   */
  public List<String> fetch(Source source, Path data, boolean force) {
    Path folder = data.resolve(source.name());
    Disk.write(data, () -> Files.createDirectories(data));
    try (FetchLock lock = FetchLock.take(data, source.name())) {
      WorkFolder work = new WorkFolder(lock.data(), source);
      work.recover();
      boolean there = Files.exists(folder);
      if (there) {
        requireOurs(folder);
      }
      if (there && !force) {
        return new Report(source, folder).already(Installed.read(folder));
      }
      Optional<Installed> before = there ? before(folder) : Optional.empty();
      before.ifPresent(work::requireOnly);
      try {
        return install(source, folder, before, work);
      } finally {
        work.tidy();
      }
    }
  }

  /** What a folder that is to be replaced says of itself; empty where its record is broken. */
  private static Optional<Installed> before(Path folder) {
    try {
      return Optional.of(Installed.read(folder));
    } catch (BadDataException e) {
      return Optional.empty();
    }
  }

  private List<String> install(
      Source source, Path folder, Optional<Installed> before, WorkFolder work) {
    Map<RemoteFile, FileDigest> arrived = download(source, work);
    List<Installed.Content> contents = work.assemble(arrived);
    Endpoints endpoints = new Endpoints(settings.environment());
    Installed installed =
        new Installed(
            source.name(),
            source.format(),
            source.licence(),
            source.page(),
            arrived.entrySet().stream()
                .map(entry -> arrived(entry.getKey(), entry.getValue(), endpoints))
                .toList(),
            contents);
    Report report = new Report(source, folder);
    List<String> lines = new ArrayList<>();
    before.ifPresent(record -> lines.addAll(report.changes(record, installed)));
    if (Files.exists(folder)) {
      if (before.isEmpty()) {
        // Without a record, only files of the names that came now are known to be fetch's.
        work.requireOnly(installed);
        lines.add(Installed.FILE + " was broken here");
      }
      lines.addAll(report.touched(before.orElse(installed)));
    }
    lines.addAll(report.installed(installed));
    installed.write(work.files());
    work.install();
    return lines;
  }

  private Map<RemoteFile, FileDigest> download(Source source, WorkFolder work) {
    long known = source.files().stream().mapToLong(file -> file.bytes().orElse(0L)).sum();
    Disk.requireRoom(work.make(), Math.max(0, known - work.size()));
    Meter meter = new Meter(settings.progress(), source.name(), known);
    Download download = new Download(settings);
    Map<RemoteFile, FileDigest> arrived = new LinkedHashMap<>();
    for (RemoteFile file : source.files()) {
      Path target = work.place(file);
      FileDigest digest = Files.isRegularFile(target) ? FileDigest.of(target) : null;
      if (digest == null || digest.complaint(file, target, target.toString()).isPresent()) {
        Disk.delete(target);
        digest = download.run(source, file, new PartFile(target), meter);
      }
      meter.finished(digest.bytes(), file.bytes().isPresent());
      arrived.put(file, digest);
    }
    meter.end();
    return arrived;
  }

  private static Installed.Arrived arrived(
      RemoteFile file, FileDigest digest, Endpoints endpoints) {
    String checked =
        file.sha256().isPresent()
            ? "SHA-256"
            : file.gitBlob().isPresent() ? "git blob" : "nothing published";
    return new Installed.Arrived(
        file.path(),
        Endpoints.shown(endpoints.resolve(file.address())),
        file.revision(),
        digest.bytes(),
        digest.sha256(),
        checked);
  }

  private static void requireOurs(Path folder) {
    if (!Files.isRegularFile(folder.resolve(Installed.FILE))) {
      throw new BadDataException(
          folder.toString(),
          "",
          "nothing there, or what fetch installed (with " + Installed.FILE + ")",
          "something else; move it away, remove it if fetch made it, or name another folder with"
              + " --data");
    }
  }
}
