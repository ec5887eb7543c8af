package org.routerlab.experiments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.routerlab.core.OutcomeTable;
import org.routerlab.datasets.Finding;
import org.routerlab.datasets.Severity;
import org.routerlab.eval.TestSet;
import org.routerlab.experiments.Choice.Candidate;
import org.routerlab.experiments.report.ExpectationRow;
import org.routerlab.experiments.report.ExpectationsCsv;
import org.routerlab.experiments.report.Report;
import org.routerlab.experiments.report.ResultRow;
import org.routerlab.experiments.report.ResultsCsv;

/**
 * Writes a results folder; each file whole or not at all.
 *
 * <p>{@code provenance.json} is written last and holds a hash of all that the numbers rest on: a
 * folder in which it matches is up to date.
 */
final class ResultsWriter {

  private static final String PROVENANCE = "provenance.json";
  private static final List<String> FILES =
      List.of(
          "results.csv",
          "comparisons.csv",
          "curves.csv",
          "selection.csv",
          "configurations.csv",
          "expectations.csv",
          "config.yaml",
          "cells.csv",
          PROVENANCE);

  /** Written only where the experiment asks for further tables. */
  private static final List<String> FILES_OF_TABLES = List.of("plateau.csv", "published.csv");

  private final Path folder;
  private final ExperimentConfig config;

  ResultsWriter(Path folder, ExperimentConfig config) {
    this.folder = folder;
    this.config = config;
  }

  /** Makes the folder, and fails now rather than after hours if it cannot be written. */
  void prepare() throws IOException {
    Files.createDirectories(folder);
    Path other = folder.resolve("config.yaml");
    if (Files.isRegularFile(other)) {
      String name = ShippedExperiments.nameIn(Files.readString(other));
      if (!name.isEmpty() && !name.equals(config.name())) {
        throw new IllegalArgumentException(
            "a results folder is of one experiment but "
                + folder
                + " holds '"
                + name
                + "', not '"
                + config.name()
                + "'; name another folder with --out, or delete it");
      }
    }
    Path probe = Files.createTempFile(folder, ".writable", null);
    Files.delete(probe);
  }

  /**
   * Keeps other runs out of the folder until the channel is closed or the process ends.
   *
   * @throws IllegalArgumentException where another run is at work in the folder
   */
  FileChannel lock() throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // The other run is in this process; said below.
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw new IllegalArgumentException(
        "one run at a time may write a results folder but another is writing "
            + folder
            + "; wait for it, or name another folder with --out");
  }

  /** Whether the folder holds the numbers of exactly these cells under this configuration. */
  boolean isCurrent(List<Cell> cells, CellStore store, ObjectNode provenance) throws IOException {
    List<String> files = new ArrayList<>(FILES);
    files.addAll(config.tables().isEmpty() ? List.of() : FILES_OF_TABLES);
    for (String name : files) {
      if (!Files.isRegularFile(folder.resolve(name))) {
        return false;
      }
    }
    try {
      return RecordBinder.JSON
          .readTree(folder.resolve(PROVENANCE).toFile())
          .path("inputs")
          .asText()
          .equals(inputs(cells, store, provenance));
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /** The hash of configuration, data, cells with their predictions, and the code that measures. */
  private String inputs(List<Cell> cells, CellStore store, ObjectNode provenance)
      throws IOException {
    ObjectNode stable = provenance.deepCopy();
    stable.remove(List.of("platform", "inputs", "meaning of scores"));
    StringBuilder checksums = new StringBuilder();
    for (Cell cell : cells) {
      checksums.append(store.checksum(cell));
    }
    return Hashes.ofText(
        ShippedExperiments.toYaml(config)
            + CellsCsv.text(cells)
            + checksums
            + stable
            + Hashes.ofCode(TestSet.class)
            + Hashes.ofCode(Runner.class));
  }

  void write(
      Measured measured,
      List<Candidate> candidates,
      List<Cell> cells,
      CellStore store,
      ObjectNode provenance)
      throws IOException {
    candidates.stream()
        .filter(Candidate::chosen)
        .forEach(
            candidate ->
                provenance
                    .withObjectProperty("meaning of scores")
                    .put(candidate.router(), candidate.scores()));
    Files.deleteIfExists(folder.resolve(PROVENANCE));
    // Those of an earlier run must not outlive its figures if this one is killed before its own.
    Files.deleteIfExists(folder.resolve(Analysed.FILE));
    Files.deleteIfExists(folder.resolve(Analysed.CSV));
    Map<String, String> files = new LinkedHashMap<>(measured.files());
    files.put("config.yaml", ShippedExperiments.toYaml(config));
    files.put("cells.csv", CellsCsv.text(cells));
    provenance.put("inputs", inputs(cells, store, provenance));
    files.put(PROVENANCE, provenance.toPrettyString() + "\n");
    // Those of an earlier run that asked for more must not be taken for this one's.
    for (String name : FILES_OF_TABLES) {
      if (!files.containsKey(name)) {
        Files.deleteIfExists(folder.resolve(name));
      }
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      replace(file.getKey(), file.getValue());
    }
  }

  /** Whether files of these names are there. */
  boolean has(List<String> names) {
    return names.stream().allMatch(name -> Files.isRegularFile(folder.resolve(name)));
  }

  /** Writes what analyses found; removes what an earlier run left and this one did not find. */
  void writeAnalyses(Analysed analysed) throws IOException {
    Map<String, String> files = analysed.files();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.toList()) {
        String name = entry.getFileName().toString();
        boolean isOfAnalyses =
            name.equals(Analysed.FILE)
                || name.equals(Analysed.CSV)
                || name.startsWith(Analysed.ROUTES);
        if (isOfAnalyses && !files.containsKey(name)) {
          Files.delete(entry);
        }
      }
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      replace(file.getKey(), file.getValue());
    }
  }

  /** The rows of {@code results.csv}. */
  List<ResultRow> results() throws IOException {
    return ResultsCsv.read(folder.resolve("results.csv"));
  }

  /** What differs from run to run, kept apart so that everything else can be compared. */
  void writeTiming(double seconds, int trained, List<Cell> cells, CellStore store)
      throws IOException {
    ObjectNode json = RecordBinder.JSON.createObjectNode();
    json.put("seconds", seconds);
    json.put("cells trained", trained);
    json.put("cells", cells.size());
    json.put("peak memory MiB", Platform.peakMemory() >> 20);
    json.put("peak heap MiB", Platform.peakHeap() >> 20);
    Timings.of(cells, store).addTo(json);
    replace("timing.json", json.toPrettyString() + "\n");
  }

  private void replace(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Path partial = folder.resolve("." + name + ".part");
    Files.writeString(partial, text);
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Renders the tables and says what a person wants to know first. */
  Runner.Summary summary(
      Workload workload, TestSet test, List<Candidate> candidates, int trained, int cells)
      throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s: %,d queries, %d models, split %s%n",
            workload.benchmark().name(),
            workload.benchmark().queries().size(),
            workload.benchmark().outcomes().pool().size(),
            workload.split()));
    WholeTable whole = WholeTable.of(workload.benchmark().outcomes());
    text.append(
        String.format(
            Locale.ROOT,
            "%,d complete rows: best single %.3f (%s), oracle %.3f%n",
            whole.rows(),
            whole.bestSingle(),
            whole.bestModel(),
            whole.oracle()));
    if (test.leftOut() > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "%,d of %,d test queries are left out: some model was not observed on them%n",
              test.leftOut(),
              test.given()));
    }
    if (workload.benchmark().outcomes().hasCosts() && !test.hasCosts()) {
      text.append(
          String.format(
              Locale.ROOT,
              "costs are unknown on %,d of %,d test queries: figures of cost are left out%n",
              test.missingCosts(),
              test.size()));
    }
    for (Finding finding : workload.findings()) {
      if (finding.severity() != Severity.NOTE) {
        text.append(finding)
            .append(config.limit() > 0 ? " (in the whole dataset)" : "")
            .append('\n');
      }
    }
    text.append(FurtherMetrics.note(config.metrics(), workload.benchmark().costUnit()));
    text.append('\n').append(Report.write(folder));
    text.append(choices(candidates, workload));
    if (test.hasCosts()) {
      text.append(scales(candidates)).append(config.costNote());
    }
    text.append(
        String.format(
            Locale.ROOT,
            "%d of %d trainings were new. Results: %s (index.html, table.md, table.tex, table.csv)%n",
            trained,
            cells,
            folder));
    List<ExpectationRow> expectations = ExpectationsCsv.read(folder.resolve("expectations.csv"));
    boolean isAsExpected = expectations.stream().allMatch(ExpectationRow::ok);
    return new Runner.Summary(text.toString(), trained, isAsExpected);
  }

  /** What was chosen, and a warning where nothing could be told apart. */
  private String choices(List<Candidate> candidates, Workload workload) {
    OutcomeTable validation = workload.outcomes(workload.split().validation());
    StringBuilder text = new StringBuilder();
    for (Candidate candidate : candidates.stream().filter(Candidate::chosen).toList()) {
      String chosen = "(" + candidate.encoder() + "): " + candidate.configuration();
      boolean hadRivals = candidates.stream().filter(candidate::isOfSameRouter).count() > 1;
      if (hadRivals && Double.isNaN(candidate.value())) {
        text.append(
            String.format(
                Locale.ROOT,
                "WARNING: NOT chosen on validation %s is the first of its grid; no configuration"
                    + " has a figure of %s, as %d of %d validation queries have the outcomes of"
                    + " all models%n",
                chosen,
                config.select().metric(),
                validation.completeRows().length,
                validation.size()));
      } else if (!candidate.configuration().equals(candidate.router())) {
        text.append("chosen on validation ").append(chosen).append(System.lineSeparator());
      }
    }
    return text.toString();
  }

  /** Which routers' figures that weigh cost are of scores that are no probabilities. */
  private static String scales(List<Candidate> candidates) {
    String uncalibrated =
        candidates.stream()
            .filter(candidate -> candidate.chosen() && candidate.isUncalibrated())
            .map(
                candidate ->
                    candidate.router()
                        + " ("
                        + candidate.scores().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + ")")
            .distinct()
            .collect(Collectors.joining(", "));
    return uncalibrated.isEmpty()
        ? ""
        : "no probabilities are predicted by "
            + uncalibrated
            + ": their figures that weigh cost (U, area, QNC) are of raw scores;"
            + " those called calibrated are not\n";
  }
}
