package org.routerlab.experiments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.routerlab.core.Progress;
import org.routerlab.datasets.transform.TextEmbeddings;
import org.routerlab.experiments.report.AnalysisTable;

/** The tables of analyses that an experiment asks for, from finished runs alone. */
final class Analyses {

  private Analyses() {}

  /** Where a variant's results are, within those of its experiment. */
  static Path folder(Path results, String variant) {
    return results.resolve("variants").resolve(variant);
  }

  /** The tables of a finished run and its variants. */
  static List<AnalysisTable> of(
      FinishedRun run, Map<String, FinishedRun> variants, TextEmbeddings embeddings)
      throws IOException {
    List<AnalysisTable> tables = new ArrayList<>();
    if (run.config().tables().contains(WrrTables.NAME)) {
      tables.addAll(WrrTables.of(run, variants, embeddings));
    }
    if (run.config().tables().contains(A2bTables.NAME)) {
      tables.addAll(A2bTables.of(run));
    }
    if (run.config().tables().contains(A2bLabelTables.NAME)) {
      tables.addAll(A2bLabelTables.of(run, variants));
    }
    return tables;
  }

  /** The tables of a results folder, computed again. */
  static List<AnalysisTable> of(
      Path folder, Path dataDirectory, Path cacheDirectory, Progress progress) throws IOException {
    FinishedRun run = FinishedRun.open(folder, dataDirectory, cacheDirectory, progress);
    Map<String, FinishedRun> variants = new LinkedHashMap<>();
    for (String variant : run.config().variants().keySet()) {
      variants.put(
          variant,
          FinishedRun.open(folder(folder, variant), dataDirectory, cacheDirectory, progress));
    }
    return of(run, variants, ExperimentEncoders.first(run.config(), cacheDirectory, progress));
  }
}
