package org.routerlab.experiments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.routerlab.experiments.ExperimentConfig.Published;
import org.routerlab.experiments.report.AnalysisChart;
import org.routerlab.experiments.report.AnalysisChart.ChartLine;
import org.routerlab.experiments.report.AnalysisTable;
import org.routerlab.experiments.report.AnalysisTable.Entry;
import org.routerlab.experiments.report.AnalysisTable.Unit;
import org.routerlab.semantic.UtteranceLists;

/**
 * How similar queries are to the route they are sent to, right and wrong decisions apart: of the
 * recommended setting, over draws, on held-out sources.
 *
 * @param right by route of the query, rising
 * @param wrong by route of the query, rising
 */
record DecisionDensities(String encoder, float[][] right, float[][] wrong) {

  private static final int BINS = 40;
  private static final double[] QUANTILES = {0.1, 0.5, 0.9};

  static DecisionDensities of(EncoderSweep sweep) {
    int[] gold = sweep.heldOut().gold();
    RoutedDraws routed = sweep.heldOut().route(sweep.recommended());
    float[][] right = new float[UtteranceSweep.ROUTES][];
    float[][] wrong = new float[UtteranceSweep.ROUTES][];
    for (int route = 0; route < UtteranceSweep.ROUTES; route++) {
      right[route] = similarities(routed, gold, route, true);
      wrong[route] = similarities(routed, gold, route, false);
    }
    return new DecisionDensities(sweep.encoder(), right, wrong);
  }

  private static float[] similarities(RoutedDraws routed, int[] gold, int route, boolean right) {
    float[] found = new float[routed.draws() * gold.length];
    int size = 0;
    for (int draw = 0; draw < routed.draws(); draw++) {
      for (int query = 0; query < gold.length; query++) {
        if (gold[query] == route && (routed.chosen()[draw][query] == route) == right) {
          found[size++] = routed.similarity()[draw][query];
        }
      }
    }
    float[] sorted = Arrays.copyOf(found, size);
    Arrays.sort(sorted);
    return sorted;
  }

  AnalysisTable quantiles(List<Published> published) {
    TableBuilder table =
        new TableBuilder(
                "a2b-similarities",
                "Similarity of right and wrong decisions, " + encoder,
                "Cosine to the chosen route: 10 %, half and 90 % of decisions are below. Recommended"
                    + " utterances, all draws, held-out sources.",
                "Route")
            .of(encoder)
            .column("Right, %", Unit.PERCENT);
    for (String kind : List.of("right", "wrong")) {
      for (double share : QUANTILES) {
        table.column(kind + ", " + Math.round(100 * share) + " %", Unit.PLAIN);
      }
    }
    for (int route = 0; route < UtteranceSweep.ROUTES; route++) {
      List<Entry> cells = new ArrayList<>();
      double decisions = right[route].length + (double) wrong[route].length;
      cells.add(Entry.value(right[route].length / decisions));
      for (float[] sorted : List.of(right[route], wrong[route])) {
        for (double share : QUANTILES) {
          int place = (int) ((sorted.length - 1) * share);
          cells.add(Entry.value(sorted.length == 0 ? Double.NaN : sorted[place]));
        }
      }
      table.row(UtteranceLists.ROUTES.get(route), 0, cells);
    }
    return table.beside(published);
  }

  /** One a route: the share of decisions in each of {@value #BINS} equal steps of similarity. */
  List<AnalysisChart> charts() {
    double low = Double.MAX_VALUE;
    double high = -Double.MAX_VALUE;
    for (float[][] part : List.of(right, wrong)) {
      for (float[] sorted : part) {
        if (sorted.length > 0) {
          low = Math.min(low, sorted[0]);
          high = Math.max(high, sorted[sorted.length - 1]);
        }
      }
    }
    double step = Math.max((high - low) / BINS, 1e-9);
    List<Double> centres = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      centres.add(low + (bin + 0.5) * step);
    }
    List<AnalysisChart> charts = new ArrayList<>();
    for (int route = 0; route < UtteranceSweep.ROUTES; route++) {
      String name = UtteranceLists.ROUTES.get(route);
      charts.add(
          new AnalysisChart(
              SweepCharts.id("a2b-similarity-" + name, encoder),
              "Similarity of right and wrong decisions, " + name + ", " + encoder,
              "Of the queries of " + name + " in held-out sources, with recommended utterances.",
              "Cosine to the chosen route",
              "Share of decisions (%)",
              Unit.PERCENT,
              List.of(),
              centres,
              List.of(
                  line("right", right[route], low, step), line("wrong", wrong[route], low, step))));
    }
    return charts;
  }

  private static ChartLine line(String label, float[] sorted, double low, double step) {
    int[] counts = new int[BINS];
    for (float similarity : sorted) {
      counts[Math.min(BINS - 1, (int) ((similarity - low) / step))]++;
    }
    return new ChartLine(
        label,
        Arrays.stream(counts).mapToObj(c -> Entry.value(c / (double) sorted.length)).toList());
  }
}
