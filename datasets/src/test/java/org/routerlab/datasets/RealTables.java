package org.routerlab.datasets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Where tests find the real routing tables. */
public final class RealTables {

  private RealTables() {}

  /** The data directory; the test is skipped where there is none. */
  public static Path directory() {
    Path directory =
        Optional.ofNullable(System.getenv("ROUTERLAB_DATA"))
            .map(Path::of)
            .orElse(Path.of("..", "..", "shared", "data", "tables"));
    Assumptions.assumeTrue(
        Files.isDirectory(directory),
        "real tables are missing at " + directory.toAbsolutePath() + "; set ROUTERLAB_DATA");
    return directory;
  }

  /** One table; the test is skipped where it is missing. */
  public static Path folder(String name) {
    Path folder = directory().resolve(name);
    Assumptions.assumeTrue(Files.isDirectory(folder), "the real table is missing: " + folder);
    return folder;
  }
}
