package org.routerlab.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Progress;
import org.routerlab.eval.RouterRuns;
import org.routerlab.eval.TestSet;
import org.routerlab.experiments.Choice.Candidate;
import org.routerlab.experiments.report.ResultRow;
import org.routerlab.experiments.report.ResultsCsv;

/**
 * A run whose trainings are finished: its data, its chosen configurations, its figures.
 *
 * @param results the rows of {@code results.csv}
 */
record FinishedRun(
    ExperimentConfig config,
    Workload workload,
    Measuring measuring,
    List<Candidate> candidates,
    List<ResultRow> results) {

  /** Copies the lists. */
  FinishedRun {
    candidates = List.copyOf(candidates);
    results = List.copyOf(results);
  }

  /**
   * Reads a results folder; the benchmark is loaded again, since outcomes are not stored. Which
   * configuration stands for a router is read too; {@code verify} checks that it is the best on
   * validation.
   *
   * @throws BadDataException where it is no results folder, or the benchmark has changed since
   */
  static FinishedRun open(Path folder, Path dataDirectory, Path cacheDirectory, Progress progress)
      throws IOException {
    StoredResults.requireFiles(
        folder, "config.yaml", "cells.csv", "provenance.json", "configurations.csv", "results.csv");
    String text = Files.readString(folder.resolve("config.yaml"));
    ExperimentConfig config = ShippedExperiments.parse(folder + "/config.yaml", text);
    Workload workload =
        Workload.load(
            config, dataDirectory, ExperimentEncoders.first(config, cacheDirectory, progress));
    String then = StoredResults.fingerprint(folder);
    if (!then.equals(workload.fingerprint())) {
      throw new BadDataException(
          folder.resolve("provenance.json").toString(),
          "",
          "the dataset with fingerprint " + then + " as when it was run",
          workload.fingerprint());
    }
    CellStore store = new CellStore(folder, workload.benchmark().outcomes().pool());
    List<Cell> cells = CellsCsv.read(folder.resolve("cells.csv"));
    return new FinishedRun(
        config,
        workload,
        new Measuring(config, workload, store, cells, progress),
        ConfigurationsCsv.read(folder.resolve("configurations.csv")),
        ResultsCsv.read(folder.resolve("results.csv")));
  }

  /** The test queries. */
  TestSet test() {
    return measuring.test();
  }

  /** The encoders, in the order of the experiment. */
  List<String> encoders() {
    return candidates.stream().map(Candidate::encoder).distinct().toList();
  }

  /** The routers of an encoder as they were measured on test. */
  List<RouterRuns> routers(String encoder) throws IOException {
    return measuring.routers(candidates, encoder).stream().map(StoredRouter::runs).toList();
  }

  /** A figure of {@code results.csv}; a row of NaN where it was not measured. */
  ResultRow result(String router, String encoder, String metric, String subset) {
    return results.stream()
        .filter(row -> row.router().equals(router) && row.metric().equals(metric))
        .filter(row -> row.subset().equals(subset) && row.seed().equals("all"))
        .filter(row -> row.encoder().equals(encoder) || row.encoder().equals(Measured.NO_ENCODER))
        .findFirst()
        .orElse(
            new ResultRow(
                workload.benchmark().name(),
                "test",
                subset,
                router,
                encoder,
                "all",
                metric,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                0));
  }
}
