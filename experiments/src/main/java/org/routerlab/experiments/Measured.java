package org.routerlab.experiments;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.routerlab.core.Require;
import org.routerlab.eval.Comparison;
import org.routerlab.eval.Curve;
import org.routerlab.eval.Estimate;
import org.routerlab.eval.HoldOutChange;
import org.routerlab.eval.Measurement;
import org.routerlab.eval.RouterRuns;
import org.routerlab.eval.Standing;
import org.routerlab.experiments.Choice.Candidate;
import org.routerlab.experiments.ExperimentConfig.Expectation;
import org.routerlab.experiments.ExperimentConfig.Published;
import org.routerlab.experiments.report.ComparisonRow;
import org.routerlab.experiments.report.ComparisonsCsv;
import org.routerlab.experiments.report.CurvePoint;
import org.routerlab.experiments.report.CurvesCsv;
import org.routerlab.experiments.report.ExpectationRow;
import org.routerlab.experiments.report.ExpectationsCsv;
import org.routerlab.experiments.report.PlateauCsv;
import org.routerlab.experiments.report.PlateauRow;
import org.routerlab.experiments.report.PublishedCsv;
import org.routerlab.experiments.report.PublishedRow;
import org.routerlab.experiments.report.ResultRow;
import org.routerlab.experiments.report.ResultsCsv;
import org.routerlab.experiments.report.SelectionCsv;
import org.routerlab.experiments.report.SelectionShare;

/** The numbers of a results folder, collected row by row, and their files. */
final class Measured {

  /** The encoder column of what needs no encoder. */
  static final String NO_ENCODER = "-";

  private static final String ALL_SEEDS = "all";
  private static final String SHARE = "selection-share/";

  private final ExperimentConfig config;
  private final String benchmark;
  private final List<ResultRow> results = new ArrayList<>();
  private final List<ComparisonRow> comparisons = new ArrayList<>();
  private final List<CurvePoint> curves = new ArrayList<>();
  private final List<SelectionShare> selection = new ArrayList<>();
  private final List<PlateauRow> plateau = new ArrayList<>();
  private final List<Candidate> candidates = new ArrayList<>();

  Measured(ExperimentConfig config, Workload workload) {
    this.config = config;
    this.benchmark = workload.benchmark().name();
  }

  /** Adds the measurements of one encoder; those of references only the first time. */
  void add(String encoder, List<RouterRuns> references, Comparison comparison) {
    Set<String> names = references.stream().map(RouterRuns::router).collect(Collectors.toSet());
    boolean first = results.isEmpty();
    for (Measurement measurement : comparison.measurements()) {
      boolean isReference = names.contains(measurement.router());
      if (isReference && !first) {
        continue;
      }
      String of = isReference ? NO_ENCODER : encoder;
      if (measurement.metric().startsWith(SHARE)) {
        selection.add(
            new SelectionShare(
                benchmark,
                of,
                measurement.router(),
                measurement.metric().substring(SHARE.length()),
                measurement.estimate().value()));
      } else {
        results.add(row(of, ALL_SEEDS, measurement));
      }
    }
    comparison.standings().stream()
        .filter(standing -> standing.subset().equals("all"))
        .forEach(standing -> add(encoder, standing));
  }

  private void add(String encoder, Standing standing) {
    for (Standing.Difference difference : standing.differences()) {
      Estimate estimate = difference.estimate();
      comparisons.add(
          new ComparisonRow(
              benchmark,
              encoder,
              standing.metric(),
              difference.router(),
              standing.best(),
              estimate.value(),
              estimate.low(),
              estimate.high(),
              difference.separable(),
              difference.isDeployable()));
    }
  }

  void addSeed(String encoder, String seed, String router, Estimate accuracy) {
    results.add(row(encoder, seed, new Measurement(router, "all", "accuracy", accuracy)));
  }

  void addHoldOut(String encoder, String group, HoldOutChange change) {
    results.add(
        row(
            encoder,
            ALL_SEEDS,
            new Measurement(
                change.router(), "dataset/" + group, "hold-out-change", change.change())));
    ResultRow bestSingle =
        row(
            NO_ENCODER,
            ALL_SEEDS,
            new Measurement(
                "best-single", "dataset/" + group, "hold-out-change", change.bestSingleChange()));
    if (!results.contains(bestSingle)) {
      results.add(bestSingle);
    }
  }

  void addCurve(String encoder, boolean isReference, Curve curve) {
    for (org.routerlab.eval.CurvePoint point : curve.points()) {
      CurvePoint row =
          new CurvePoint(
              benchmark,
              isReference ? NO_ENCODER : encoder,
              curve.router(),
              curve.axis(),
              point.x(),
              point.accuracy().value(),
              point.accuracy().low(),
              point.accuracy().high(),
              point.cost());
      if (!isReference || encoder.equals(firstEncoder())) {
        curves.add(row);
      }
    }
  }

  void addPlateau(List<PlateauRow> rows) {
    plateau.addAll(rows);
  }

  /** The published values of the experiment, a line each. */
  private List<PublishedRow> published() {
    List<PublishedRow> rows = new ArrayList<>();
    for (Published table : config.published()) {
      if (table.beside() != null) {
        continue;
      }
      table
          .rows()
          .forEach(
              (row, values) -> {
                for (int i = 0; i < values.size(); i++) {
                  rows.add(
                      new PublishedRow(
                          table.table(),
                          table.title(),
                          table.source(),
                          table.unit(),
                          table.columns().get(i),
                          row,
                          values.get(i) == null ? Double.NaN : values.get(i)));
                }
              });
    }
    return rows;
  }

  void addCandidates(List<Candidate> all) {
    candidates.addAll(all);
  }

  private String firstEncoder() {
    return results.stream()
        .map(ResultRow::encoder)
        .filter(encoder -> !encoder.equals(NO_ENCODER))
        .findFirst()
        .orElse(NO_ENCODER);
  }

  private ResultRow row(String encoder, String seed, Measurement measurement) {
    Estimate estimate = measurement.estimate();
    return new ResultRow(
        benchmark,
        "test",
        measurement.subset().replaceFirst("^dataset/", "dataset:"),
        measurement.router(),
        encoder,
        seed,
        measurement.metric(),
        estimate.value(),
        estimate.low(),
        estimate.high(),
        estimate.n());
  }

  /** The expected figures beside the found ones. */
  List<ExpectationRow> expectations() {
    List<ExpectationRow> rows = new ArrayList<>();
    for (Expectation expected : config.expect()) {
      double found = found(expected).value();
      boolean ok = Math.abs(found - expected.value()) <= expected.tolerance();
      rows.add(
          new ExpectationRow(
              expected.router(),
              expected.metric(),
              expected.value(),
              expected.tolerance(),
              expected.source(),
              found,
              ok));
    }
    return rows;
  }

  private ResultRow found(Expectation expected) {
    String encoder = Optional.ofNullable(expected.encoder()).orElse(firstEncoder());
    List<ResultRow> rows = results.stream().filter(row -> row.seed().equals(ALL_SEEDS)).toList();
    Require.known("router in expect", expected.router(), values(rows, ResultRow::router));
    Require.known("metric in expect", expected.metric(), values(rows, ResultRow::metric));
    Require.known("subset in expect", expected.subset(), values(rows, ResultRow::subset));
    return rows.stream()
        .filter(row -> row.router().equals(expected.router()))
        .filter(row -> row.metric().equals(expected.metric()))
        .filter(row -> row.subset().equals(expected.subset()))
        .filter(row -> row.encoder().equals(encoder) || row.encoder().equals(NO_ENCODER))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expect names a figure that was not measured: " + expected));
  }

  private static List<String> values(List<ResultRow> rows, Function<ResultRow, String> value) {
    return rows.stream().map(value).distinct().toList();
  }

  /** The rows of {@code results.csv}. */
  List<ResultRow> results() {
    return List.copyOf(results);
  }

  /** The files with these numbers, by name, in the order they are written. */
  Map<String, String> files() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("results.csv", write(results, ResultsCsv::write));
    files.put("comparisons.csv", write(comparisons, ComparisonsCsv::write));
    files.put("curves.csv", write(curves, CurvesCsv::write));
    files.put("selection.csv", write(selection, SelectionCsv::write));
    files.put("configurations.csv", ConfigurationsCsv.text(candidates, config.select().twoStage()));
    files.put("expectations.csv", write(expectations(), ExpectationsCsv::write));
    if (!config.tables().isEmpty()) {
      files.put("plateau.csv", write(plateau, PlateauCsv::write));
      files.put("published.csv", write(published(), PublishedCsv::write));
    }
    return files;
  }

  @FunctionalInterface
  private interface CsvWriter<T> {
    void write(List<T> rows, Writer out) throws IOException;
  }

  private static <T> String write(List<T> rows, CsvWriter<T> writer) throws IOException {
    StringWriter out = new StringWriter();
    writer.write(rows, out);
    return out.toString();
  }
}
