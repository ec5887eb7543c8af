package org.routerlab.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.routerlab.eval.Estimate;
import org.routerlab.experiments.UtteranceSetting.OfRoute;
import org.routerlab.experiments.report.AnalysisChart;
import org.routerlab.experiments.report.AnalysisChart.ChartLine;
import org.routerlab.experiments.report.AnalysisTable.Entry;
import org.routerlab.experiments.report.AnalysisTable.Unit;
import org.routerlab.semantic.UtteranceLists;

/** The sweeps over all queries as lines: by encoder, by route, and by number and writing. */
final class SweepCharts {

  private SweepCharts() {}

  /** What is varied while the others stay. */
  private record Factor(String id, String title, List<String> names, List<OfRoute> settings) {}

  private static List<Factor> factors() {
    return List.of(
        new Factor(
            "a2b-by-number",
            "Utterances a route",
            UtteranceSearch.LENGTHS.stream().map(length -> Integer.toString(length)).toList(),
            lengths(SweepTables.USUAL)),
        new Factor(
            "a2b-by-vocabulary",
            "Vocabulary",
            SweepTables.VOCABULARIES,
            usual(SweepTables.VOCABULARIES)),
        new Factor(
            "a2b-by-words",
            "Words of an utterance",
            SweepTables.SENTENCES.stream().map(SweepTables::words).toList(),
            usual(SweepTables.SENTENCES)));
  }

  private static List<OfRoute> lengths(String variant) {
    return UtteranceSearch.LENGTHS.stream().map(length -> new OfRoute(variant, length)).toList();
  }

  private static List<OfRoute> usual(List<String> variants) {
    return variants.stream()
        .map(variant -> new OfRoute(variant, SweepTables.USUAL_LENGTH))
        .toList();
  }

  /** The mean accuracy of the routes, a line an encoder. */
  static List<AnalysisChart> byEncoder(List<EncoderSweep> sweeps) {
    List<AnalysisChart> charts = new ArrayList<>();
    for (Factor factor : factors()) {
      List<ChartLine> lines = new ArrayList<>();
      for (EncoderSweep sweep : sweeps) {
        lines.add(line(sweep.encoder(), sweep, factor.settings(), -1));
      }
      charts.add(
          chart(
              factor.id(), factor.title() + ", by encoder", factor.title(), factor.names(), lines));
    }
    return charts;
  }

  /** The accuracy of every route, a line a route; and number crossed with writing. */
  static List<AnalysisChart> byRoute(EncoderSweep sweep) {
    List<AnalysisChart> charts = new ArrayList<>();
    for (Factor factor : factors()) {
      List<ChartLine> lines =
          IntStream.range(0, UtteranceSweep.ROUTES)
              .mapToObj(
                  route -> line(UtteranceLists.ROUTES.get(route), sweep, factor.settings(), route))
              .toList();
      charts.add(
          chart(
              id(factor.id(), sweep.encoder()),
              factor.title() + ", by route, " + sweep.encoder(),
              factor.title(),
              factor.names(),
              lines));
    }
    charts.add(crossed("a2b-number-by-vocabulary", SweepTables.VOCABULARIES, sweep));
    charts.add(crossed("a2b-number-by-words", SweepTables.SENTENCES, sweep));
    return charts;
  }

  private static AnalysisChart crossed(String id, List<String> variants, EncoderSweep sweep) {
    Factor number = factors().get(0);
    return chart(
        id(id, sweep.encoder()),
        number.title()
            + ", by "
            + (variants.equals(SweepTables.VOCABULARIES) ? "vocabulary" : "words")
            + ", "
            + sweep.encoder(),
        number.title(),
        number.names(),
        variants.stream()
            .map(
                variant ->
                    line(
                        variant + " (" + SweepTables.words(variant) + " words)",
                        sweep,
                        lengths(variant),
                        -1))
            .toList());
  }

  private static ChartLine line(
      String label, EncoderSweep sweep, List<OfRoute> settings, int route) {
    List<Entry> points = new ArrayList<>();
    for (OfRoute setting : settings) {
      UtteranceAccuracy accuracy = sweep.accuracy(setting.variant(), setting.utterances());
      Estimate estimate = route < 0 ? accuracy.macro() : accuracy.route(route);
      points.add(TableBuilder.entry(estimate));
    }
    return new ChartLine(label, points);
  }

  private static AnalysisChart chart(
      String id, String title, String xLabel, List<String> names, List<ChartLine> lines) {
    return new AnalysisChart(
        id,
        title,
        "Means over draws on all queries; lines of encoders and of writing are means of the five"
            + " routes. Bands are the intervals. What is not varied: 16 intermediate utterances of"
            + " 9-15 words.",
        xLabel,
        "Accuracy (%)",
        Unit.PERCENT,
        names,
        List.of(),
        lines);
  }

  static String id(String name, String encoder) {
    return name + "-" + encoder.replace('.', '-');
  }
}
