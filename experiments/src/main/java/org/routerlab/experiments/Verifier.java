package org.routerlab.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.Progress;
import org.routerlab.experiments.Choice.Candidate;
import org.routerlab.experiments.report.Report;

/**
 * Recomputes every number of a results folder from its stored predictions and compares.
 *
 * <p>Nothing is trained; the benchmark is loaded again, since outcomes are not stored. Tables and
 * analyses are made of the recomputed figures, so that a changed figure of one file is not taken
 * for a recomputed one of another.
 */
public final class Verifier {

  private static final int SHOWN = 5;
  private static final List<String> TABLES =
      List.of("table.md", "table.tex", "table.csv", "index.html");

  private final List<String> lines = new ArrayList<>();
  private boolean equal = true;

  /**
   * The result of a verification.
   *
   * @param text a line for each file, and the first differences
   * @param isEqual whether everything was recomputed and equal
   */
  public record Verdict(String text, boolean isEqual) {}

  private Verifier() {}

  /**
   * Verifies a results folder.
   *
   * @throws BadDataException where it is no results folder
   */
  public static Verdict verify(Path folder, Path dataDirectory, Progress progress)
      throws IOException {
    return verify(folder, dataDirectory, Platform.cacheDirectory(), progress);
  }

  /**
   * Verifies a results folder.
   *
   * @param cacheDirectory embeddings, for experiments with transforms that compare texts
   * @throws BadDataException where it is no results folder
   */
  public static Verdict verify(
      Path folder, Path dataDirectory, Path cacheDirectory, Progress progress) throws IOException {
    FinishedRun.requireFiles(folder, "config.yaml", "cells.csv", "provenance.json");
    Verifier verifier = new Verifier();
    try {
      verifier.recompute(folder, dataDirectory, cacheDirectory, progress);
    } catch (BadDataException e) {
      verifier.differ(e.getMessage());
    }
    verifier.lines.add(
        verifier.equal
            ? "verified: every number was recomputed and is equal"
            : "NOT VERIFIED: see the lines marked DIFFERS");
    return new Verdict(String.join("\n", verifier.lines) + "\n", verifier.equal);
  }

  private FinishedRun recompute(
      Path folder, Path dataDirectory, Path cacheDirectory, Progress progress) throws IOException {
    String text = Files.readString(folder.resolve("config.yaml"));
    ExperimentConfig config = ShippedExperiments.parse(folder + "/config.yaml", text);
    Workload workload =
        Workload.load(
            config, dataDirectory, ExperimentEncoders.first(config, cacheDirectory, progress));
    compareFingerprint(folder, workload);
    CellStore store = new CellStore(folder, workload.benchmark().outcomes().pool());
    List<Cell> cells = CellsCsv.read(folder.resolve("cells.csv"));
    compareDecisions(workload, store, cells);
    Measuring measuring = new Measuring(config, workload, store, cells, progress);
    List<Candidate> candidates = measuring.choose();
    Measured measured = measuring.measure(candidates);
    Map<String, String> files = new LinkedHashMap<>(measured.files());
    compare(folder, files);
    FinishedRun run = new FinishedRun(config, workload, measuring, candidates, measured.results());
    Map<String, Verifier> parts = new LinkedHashMap<>();
    Map<String, FinishedRun> beside = new LinkedHashMap<>();
    for (String variant : config.beside().keySet()) {
      Verifier part = new Verifier();
      parts.put(variant, part);
      Path own = Analyses.folder(folder, variant);
      beside.put(variant, part.recompute(own, dataDirectory, cacheDirectory, progress));
    }
    if (!Analyses.files(config, measuring.encoders()).isEmpty()) {
      Map<String, String> analysed =
          Analyses.of(run, beside, ExperimentEncoders.of(config, cacheDirectory, progress)).files();
      compare(folder, analysed);
      files.putAll(analysed);
    }
    compareTables(folder, files);
    parts.forEach(this::add);
    return run;
  }

  private void add(String variant, Verifier part) {
    lines.add("variant " + variant);
    lines.addAll(part.lines);
    equal &= part.equal;
  }

  private void compareFingerprint(Path folder, Workload workload) throws IOException {
    String then = FinishedRun.fingerprint(folder);
    String now = workload.fingerprint();
    if (!then.equals(now)) {
      differ("the dataset has fingerprint " + now + " but had " + then + " when it was run");
    }
  }

  private void compareDecisions(Workload workload, CellStore store, List<Cell> cells)
      throws IOException {
    int decisions = 0;
    for (Cell cell : cells) {
      ModelRanking ties = ModelRanking.of(workload.outcomes(workload.train(cell.without())));
      for (Map.Entry<String, Predictions> part :
          store.read(cell, workload.queries()).parts().entrySet()) {
        Decisions stored = part.getValue().decisions();
        decisions += stored.size();
        if (part.getValue() instanceof Predictions.Scored scored
            && !Decisions.argmax(scored.scores(), ties).equals(stored)) {
          differ(store.folder(cell).resolve(part.getKey() + ".csv") + ": decisions");
        }
      }
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "%-20s %,d decisions of %d cells recomputed",
            "cells",
            decisions,
            cells.size()));
  }

  private void compare(Path folder, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      compare(folder.resolve(file.getKey()), file.getValue());
    }
  }

  private void compare(Path file, String expected) throws IOException {
    if (!Files.isRegularFile(file)) {
      differ(file + ": no such file");
      return;
    }
    List<String> found = Files.readString(file).lines().toList();
    List<String> recomputed = expected.lines().toList();
    int differences = 0;
    for (int i = 0; i < Math.max(found.size(), recomputed.size()); i++) {
      String stored = i < found.size() ? found.get(i) : "(no line)";
      String ours = i < recomputed.size() ? recomputed.get(i) : "(no line)";
      if (!stored.equals(ours) && ++differences <= SHOWN) {
        differ(file + ", line " + (i + 1) + ": stored " + stored + ", recomputed " + ours);
      }
    }
    if (differences > SHOWN) {
      differ(file + ": " + (differences - SHOWN) + " more lines");
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "%-20s %,d lines recomputed, %s",
            file.getFileName(),
            recomputed.size() - 1,
            differences == 0 ? "all equal" : differences + " differ"));
  }

  /** Renders the tables again, in a copy of the folder with the recomputed files. */
  private void compareTables(Path folder, Map<String, String> recomputed) throws IOException {
    Path copy = Files.createTempDirectory("routerlab-verify");
    try {
      try (Stream<Path> entries = Files.list(folder)) {
        for (Path file : entries.filter(Files::isRegularFile).sorted().toList()) {
          Files.copy(file, copy.resolve(file.getFileName().toString()));
        }
      }
      for (Map.Entry<String, String> file : recomputed.entrySet()) {
        Files.writeString(copy.resolve(file.getKey()), file.getValue());
      }
      Report.write(copy);
      for (String table : TABLES) {
        compare(folder.resolve(table), Files.readString(copy.resolve(table)));
      }
    } finally {
      try (Stream<Path> entries = Files.walk(copy)) {
        for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(entry);
        }
      }
    }
  }

  private void differ(String what) {
    equal = false;
    lines.add("DIFFERS: " + what);
  }
}
