package org.routerlab.experiments.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.OutOfRangeScores;
import org.routerlab.datasets.catalogue.Benchmarks;
import org.routerlab.datasets.formats.Formats;
import org.routerlab.experiments.FormatBinder;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to read: a dataset by name, or files in a published format; shared by several verbs. */
final class DatasetSource {

  @Parameters(
      index = "0",
      paramLabel = "SOURCE",
      description = "a dataset by name or folder; with --format a file or folder of that format")
  private String source;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "the layout of SOURCE; 'routerlab datasets list' names all")
  private String format;

  @Option(
      names = "--with",
      paramLabel = "CHOICE=VALUE",
      description = "a choice that the format leaves open")
  private Map<String, String> choices = new LinkedHashMap<>();

  @Option(
      names = "--clip",
      description = "draw scores outside [0, 1] to its ends, instead of refusing the table")
  private boolean clip;

  @Mixin private Folders folders;

  Folders folders() {
    return folders;
  }

  /** The same, with scores out of range drawn to its ends whether asked for or not. */
  DatasetSource clipping() {
    clip = true;
    return this;
  }

  Benchmark read() {
    if (format != null) {
      return FormatBinder.bind(format, choices).read(existing(source));
    }
    if (!choices.isEmpty()) {
      throw new IllegalArgumentException(
          "--with is for a format but --format is missing; got " + choices);
    }
    if (Files.isRegularFile(Path.of(source))
        && !source.endsWith(".parquet")
        && !source.endsWith(".jsonl")
        && !source.endsWith(".jsonl.gz")) {
      throw new IllegalArgumentException(
          source + " is a file: say its layout with --format; known: " + Formats.names());
    }
    return Benchmarks.open(
        source, folders.data(), clip ? OutOfRangeScores.CLIP : OutOfRangeScores.REJECT);
  }

  private Path existing(String name) {
    Path path = Path.of(name);
    Path inData = folders.data().resolve(name);
    return !path.toFile().exists() && inData.toFile().exists() ? inData : path;
  }
}
