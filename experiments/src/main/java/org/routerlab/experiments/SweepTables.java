package org.routerlab.experiments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.routerlab.experiments.ExperimentConfig.Published;
import org.routerlab.experiments.report.AnalysisTable;
import org.routerlab.experiments.report.AnalysisTable.Entry;
import org.routerlab.experiments.report.AnalysisTable.Unit;
import org.routerlab.semantic.UtteranceLists;
import org.routerlab.semantic.UtteranceVariant;

/** The tables of the sweeps over all queries, where all routes are written alike. */
final class SweepTables {

  static final List<String> VOCABULARIES = List.of("simple", "intermediate", "expert");

  /** By rising length of sentences. */
  static final List<String> SENTENCES =
      List.of("words-1-3", "words-4-8", "intermediate", "words-16-32", "words-33-64");

  static final int USUAL_LENGTH = 16;
  static final String USUAL = "intermediate";

  private static final String INTERVALS =
      ", whatever the split. Means of "
          + EncoderSweep.REPEATS
          + " draws of the utterances from lists of 64 (64 are one draw); [low, high] holds 95 % of"
          + " resamples of both draws and queries, queries within their route.";

  private final List<Published> published;

  SweepTables(List<Published> published) {
    this.published = published;
  }

  /** The words of a variant, such as {@code 9-15}. */
  static String words(String variant) {
    UtteranceVariant lists = UtteranceLists.variant(variant);
    return lists.fewestWords() + "-" + lists.mostWords();
  }

  private static String intervals(EncoderSweep sweep) {
    return " on all " + sweep.all().gold().length + " queries" + INTERVALS;
  }

  /** Which sources settings are chosen and confirmed on. */
  AnalysisTable sources(SourceSplit sources, EncoderSweep any) {
    TableBuilder table =
        new TableBuilder(
                "a2b-sources",
                "Sources",
                "Settings are chosen on the validation sources of every route and confirmed on the"
                    + " held-out ones; sources go to the two in turns, in the order of their names,"
                    + " beginning with the one that a seeded draw says.",
                "Route")
            .column("Validation queries", Unit.COUNT)
            .column("Validation sources", Unit.COUNT)
            .column("Held-out queries", Unit.COUNT)
            .column("Held-out sources", Unit.COUNT);
    for (int route = 0; route < UtteranceSweep.ROUTES; route++) {
      String name = UtteranceLists.ROUTES.get(route);
      table.row(
          name,
          count(any.validation().gold(), route),
          Entry.text(String.join(", ", sources.validation().get(name))),
          count(any.heldOut().gold(), route),
          Entry.text(String.join(", ", sources.heldOut().get(name))));
    }
    return table.beside(published);
  }

  private static Entry count(int[] gold, int route) {
    return Entry.value(Arrays.stream(gold).filter(each -> each == route).count());
  }

  /** Accuracy by encoder: one utterance, the usual number, whole lists. */
  AnalysisTable encoders(List<EncoderSweep> sweeps) {
    TableBuilder table =
        new TableBuilder(
                "a2b-encoders",
                "Accuracy by encoder",
                "Mean accuracy of the five routes in %, and accuracy over all queries, with"
                    + " intermediate utterances of 9-15 words,"
                    + intervals(sweeps.get(0)),
                "Encoder")
            .column("1 a route", Unit.PERCENT)
            .column("16 a route", Unit.PERCENT)
            .column("64 a route", Unit.PERCENT)
            .column("16, from 1", Unit.POINTS)
            .column("64, from 16", Unit.POINTS)
            .column("16, all queries", Unit.PERCENT);
    for (EncoderSweep sweep : sweeps) {
      UtteranceAccuracy one = sweep.accuracy(USUAL, 1);
      UtteranceAccuracy usual = sweep.accuracy(USUAL, USUAL_LENGTH);
      UtteranceAccuracy whole = sweep.accuracy(USUAL, UtteranceLists.LENGTH);
      table.row(
          sweep.encoder(),
          TableBuilder.entry(one.macro()),
          TableBuilder.entry(usual.macro()),
          TableBuilder.entry(whole.macro()),
          TableBuilder.points(usual.macroGain(one)),
          TableBuilder.points(whole.macroGain(usual)),
          TableBuilder.entry(usual.overall()));
    }
    return table
        .note(
            "The report sees accuracy rise up to about 16 utterances a route and little after; its"
                + " encoders and part of its sources differ from ours.")
        .beside(published);
  }

  /** One factor at a time, and the length of lists crossed with the others. */
  List<AnalysisTable> factors(EncoderSweep sweep) {
    List<AnalysisTable> tables = new ArrayList<>();
    TableBuilder lengths =
        byRoute("a2b-lengths", "Number of utterances", sweep, "intermediate, 9-15 words");
    for (int length : UtteranceSearch.LENGTHS) {
      lengths.row(Integer.toString(length), 0, cells(sweep.accuracy(USUAL, length)));
    }
    UtteranceAccuracy usual = sweep.accuracy(USUAL, USUAL_LENGTH);
    lengths.row("16 less 1", 1, gains(usual, sweep.accuracy(USUAL, 1)));
    lengths.row("64 less 16", 1, gains(sweep.accuracy(USUAL, UtteranceLists.LENGTH), usual));
    tables.add(lengths.beside(published));
    TableBuilder vocabularies =
        byRoute("a2b-vocabulary", "Vocabulary", sweep, "16 utterances a route, 9-15 words");
    for (String variant : VOCABULARIES) {
      vocabularies.row(variant, 0, cells(sweep.accuracy(variant, USUAL_LENGTH)));
    }
    for (String variant : List.of("simple", "expert")) {
      vocabularies.row(
          variant + " less intermediate", 1, gains(sweep.accuracy(variant, USUAL_LENGTH), usual));
    }
    UtteranceAccuracy code = sweep.accuracies().get(EncoderSweep.codeLike());
    vocabularies
        .row("code-like", 2, cells(code))
        .row("code-like less intermediate", 2, gains(code, usual))
        .note(
            "code-like: intermediate, but code and error messages of 9-64 words for"
                + " deep-engineering.");
    tables.add(vocabularies.beside(published));
    TableBuilder sentences =
        byRoute("a2b-words", "Words of an utterance", sweep, "16 utterances a route, intermediate");
    for (String variant : SENTENCES) {
      sentences.row(words(variant), 0, cells(sweep.accuracy(variant, USUAL_LENGTH)));
    }
    for (String variant : SENTENCES) {
      if (!variant.equals(USUAL)) {
        sentences.row(
            words(variant) + " less " + words(USUAL),
            1,
            gains(sweep.accuracy(variant, USUAL_LENGTH), usual));
      }
    }
    tables.add(sentences.beside(published));
    tables.add(crossed(sweep));
    return tables;
  }

  private static TableBuilder byRoute(
      String name, String title, EncoderSweep sweep, String others) {
    TableBuilder table =
        new TableBuilder(
                name,
                title + ", " + sweep.encoder(),
                "Accuracy in %: "
                    + others
                    + ", all routes alike,"
                    + intervals(sweep)
                    + " Rows of differences are paired, in points.",
                title)
            .of(sweep.encoder())
            .column("Mean of routes", Unit.PERCENT)
            .column("SD over draws", Unit.PERCENT)
            .column("All queries", Unit.PERCENT);
    UtteranceLists.ROUTES.forEach(route -> table.column(route, Unit.PERCENT));
    return table;
  }

  private static List<Entry> cells(UtteranceAccuracy accuracy) {
    List<Entry> cells = new ArrayList<>();
    cells.add(TableBuilder.entry(accuracy.macro()));
    cells.add(Entry.value(accuracy.deviation()));
    cells.add(TableBuilder.entry(accuracy.overall()));
    for (int route = 0; route < UtteranceSweep.ROUTES; route++) {
      cells.add(TableBuilder.entry(accuracy.route(route)));
    }
    return cells;
  }

  private static List<Entry> gains(UtteranceAccuracy accuracy, UtteranceAccuracy other) {
    List<Entry> cells = new ArrayList<>();
    cells.add(TableBuilder.entry(accuracy.macroGain(other)));
    cells.add(Entry.value(Double.NaN));
    cells.add(TableBuilder.entry(accuracy.overallGain(other)));
    for (int route = 0; route < UtteranceSweep.ROUTES; route++) {
      cells.add(TableBuilder.entry(accuracy.routeGain(other, route)));
    }
    return cells;
  }

  private AnalysisTable crossed(EncoderSweep sweep) {
    TableBuilder table =
        new TableBuilder(
                "a2b-crossed",
                "Number of utterances by their writing, " + sweep.encoder(),
                "Mean accuracy of the five routes in %," + intervals(sweep),
                "Utterances")
            .of(sweep.encoder());
    UtteranceSearch.VARIANTS.forEach(
        variant -> table.column(variant + " (" + words(variant) + ")", Unit.PERCENT));
    for (int length : UtteranceSearch.LENGTHS) {
      table.row(
          Integer.toString(length),
          0,
          UtteranceSearch.VARIANTS.stream()
              .map(variant -> TableBuilder.entry(sweep.accuracy(variant, length).macro()))
              .toList());
    }
    return table.beside(published);
  }
}
