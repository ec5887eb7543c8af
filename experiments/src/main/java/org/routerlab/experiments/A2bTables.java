package org.routerlab.experiments;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.routerlab.core.Query;
import org.routerlab.eval.Metrics;
import org.routerlab.eval.RouterRuns;
import org.routerlab.experiments.report.AnalysisTable;
import org.routerlab.experiments.report.AnalysisTable.Entry;
import org.routerlab.experiments.report.AnalysisTable.Unit;

/**
 * What an utterance router makes of prompts that belong to routes: accuracy a route and an encoder,
 * what is taken for what, how similar right and wrong decisions are, and what the encoders are.
 * Figures of one utterance router are of the first in the experiment.
 */
final class A2bTables {

  /** What an experiment asks for these tables by. */
  static final String NAME = "a2b";

  private static final String LANGUAGE = "language";

  private final FinishedRun run;
  private final RouteAccuracies accuracies;
  private final String utterance;

  private A2bTables(FinishedRun run) {
    this.run = run;
    this.accuracies = new RouteAccuracies(run);
    this.utterance = utteranceRouters(run.config()).get(0);
  }

  /** The labels of the utterance routers of an experiment. */
  static List<String> utteranceRouters(ExperimentConfig config) {
    return config.routers().stream()
        .filter(router -> router.use().equals("utterance"))
        .map(ExperimentConfig.RouterConfig::label)
        .toList();
  }

  /** All tables. */
  static List<AnalysisTable> of(FinishedRun run) throws IOException {
    A2bTables tables = new A2bTables(run);
    List<AnalysisTable> all = new ArrayList<>();
    all.add(tables.encoders());
    all.add(tables.accuracy());
    for (String encoder : run.encoders()) {
      List<StoredRouter> routers = run.storedRouters(encoder);
      StoredRouter router =
          routers.stream()
              .filter(each -> each.name().equals(tables.utterance))
              .findFirst()
              .orElseThrow();
      SimilarityDensities densities = SimilarityDensities.of(router, tables.accuracies.routes());
      all.add(tables.routers(encoder));
      if (tables.hasLanguages()) {
        all.add(tables.languages(encoder, routers));
      }
      all.add(tables.confusion(encoder, router));
      all.addAll(new A2bSimilarityTables(run, tables.utterance).of(encoder, densities));
    }
    return all;
  }

  private AnalysisTable encoders() {
    TableBuilder table =
        new TableBuilder(
                "a2b-encoders",
                "Embedding models",
                "Length of a vector, the longest text in tokens, millions of bytes on disk, and"
                    + " published figures of MTEB (English) in %.",
                "Encoder")
            .column("Dimension", Unit.COUNT)
            .column("Max. tokens", Unit.COUNT)
            .column("MB on disk", Unit.POINTS)
            .column("MTEB average", Unit.RATIO)
            .column("Classification", Unit.RATIO)
            .column("Pairs", Unit.RATIO)
            .column("Similarity", Unit.RATIO);
    for (String encoder : run.encoders()) {
      Optional<EncoderProfiles.Profile> known = EncoderProfiles.of(encoder);
      EncoderProfiles.Mteb mteb =
          known
              .map(EncoderProfiles.Profile::mteb)
              .orElse(new EncoderProfiles.Mteb(null, null, null, null));
      table.row(
          encoder,
          Entry.value(known.map(profile -> (double) profile.dimension()).orElse(Double.NaN)),
          Entry.value(known.map(profile -> (double) profile.maxTokens()).orElse(Double.NaN)),
          Entry.value(known.map(EncoderProfiles.Profile::megabytes).orElse(Double.NaN)),
          orNothing(mteb.average()),
          orNothing(mteb.classification()),
          orNothing(mteb.pairClassification()),
          orNothing(mteb.similarity()));
      known.ifPresent(profile -> table.note(encoder + ": " + profile.source() + "."));
    }
    return table.note("–: not known, or no source was found.").beside(run.config().published());
  }

  private static Entry orNothing(Double value) {
    return Entry.value(value == null ? Double.NaN : value);
  }

  private AnalysisTable accuracy() {
    TableBuilder table =
        new TableBuilder(
            "a2b-accuracy",
            "Routing accuracy by encoder",
            "Share of the test queries of each route that "
                + utterance
                + " sends there, in %, with 95 % intervals.",
            "Encoder");
    accuracies.addColumns(table);
    for (String encoder : run.encoders()) {
      table.row(encoder, 0, accuracies.cells(utterance, encoder));
    }
    return table.beside(run.config().published());
  }

  private AnalysisTable routers(String encoder) throws IOException {
    TableBuilder table =
        new TableBuilder(
            "a2b-routers",
            "Routing accuracy by router, " + encoder,
            "Share of the test queries of each route that is sent there, in %, with 95 %"
                + " intervals.",
            "Router");
    accuracies.addColumns(table);
    for (RouterRuns router : run.routers(encoder)) {
      table.row(router.router(), 0, accuracies.cells(router.router(), encoder));
    }
    return table.of(encoder).beside(run.config().published());
  }

  private boolean hasLanguages() {
    return run.test().queries().stream().allMatch(query -> query.tags().containsKey(LANGUAGE));
  }

  private AnalysisTable languages(String encoder, List<StoredRouter> routers) {
    TreeSet<String> languages = new TreeSet<>();
    run.test().queries().forEach(query -> languages.add(query.tags().get(LANGUAGE)));
    TableBuilder table =
        new TableBuilder(
            "a2b-languages",
            "Routing accuracy by language, " + encoder,
            "Share of the test queries in each language that is sent to the right route, in %,"
                + " with 95 % intervals.",
            "Router");
    languages.forEach(language -> table.column(language, Unit.PERCENT));
    table.column(RouteAccuracies.ALL, Unit.PERCENT);
    for (StoredRouter router : routers) {
      List<Entry> cells = new ArrayList<>();
      for (String language : languages) {
        cells.add(
            TableBuilder.entry(
                run.measuring()
                    .bootstrap()
                    .estimate(
                        router.runs(),
                        Metrics.accuracy()
                            .on(
                                run.test()
                                    .subset(
                                        LANGUAGE + "/" + language,
                                        query -> isIn(query, language))))));
      }
      cells.add(TableBuilder.entry(run.result(router.name(), encoder, "accuracy", "all")));
      table.row(router.name(), 0, cells);
    }
    return table.of(encoder).beside(run.config().published());
  }

  private static boolean isIn(Query query, String language) {
    return query.tags().get(LANGUAGE).equals(language);
  }

  private AnalysisTable confusion(String encoder, StoredRouter router) {
    List<String> routes = accuracies.routes();
    List<String> pool = run.test().pool().names();
    TableBuilder table =
        new TableBuilder(
            "a2b-confusion",
            "What is taken for what, " + encoder,
            "Of the test queries of each route the share that "
                + utterance
                + " sends to each route, in %.",
            "Right route");
    pool.forEach(route -> table.column("to " + route, Unit.PERCENT));
    table.column("Queries", Unit.COUNT);
    for (String route : routes) {
      double[] sent = new double[pool.size()];
      int queries = 0;
      for (int row = 0; row < run.test().size(); row++) {
        if (run.test().queries().get(row).dataset().equals(route)) {
          sent[router.choice(0, row).orElseThrow()]++;
          queries++;
        }
      }
      List<Entry> cells = new ArrayList<>();
      for (double count : sent) {
        cells.add(Entry.value(count / queries));
      }
      cells.add(Entry.value(queries));
      table.row(route, 0, cells);
    }
    return table.of(encoder).beside(run.config().published());
  }
}
