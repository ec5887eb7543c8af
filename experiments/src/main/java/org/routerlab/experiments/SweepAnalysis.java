package org.routerlab.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.Require;
import org.routerlab.core.Seed;
import org.routerlab.core.embedding.Encoder;
import org.routerlab.experiments.report.AnalysisChart;
import org.routerlab.experiments.report.AnalysisTable;
import org.routerlab.semantic.UtteranceLists;

/**
 * How number, vocabulary and length of utterances change routing, and what to write: tables, charts
 * and a file of recommended routes an encoder.
 *
 * <p>The sweeps are over all queries. Settings are chosen on some sources of every route and
 * confirmed on the others, whatever the split of the experiment.
 */
final class SweepAnalysis {

  /** What an experiment asks for these tables by. */
  static final String NAME = "a2b-sweep";

  private SweepAnalysis() {}

  /** Everything, encoder by encoder. */
  static Analysed of(FinishedRun run, Map<String, Encoder> encoders) {
    List<Query> queries = run.workload().benchmark().queries();
    int[] gold = rightRoutes(run.workload().benchmark().outcomes());
    Seed seed = new Seed(run.config().split().seed());
    SourceSplit sources = sources(queries, gold, seed, run.config().limit());
    List<EncoderSweep> sweeps = new ArrayList<>();
    for (Encoder encoder : encoders.values()) {
      sweeps.add(EncoderSweep.of(encoder, queries, gold, sources, seed));
    }
    List<AnalysisTable> tables = new ArrayList<>();
    List<AnalysisChart> charts = new ArrayList<>(SweepCharts.byEncoder(sweeps));
    SortedMap<String, String> files = new TreeMap<>();
    SweepTables all = new SweepTables(run.config().published());
    tables.add(all.sources(sources, sweeps.get(0)));
    tables.add(all.encoders(sweeps));
    for (EncoderSweep sweep : sweeps) {
      tables.addAll(all.factors(sweep));
      RecommendationTables recommended = new RecommendationTables(sweep, run.config().published());
      tables.addAll(recommended.all());
      charts.addAll(SweepCharts.byRoute(sweep));
      charts.addAll(DecisionDensities.of(sweep).charts());
      files.put(
          Analysed.routeFile(sweep.encoder()),
          RecommendedRoutes.toYaml(encoders.get(sweep.encoder()).identity(), sweep.recommended()));
    }
    return new Analysed(tables, charts, files);
  }

  private static SourceSplit sources(List<Query> queries, int[] gold, Seed seed, int limit) {
    try {
      return SourceSplit.of(queries, gold, seed);
    } catch (IllegalArgumentException e) {
      String reason = limit == 0 ? "" : "; the limit of " + limit + " queries may be too low";
      throw new IllegalArgumentException(
          "the tables '" + NAME + "': " + e.getMessage() + reason, e);
    }
  }

  /** The place of the right route of every query: the one model that scores. */
  static int[] rightRoutes(OutcomeTable outcomes) {
    List<String> models = outcomes.pool().names();
    UtteranceLists.ROUTES.forEach(route -> Require.known("route among the models", route, models));
    int[] gold = new int[outcomes.size()];
    for (int row = 0; row < gold.length; row++) {
      int right = -1;
      for (int model = 0; model < models.size(); model++) {
        if (outcomes.isCorrect(row, model)) {
          if (right >= 0) {
            throw new IllegalArgumentException(
                "one route must be right for every query but row "
                    + row
                    + " has "
                    + models.get(right)
                    + " and "
                    + models.get(model));
          }
          right = model;
        }
      }
      gold[row] = right < 0 ? -1 : UtteranceLists.ROUTES.indexOf(models.get(right));
      if (gold[row] < 0) {
        throw new IllegalArgumentException(
            "one of "
                + UtteranceLists.ROUTES
                + " must be right for every query but row "
                + row
                + " has none");
      }
    }
    return gold;
  }
}
