package org.routerlab.datasets.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.routerlab.core.BadDataException;
import org.routerlab.datasets.files.SourceFile;

/**
 * The tables of RouterBench that are read, and those that are not.
 *
 * @param read by name, at least one
 * @param leftOut of other shots than the chosen ones, or the long table {@code *_raw}
 */
record RouterBenchFiles(List<SourceFile> read, List<SourceFile> leftOut) {

  private static final Pattern SHOTS = Pattern.compile("(?<!\\d)([05])[-_]?shot");
  private static final Pattern SPLIT = Pattern.compile("[-_](train|validation|test)$");

  static RouterBenchFiles of(Path source, int shots) {
    refusePickle(source);
    List<SourceFile> all = SourceFile.all(source, ".csv", ".parquet");
    boolean both =
        Stream.of(0, 5).allMatch(n -> all.stream().anyMatch(file -> shots(file).equals(of(n))));
    Predicate<SourceFile> chosen =
        file -> !isRaw(file) && (!both || shots(file).isEmpty() || shots(file).equals(of(shots)));
    RouterBenchFiles files =
        new RouterBenchFiles(
            all.stream().filter(chosen).toList(), all.stream().filter(chosen.negate()).toList());
    if (files.read.isEmpty()) {
      String rule = "the table with a row a query";
      throw files.leftOut.get(0).bad("", rule, "the long one, with a row a query and model");
    }
    return files;
  }

  SourceFile first() {
    return read.get(0);
  }

  /** Whether the names say the parts of a split; all of them must, or none. */
  boolean haveSplit() {
    Map<Boolean, List<SourceFile>> bySplit =
        read.stream().collect(Collectors.partitioningBy(file -> split(file).isPresent()));
    if (!bySplit.get(true).isEmpty() && !bySplit.get(false).isEmpty()) {
      throw bySplit
          .get(false)
          .get(0)
          .bad(
              "",
              "a name that ends in _train, _validation or _test",
              "none, though there is " + bySplit.get(true).get(0).name());
    }
    return !bySplit.get(true).isEmpty();
  }

  /** The part that a file is, by its name. */
  static Optional<String> split(SourceFile file) {
    Matcher matcher = SPLIT.matcher(file.stem());
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Says in a provenance of which shots the files are, and which were left out. */
  void note(Map<String, String> provenance) {
    String told =
        read.stream()
            .flatMap(file -> shots(file).stream())
            .distinct()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    if (!told.isEmpty()) {
      provenance.put("shots", told);
    }
    if (!leftOut.isEmpty()) {
      provenance.put(
          "files_left_out",
          leftOut.stream().map(SourceFile::name).collect(Collectors.joining(", ")));
    }
  }

  private static Optional<Integer> shots(SourceFile file) {
    Matcher matcher = SHOTS.matcher(file.stem());
    return matcher.find() ? of(Integer.parseInt(matcher.group(1))) : Optional.empty();
  }

  private static Optional<Integer> of(int shots) {
    return Optional.of(shots);
  }

  private static boolean isRaw(SourceFile file) {
    return file.stem().endsWith("_raw");
  }

  private static void refusePickle(Path source) {
    List<Path> files = children(source);
    if (files.stream().anyMatch(file -> file.toString().matches(".*\\.(csv|csv\\.gz|parquet)"))) {
      return;
    }
    Optional<Path> pickle =
        files.stream().filter(file -> file.toString().endsWith(".pkl")).findFirst();
    if (pickle.isPresent()) {
      String name = pickle.get().getFileName().toString();
      String stem = name.substring(0, name.length() - ".pkl".length());
      throw new BadDataException(
          pickle.get().toString(),
          "",
          "a table as .parquet or .csv",
          "a pickle, a program that runs when it is opened: compare its SHA-256 with the"
              + " publisher's, then, in a container without network:"
              + (" import pandas; pandas.read_pickle('" + name + "')")
              + (".to_parquet('" + stem + ".parquet')"));
    }
  }

  private static List<Path> children(Path source) {
    if (!Files.isDirectory(source)) {
      return List.of(source);
    }
    try (Stream<Path> entries = Files.list(source)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new BadDataException(source.toString(), "", "a readable folder", e.toString(), e);
    }
  }
}
