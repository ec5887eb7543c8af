package org.routerlab.experiments;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.routerlab.core.ModelPool;

/** The timings of a results folder for a person; no part of what {@code verify} compares. */
public final class TimingReport {

  private TimingReport() {}

  /**
   * Seconds a router, and what the last run needed.
   *
   * @throws org.routerlab.core.BadDataException where {@code cells.csv} is not what a run writes
   */
  public static String of(Path resultsFolder) throws IOException {
    CellStore store = new CellStore(resultsFolder, ModelPool.of("any"));
    Timings timings = Timings.of(CellsCsv.read(resultsFolder.resolve("cells.csv")), store);
    StringBuilder out = new StringBuilder(timings.text());
    Path file = resultsFolder.resolve("timing.json");
    if (Files.isRegularFile(file)) {
      JsonNode json = RecordBinder.JSON.readTree(file.toFile());
      out.append(
          String.format(
              Locale.ROOT,
              "last run: %.1f s, peak memory %,d MiB, of it heap %,d MiB%n",
              json.path("seconds").asDouble(),
              json.path("peak memory MiB").asLong(),
              json.path("peak heap MiB").asLong()));
    }
    return out.toString();
  }
}
