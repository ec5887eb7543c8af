package org.routerlab.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Progress;
import org.routerlab.core.Require;
import org.routerlab.eval.Bootstrap;
import org.routerlab.eval.Metric;
import org.routerlab.eval.RouterRuns;
import org.routerlab.eval.TestSet;
import org.routerlab.experiments.Choice.Candidate;
import org.routerlab.experiments.report.ResultRow;
import org.routerlab.experiments.report.ResultsCsv;

/**
 * A run whose trainings are finished: its data, its chosen configurations, its figures, and what
 * each router decided on the test queries, from the stored predictions.
 */
final class FinishedRun {

  private final ExperimentConfig config;
  private final Workload workload;
  private final Measuring measuring;
  private final List<Candidate> candidates;
  private final List<ResultRow> results;

  /** Read once an encoder: analyses ask for the same routers again and again. */
  private final Map<String, List<StoredRouter>> routers = new LinkedHashMap<>();

  /**
   * A run in memory.
   *
   * @param results the rows of {@code results.csv}
   */
  FinishedRun(
      ExperimentConfig config,
      Workload workload,
      Measuring measuring,
      List<Candidate> candidates,
      List<ResultRow> results) {
    this.config = config;
    this.workload = workload;
    this.measuring = measuring;
    this.candidates = List.copyOf(candidates);
    this.results = List.copyOf(results);
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
    requireFiles(
        folder, "config.yaml", "cells.csv", "provenance.json", "configurations.csv", "results.csv");
    String text = Files.readString(folder.resolve("config.yaml"));
    ExperimentConfig config = ShippedExperiments.parse(folder + "/config.yaml", text);
    Workload workload =
        Workload.load(
            config, dataDirectory, ExperimentEncoders.first(config, cacheDirectory, progress));
    String then = fingerprint(folder);
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

  /**
   * Checks that a folder has some files.
   *
   * @throws BadDataException naming the first that is missing
   */
  static void requireFiles(Path folder, String... files) {
    for (String file : files) {
      if (!Files.isRegularFile(folder.resolve(file))) {
        throw new BadDataException(
            folder.toString(),
            "",
            "a results folder with " + file,
            Files.isDirectory(folder) ? "no such file" : "no such folder");
      }
    }
  }

  /** The fingerprint of the dataset when the folder was written. */
  static String fingerprint(Path folder) throws IOException {
    return RecordBinder.JSON
        .readTree(folder.resolve("provenance.json").toFile())
        .path("dataset")
        .path("fingerprint")
        .asText();
  }

  ExperimentConfig config() {
    return config;
  }

  Workload workload() {
    return workload;
  }

  Measuring measuring() {
    return measuring;
  }

  List<Candidate> candidates() {
    return candidates;
  }

  String benchmark() {
    return workload.benchmark().name();
  }

  Bootstrap bootstrap() {
    return measuring.bootstrap();
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
    return storedRouters(encoder).stream().map(StoredRouter::runs).toList();
  }

  /**
   * The encoder asked for, or the only one.
   *
   * @throws IllegalArgumentException where there is no such encoder, or there are several and none
   *     is asked for
   */
  String encoder(Optional<String> asked) {
    Set<String> encoders = measuring.encoders();
    if (asked.isPresent()) {
      return Require.known("encoder", asked.get(), encoders);
    }
    if (encoders.size() > 1) {
      throw new IllegalArgumentException(
          "the results are of several encoders, of which one must be named (--encoder): "
              + encoders);
    }
    return encoders.iterator().next();
  }

  /** The routers of the experiment with one encoder, as chosen on validation. */
  List<StoredRouter> storedRouters(String encoder) throws IOException {
    List<StoredRouter> found = routers.get(encoder);
    if (found == null) {
      found = List.copyOf(measuring.routers(candidates, encoder));
      routers.put(encoder, found);
    }
    return found;
  }

  /** The references, which no training has part in. */
  List<StoredRouter> references() {
    return measuring.references().stream().map(StoredRouter::reference).toList();
  }

  /** The router of some, or the reference, of a name. */
  StoredRouter router(String name, List<StoredRouter> routers) {
    List<StoredRouter> all = new ArrayList<>(routers);
    all.addAll(references());
    Require.known("router", name, all.stream().map(StoredRouter::name).toList());
    return all.stream().filter(router -> router.name().equals(name)).findFirst().orElseThrow();
  }

  /** The configuration that stands for a router; empty for a reference. */
  String configuration(String router, String encoder) {
    return candidates.stream()
        .filter(candidate -> candidate.chosen() && candidate.encoder().equals(encoder))
        .filter(candidate -> candidate.router().equals(router))
        .map(Candidate::configuration)
        .findFirst()
        .orElse("");
  }

  /** A metric of the experiment on all test queries. */
  Metric metric(String name) {
    List<Metric> metrics = onAll().toList();
    List<String> names = metrics.stream().map(Metric::name).toList();
    Require.known("metric", name, names);
    return metrics.get(names.indexOf(name));
  }

  private Stream<Metric> onAll() {
    return measuring.metrics().stream().filter(metric -> metric.subset().equals("all"));
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
