package org.routerlab.experiments.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.Benchmarks;
import org.routerlab.datasets.OutOfRangeScores;
import org.routerlab.datasets.RoutingTableFolder;
import org.routerlab.datasets.formats.Format;
import org.routerlab.datasets.formats.RouterLabParquet;
import org.routerlab.experiments.FormatBinder;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to read: a dataset by name, or files in a published format; shared by several verbs. */
final class DatasetSource {

  /** What RouterLab writes itself needs no name. */
  private static final String PARQUET = new RouterLabParquet().name();

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
    String layout = format == null && source.endsWith(".parquet") ? PARQUET : format;
    if (layout != null) {
      Format bound = FormatBinder.bind(layout, choices);
      return bound.read(existing(source));
    }
    if (!choices.isEmpty()) {
      throw new IllegalArgumentException(
          "--with is for a format but --format is missing; got " + choices);
    }
    Path inData = folders.data().resolve(source);
    Path folder = RoutingTableFolder.isOne(inData) ? inData : Path.of(source);
    return clip && RoutingTableFolder.isOne(folder)
        ? RoutingTableFolder.load(folder, OutOfRangeScores.CLIP)
        : Benchmarks.open(source, folders.data());
  }

  private Path existing(String name) {
    Path path = Path.of(name);
    Path inData = folders.data().resolve(name);
    return !path.toFile().exists() && inData.toFile().exists() ? inData : path;
  }
}
