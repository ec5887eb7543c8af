package org.routerlab.experiments;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.routerlab.core.Decisions;
import org.routerlab.core.Query;
import org.routerlab.core.Seed;
import org.routerlab.core.embedding.Encoder;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.datasets.Benchmark;
import org.routerlab.eval.Evaluation;
import org.routerlab.semantic.UtteranceLists;

/**
 * An utterance router whose lists are chosen by {@link UtteranceSearch} on labelled queries, so
 * that labels can be spent on utterances as on training: what the recommended routes of the sweep
 * are, for any labelled queries.
 *
 * <p>The search goes by means over draws; the router takes the first utterances of the lists, as a
 * file of recommended routes does, and has no fall-back.
 */
final class ChosenUtterances {

  /** What the router is called in tables. */
  static final String NAME = "chosen-utterances";

  private final UtteranceCosines cosines;
  private final int[] gold;
  private final Seed seed;
  private final Map<String, Integer> rows = new HashMap<>();

  private ChosenUtterances(Benchmark benchmark, Encoder encoder, Seed seed) {
    this.seed = seed;
    gold = SweepAnalysis.rightRoutes(benchmark.outcomes());
    FloatMatrix embeddings = encoder.embed(benchmark.texts());
    cosines = UtteranceCosines.of(embeddings, encoder, UtteranceSearch.VARIANTS);
    for (int row = 0; row < gold.length; row++) {
      rows.put(benchmark.queries().get(row).id(), row);
    }
  }

  /** Empty where the models of the run are not the routes that there are lists for. */
  static Optional<ChosenUtterances> of(FinishedRun run, Encoder encoder) {
    Benchmark benchmark = run.workload().benchmark();
    List<String> pool = benchmark.outcomes().pool().names();
    return new HashSet<>(pool).equals(new HashSet<>(UtteranceLists.ROUTES))
        ? Optional.of(
            new ChosenUtterances(benchmark, encoder, new Seed(run.config().split().seed())))
        : Optional.empty();
  }

  /** What the search finds on labelled queries; empty where a route has none. */
  Optional<UtteranceSetting> choose(List<Query> labelled) {
    int[] some = rows(labelled);
    int[] routes = Arrays.stream(some).map(row -> gold[row]).toArray();
    if (Arrays.stream(routes).distinct().count() < UtteranceSweep.ROUTES) {
      return Optional.empty();
    }
    // The search needs no intervals.
    UtteranceSweep sweep =
        new UtteranceSweep(cosines.select(some), routes, EncoderSweep.REPEATS, 1, seed);
    return Optional.of(UtteranceSearch.best(sweep));
  }

  /** The router of a setting on the test queries of a run. */
  Evaluation on(FinishedRun run, UtteranceSetting setting) {
    int[] test = rows(run.workload().select(run.workload().split().test()));
    byte[] chosen = UtteranceSweep.routeByFirst(cosines.select(test), setting).chosen()[0];
    List<String> pool = run.test().pool().names();
    int[] models = new int[chosen.length];
    Arrays.setAll(models, i -> pool.indexOf(UtteranceLists.ROUTES.get(chosen[i])));
    return Evaluation.of(NAME, run.test(), Decisions.of(models));
  }

  /** The setting in words, route by route. */
  static String words(UtteranceSetting setting) {
    StringBuilder text = new StringBuilder();
    for (int route = 0; route < UtteranceSweep.ROUTES; route++) {
      UtteranceSetting.OfRoute own = setting.ofRoutes().get(route);
      text.append(route == 0 ? "" : ", ").append(UtteranceLists.ROUTES.get(route));
      text.append(' ').append(own.utterances()).append(' ').append(own.variant());
    }
    return text.toString();
  }

  private int[] rows(List<Query> queries) {
    return queries.stream().mapToInt(query -> rows.get(query.id())).toArray();
  }
}
