package org.routerlab.datasets.formats;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.routerlab.datasets.RealTables;

/** Benchmarks as their authors publish them, beside the routing tables; tests skip without. */
final class RealFormats {

  private RealFormats() {}

  static Path file(String name) {
    Path file = RealTables.directory().resolveSibling("public-formats").resolve(name);
    assumeTrue(Files.exists(file), () -> "needs the published files; there is no " + file);
    return file;
  }
}
