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
    return form != null ? form : out.toString().endsWith(".parquet") ? Form.PARQUET : Form.FOLDER;
  }
}
