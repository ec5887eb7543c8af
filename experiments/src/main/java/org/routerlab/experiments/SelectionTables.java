package org.routerlab.experiments;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.routerlab.eval.ConfigurationPlateau;
import org.routerlab.eval.EncoderSpread;
import org.routerlab.eval.Estimate;
import org.routerlab.eval.Metrics;
import org.routerlab.eval.RouterRuns;
import org.routerlab.eval.SelectionHistograms;
import org.routerlab.eval.SelectionHistograms.Histogram;
import org.routerlab.experiments.report.AnalysisTable;
import org.routerlab.experiments.report.AnalysisTable.Entry;
import org.routerlab.experiments.report.AnalysisTable.Unit;

/** The Routing Plateau's figures as tables: choices against the truth, encoders, configurations. */
final class SelectionTables {

  /** The width of the band of configurations, as published. */
  private static final double BAND = 0.02;

  private SelectionTables() {}

  /** What each router chooses, on all and on hard queries, beside the models that are right. */
  static List<AnalysisTable> selection(FinishedRun run) throws IOException {
    List<AnalysisTable> tables = new ArrayList<>();
    for (String encoder : run.encoders()) {
      List<RouterRuns> routers = run.routers(encoder);
      SelectionHistograms found = SelectionHistograms.of(run.test(), routers, run.bootstrap());
      tables.add(histogram(run, encoder, found, true));
      tables.add(histogram(run, encoder, found, false));
      TableBuilder distances =
          new TableBuilder(
                  "selection-distances",
                  "How far choices are from what is right, " + encoder,
                  "The total variation between a router's choices on all and on hard queries, and"
                      + " between its choices on hard queries and the models that are right there.",
                  "Router")
              .column("All to hard", Unit.PLAIN)
              .column("Hard to truth", Unit.PLAIN)
              .note("A distance of two shares of finite samples leans upwards.");
      for (Histogram router : found.routers()) {
        distances.row(
            router.router(),
            TableBuilder.entry(router.shift()),
            TableBuilder.entry(router.truthDistance()));
      }
      tables.add(distances.of(encoder).beside(run.config().published()));
    }
    return tables;
  }

  private static AnalysisTable histogram(
      FinishedRun run, String encoder, SelectionHistograms found, boolean isHard) {
    TableBuilder table =
        new TableBuilder(
                isHard ? "selection-hard" : "selection-all",
                "Choices on " + (isHard ? "hard" : "all") + " queries, " + encoder,
                "The share of queries for which a model is chosen, in %; truth: a query's models that"
                    + " are right share it evenly. Models by training mean, the best first.",
                "Model")
            .column("truth", Unit.PERCENT);
    found.routers().forEach(router -> table.column(router.router(), Unit.PERCENT));
    for (int model = 0; model < found.models().size(); model++) {
      List<Entry> cells = new ArrayList<>();
      List<Estimate> truth = isHard ? found.truthHard() : found.truthSolvable();
      cells.add(Entry.value(truth.get(model).value()));
      for (Histogram router : found.routers()) {
        List<Estimate> shares = isHard ? router.hard() : router.all();
        cells.add(Entry.value(shares.get(model).value()));
      }
      table.row(found.models().get(model), 0, cells);
    }
    return table.of(encoder).beside(run.config().published());
  }

  /** How far the encoder moves a router's accuracy. */
  static List<AnalysisTable> encoders(FinishedRun run) throws IOException {
    List<EncoderSpread.Cell> cells = new ArrayList<>();
    for (String encoder : run.encoders()) {
      for (RouterRuns runs : run.routers(encoder)) {
        cells.add(new EncoderSpread.Cell(runs.router(), encoder, runs));
      }
    }
    EncoderSpread spread = EncoderSpread.of(run.test(), cells, Metrics.accuracy(), run.bootstrap());
    TableBuilder table =
        new TableBuilder(
                "encoder-spread",
                "Accuracy by encoder",
                "Accuracy with each encoder, their mean, standard deviation and greatest difference,"
                    + " with intervals of resampled queries; in % and points.",
                "Router")
            .column("Mean", Unit.PERCENT)
            .column("Deviation", Unit.POINTS)
            .column("Range", Unit.POINTS);
    run.encoders().forEach(encoder -> table.column(encoder, Unit.PERCENT));
    for (EncoderSpread.Row row : spread.rows()) {
      List<Entry> values = new ArrayList<>();
      values.add(TableBuilder.entry(row.mean()));
      values.add(TableBuilder.points(row.deviation()));
      values.add(TableBuilder.points(row.range()));
      for (String encoder : run.encoders()) {
        int at = row.encoders().indexOf(encoder);
        values.add(at < 0 ? Entry.value(Double.NaN) : Entry.value(row.values().get(at).value()));
      }
      table.row(row.router(), 0, values);
    }
    return List.of(table.beside(run.config().published()));
  }

  /** All configurations of all routers by their accuracy on test, which is hindsight. */
  static List<AnalysisTable> configurations(FinishedRun run) throws IOException {
    List<AnalysisTable> tables = new ArrayList<>();
    for (String encoder : run.encoders()) {
      List<ConfigurationPlateau.Configuration> all =
          run.measuring().accuracies(run.candidates(), encoder);
      double oracle = run.result("oracle", encoder, "accuracy", "all").value();
      ConfigurationPlateau plateau = ConfigurationPlateau.of(all, BAND, oracle);
      TableBuilder table =
          new TableBuilder(
                  "configurations",
                  "All configurations, " + encoder,
                  String.format(
                      Locale.ROOT,
                      "Accuracy on test of every configuration that was trained, the best first:"
                          + " hindsight, none is chosen by it. %.0f %% of %d are within %.0f points"
                          + " of the best, which is %.1f points below the oracle.",
                      100 * plateau.inBand(),
                      plateau.places().size(),
                      100 * BAND,
                      100 * plateau.toOracle()),
                  "Configuration")
              .column("Accuracy", Unit.PERCENT)
              .column("Behind", Unit.POINTS)
              .column("In the band", Unit.COUNT);
      int group = 0;
      for (ConfigurationPlateau.Place place : plateau.places()) {
        group = place.isInBand() ? 0 : 1;
        table.row(
            place.configuration().name(),
            group,
            List.of(
                Entry.value(place.configuration().accuracy()),
                Entry.value(100 * place.behind()),
                Entry.text(place.isInBand() ? "yes" : "no")));
      }
      tables.add(table.of(encoder).beside(run.config().published()));
    }
    return tables;
  }
}
