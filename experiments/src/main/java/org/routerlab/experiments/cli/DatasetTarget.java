package org.routerlab.experiments.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.RoutingTableFolder;
import org.routerlab.datasets.formats.RouterLabParquet;
import picocli.CommandLine.Option;

/** Where and in which form to write a benchmark; shared by several verbs. */
final class DatasetTarget {

  private static final String PARQUET = ".parquet";

  enum Form {
    FOLDER,
    PARQUET
  }

  @Option(
      names = "--out",
      paramLabel = "PATH",
      required = true,
      description = "folder or .parquet file to write; must not be there yet")
  private Path out;

  @Option(
      names = "--to",
      paramLabel = "FORM",
      description =
          "${COMPLETION-CANDIDATES}; default: by the ending of --out, .parquet or any other")
  private Form form;

  /** Rejects a place that is taken, before anything long is begun. */
  void check() {
    if (out.toString().isBlank()) {
      throw new IllegalArgumentException("--out must name a folder or file but is blank");
    }
    boolean isNamedParquet = out.toString().endsWith(PARQUET);
    if (form == Form.PARQUET && !isNamedParquet || form == Form.FOLDER && isNamedParquet) {
      throw new IllegalArgumentException(
          "--out must end in "
              + PARQUET
              + " exactly where a Parquet file is written but is "
              + out
              + " with --to "
              + form);
    }
    if (Files.exists(out)) {
      throw new IllegalArgumentException("--out must not be there yet but " + out + " is");
    }
  }

  Path write(Benchmark benchmark) throws IOException {
    check();
    Path parent = out.toAbsolutePath().normalize().getParent();
    Files.createDirectories(parent);
    if (form() == Form.PARQUET) {
      RouterLabParquet.write(benchmark, out);
    } else {
      RoutingTableFolder.write(benchmark, out);
    }
    return out;
  }

  private Form form() {
    return form != null ? form : out.toString().endsWith(PARQUET) ? Form.PARQUET : Form.FOLDER;
  }
}
