package org.routerlab.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.routerlab.eval.Estimate;
import org.routerlab.experiments.ExperimentConfig.Published;
import org.routerlab.experiments.UtteranceSetting.OfRoute;
import org.routerlab.experiments.report.AnalysisTable;
import org.routerlab.experiments.report.AnalysisTable.Entry;
import org.routerlab.experiments.report.AnalysisTable.Unit;
import org.routerlab.semantic.UtteranceLists;

/** The tables of the recommended setting of an encoder, on sources that it was not chosen on. */
final class RecommendationTables {

  private static final int GENERAL_CHAT = UtteranceLists.ROUTES.indexOf("general-chat");

  private final EncoderSweep sweep;
  private final List<Published> published;

  RecommendationTables(EncoderSweep sweep, List<Published> published) {
    this.sweep = sweep;
    this.published = published;
  }

  List<AnalysisTable> all() {
    return List.of(
        recommended(),
        confirmed(),
        confusions(),
        fallback(),
        DecisionDensities.of(sweep).quantiles(published));
  }

  private TableBuilder table(String name, String title, String caption, String corner) {
    return new TableBuilder(name, title + ", " + sweep.encoder(), caption, corner)
        .of(sweep.encoder());
  }

  private AnalysisTable recommended() {
    TableBuilder table =
        table(
                "a2b-recommended",
                "Recommended utterances",
                "What a search over one route at a time chose on the "
                    + sweep.validation().gold().length
                    + " queries of validation sources, from 16"
                    + " intermediate utterances of 9-15 words, by the mean accuracy of the routes"
                    + " over "
                    + EncoderSweep.REPEATS
                    + " draws.",
                "Route")
            .column("Utterances", Unit.COUNT)
            .column("Vocabulary", Unit.COUNT)
            .column("Words", Unit.COUNT);
    for (int route = 0; route < UtteranceSweep.ROUTES; route++) {
      OfRoute own = sweep.recommended().ofRoutes().get(route);
      table.row(
          UtteranceLists.ROUTES.get(route),
          Entry.value(own.utterances()),
          Entry.text(
              UtteranceLists.variant(own.variant()).vocabulary().name().toLowerCase(Locale.ROOT)),
          Entry.text(SweepTables.words(own.variant())));
    }
    return table
        .note(
            "Published vocabulary: intermediate, but simple for general-chat. Sentence lengths"
                + " other than 9-15 words were tried with intermediate vocabulary only.")
        .note(
            "The routes are in "
                + Analysed.routeFile(sweep.encoder())
                + ", a file for route --routes and for 'routes' of utterance in an experiment.")
        .beside(published);
  }

  private AnalysisTable confirmed() {
    UtteranceSweep heldOut = sweep.heldOut();
    UtteranceSetting single = UtteranceSetting.all(SweepTables.USUAL, 1);
    UtteranceAccuracy ofSingle = heldOut.accuracy(single);
    UtteranceAccuracy first = heldOut.accuracy(heldOut.routeByFirst(single), "first");
    UtteranceAccuracy usual = heldOut.accuracy(UtteranceSearch.START);
    UtteranceAccuracy whole =
        heldOut.accuracy(UtteranceSetting.all(SweepTables.USUAL, UtteranceLists.LENGTH));
    UtteranceAccuracy best = heldOut.accuracy(sweep.recommended());
    UtteranceAccuracy file = heldOut.accuracy(heldOut.routeByFirst(sweep.recommended()), "first");
    TableBuilder table =
        table(
                "a2b-confirmed",
                "Recommended utterances on held-out sources",
                "Accuracy in %, and gains in points, on the "
                    + heldOut.gold().length
                    + " queries of held-out sources, which nothing was chosen on. Means over draws but for those of the first utterances of the lists,"
                    + " which the file of routes holds.",
                "Route")
            .column("1, first", Unit.PERCENT)
            .column("1", Unit.PERCENT)
            .column("16", Unit.PERCENT)
            .column("64", Unit.PERCENT)
            .column("Recommended, first", Unit.PERCENT)
            .column("Recommended", Unit.PERCENT)
            .column("Gain over 1", Unit.POINTS)
            .column("Gain over 1, first", Unit.POINTS)
            .column("Gain over 16", Unit.POINTS)
            .column("Gain over 64", Unit.POINTS);
    for (int i = 0; i < UtteranceSweep.ROUTES; i++) {
      int route = i;
      table.row(
          UtteranceLists.ROUTES.get(route),
          0,
          cells(
              List.of(first, ofSingle, usual, whole, file, best),
              each -> each.route(route),
              best.routeGain(ofSingle, route),
              file.routeGain(first, route),
              best.routeGain(usual, route),
              best.routeGain(whole, route)));
    }
    table.row(
        "mean of routes",
        1,
        cells(
            List.of(first, ofSingle, usual, whole, file, best),
            UtteranceAccuracy::macro,
            best.macroGain(ofSingle),
            file.macroGain(first),
            best.macroGain(usual),
            best.macroGain(whole)));
    return table
        .note(
            "1, 16 and 64: intermediate utterances of 9-15 words; 64 is the whole list. [low, high] holds 95 % of resamples"
                + " of draws and queries; sources are not resampled.")
        .beside(published);
  }

  private static List<Entry> cells(
      List<UtteranceAccuracy> accuracies,
      Function<UtteranceAccuracy, Estimate> figure,
      Estimate... gains) {
    List<Entry> cells = new ArrayList<>();
    accuracies.forEach(each -> cells.add(TableBuilder.entry(figure.apply(each))));
    for (Estimate gain : gains) {
      cells.add(TableBuilder.points(gain));
    }
    return cells;
  }

  private AnalysisTable confusions() {
    int[] gold = sweep.heldOut().gold();
    RoutedDraws routed = sweep.heldOut().route(sweep.recommended());
    double[][] share = new double[UtteranceSweep.ROUTES][UtteranceSweep.ROUTES];
    int[] queries = new int[UtteranceSweep.ROUTES];
    for (int query = 0; query < gold.length; query++) {
      queries[gold[query]]++;
      for (byte[] chosen : routed.chosen()) {
        share[gold[query]][chosen[query]]++;
      }
    }
    TableBuilder table =
        table(
            "a2b-confusions",
            "Where queries go",
            "Of the "
                + gold.length
                + " queries of held-out sources by route, the share in % that the recommended"
                + " utterances send to each route, over draws.",
            "Right route");
    UtteranceLists.ROUTES.forEach(route -> table.column(route, Unit.PERCENT));
    for (int route = 0; route < UtteranceSweep.ROUTES; route++) {
      List<Entry> cells = new ArrayList<>();
      for (double count : share[route]) {
        cells.add(Entry.value(count / queries[route] / routed.draws()));
      }
      table.row(UtteranceLists.ROUTES.get(route), 0, cells);
    }
    return table.beside(published);
  }

  private AnalysisTable fallback() {
    TableBuilder table =
        table(
                "a2b-fallback",
                "Falling back to general chat",
                "Mean accuracy of the routes in % on the "
                    + sweep.heldOut().gold().length
                    + " queries of held-out sources, without a fall-back and with"
                    + " general-chat for queries below a threshold, which is fitted on validation"
                    + " sources; -1 never falls back.",
                "Utterances")
            .column("Threshold", Unit.RATIO)
            .column("Without", Unit.PERCENT)
            .column("With", Unit.PERCENT)
            .column("Gain", Unit.POINTS)
            .column("general-chat without", Unit.PERCENT)
            .column("general-chat with", Unit.PERCENT);
    for (int length : UtteranceSearch.LENGTHS) {
      UtteranceSetting setting = UtteranceSetting.all(SweepTables.USUAL, length);
      table.row(Integer.toString(length), 0, fallback(setting));
    }
    table.row("recommended", 1, fallback(sweep.recommended()));
    return table.beside(published);
  }

  private List<Entry> fallback(UtteranceSetting setting) {
    float threshold =
        FallbackThreshold.fit(
            sweep.validation().route(setting), sweep.validation().gold(), GENERAL_CHAT);
    RoutedDraws routed = sweep.heldOut().route(setting);
    UtteranceAccuracy without = sweep.heldOut().accuracy(routed, setting.toString());
    UtteranceAccuracy with =
        sweep.heldOut().accuracy(routed.fallingBack(GENERAL_CHAT, threshold), setting.toString());
    return List.of(
        Entry.value(threshold),
        TableBuilder.entry(without.macro()),
        TableBuilder.entry(with.macro()),
        TableBuilder.points(with.macroGain(without)),
        TableBuilder.entry(without.route(GENERAL_CHAT)),
        TableBuilder.entry(with.route(GENERAL_CHAT)));
  }
}
