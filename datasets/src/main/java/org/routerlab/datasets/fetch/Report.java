package org.routerlab.datasets.fetch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.routerlab.datasets.formats.Formats;

/**
 * What a person is told of a fetch.
 *
 * @param source the benchmark
 * @param folder where it is installed
 */
record Report(Source source, Path folder) {

  /** For one that is installed; checks it. */
  List<String> already(Installed installed) {
    installed.requireUndamaged(folder);
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s is installed in %s and undamaged (%s)"
            .formatted(source.name(), folder, amount(installed)));
    for (RemoteFile file : source.files()) {
      Optional<Installed.Arrived> arrived =
          installed.downloads().stream().filter(one -> one.path().equals(file.path())).findFirst();
      boolean same =
          arrived.isPresent()
              && arrived.get().revision().equals(file.revision())
              && arrived.get().sha256().equals(file.sha256().orElse(arrived.get().sha256()));
      if (!same) {
        lines.add(
            "RouterLab now knows another revision (%s of %s); --force fetches it"
                .formatted(file.revision(), file.path()));
        break;
      }
    }
    return lines;
  }

  /** For one that has just been installed. */
  List<String> installed(Installed installed) {
    List<String> lines = new ArrayList<>();
    lines.add("%s: %s in %s".formatted(source.name(), amount(installed), folder));
    lines.add(check(installed));
    if (installed.downloads().stream().anyMatch(one -> one.revision().equals("main"))) {
      lines.add("no revision is known: this is the publisher's latest, which may change");
    }
    lines.add("licence of the data: " + source.licence() + "; " + source.page());
    source.note().ifPresent(lines::add);
    source
        .format()
        .filter(format -> Formats.all().stream().anyMatch(one -> one.name().equals(format)))
        .ifPresent(
            format ->
                lines.add(
                    "dataset: %s (format %s); see routerlab datasets describe %s"
                        .formatted(source.name(), format, source.name())));
    return lines;
  }

  /**
   * The files that lie in the folder, which is about to be replaced, otherwise than as fetched.
   *
   * @param fetched says how they were fetched
   */
  List<String> touched(Installed fetched) {
    List<String> lines = new ArrayList<>();
    for (Installed.Content content : fetched.files()) {
      Optional<String> found = content.found(folder);
      if (found.isEmpty()) {
        lines.add(content.path() + " was missing here");
      } else if (!found.get().equals(content.sha256())) {
        lines.add(
            "%s was damaged here: SHA-256 was %s, as fetched it is %s"
                .formatted(content.path(), found.get(), content.sha256()));
      }
    }
    return lines;
  }

  /** The downloads whose content differs from what was fetched before. */
  List<String> changes(Installed before, Installed now) {
    Map<String, String> hashes = new HashMap<>();
    before.downloads().forEach(one -> hashes.put(one.path(), one.sha256()));
    return now.downloads().stream()
        .filter(one -> !one.sha256().equals(hashes.getOrDefault(one.path(), one.sha256())))
        .map(
            one ->
                "%s has changed since the last fetch: SHA-256 was %s, is %s"
                    .formatted(one.path(), hashes.get(one.path()), one.sha256()))
        .toList();
  }

  private static String check(Installed installed) {
    List<Installed.Arrived> all = installed.downloads();
    long unchecked = all.stream().filter(one -> one.checked().startsWith("nothing")).count();
    if (unchecked == 0) {
      return "content is as published, by SHA-256"
          + (all.stream().anyMatch(one -> one.checked().startsWith("git")) ? " or git blob" : "");
    }
    return ("of %d of %d files no hash is published to check them against; the SHA-256 of what came"
            + " is kept in %s, and a fetch with --force tells what changed")
        .formatted(unchecked, all.size(), Installed.FILE);
  }

  private static String amount(Installed installed) {
    long bytes = installed.files().stream().mapToLong(Installed.Content::bytes).sum();
    int files = installed.files().size();
    return "%d %s, %s bytes".formatted(files, files == 1 ? "file" : "files", Grouped.of(bytes));
  }
}
