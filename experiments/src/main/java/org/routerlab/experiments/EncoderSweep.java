package org.routerlab.experiments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.routerlab.core.Query;
import org.routerlab.core.Seed;
import org.routerlab.core.embedding.Encoder;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.experiments.UtteranceSetting.OfRoute;

/**
 * All settings with one encoder, and the one recommended.
 *
 * @param all over all queries
 * @param validation over the queries to choose on
 * @param heldOut over the queries to confirm on
 * @param accuracies over all queries, of every variant and number of utterances, all routes alike
 * @param recommended chosen on the validation queries
 */
record EncoderSweep(
    String encoder,
    UtteranceSweep all,
    UtteranceSweep validation,
    UtteranceSweep heldOut,
    Map<UtteranceSetting, UtteranceAccuracy> accuracies,
    UtteranceSetting recommended) {

  /** Draws of every setting. */
  static final int REPEATS = 20;

  private static final int RESAMPLES = 2_000;
  private static final String CODE_LIKE = "code-like";
  private static final int DEEP_ENGINEERING = 1;

  /** Embeds, sweeps and searches. */
  static EncoderSweep of(
      Encoder encoder, List<Query> queries, int[] gold, SourceSplit sources, Seed seed) {
    FloatMatrix embeddings = encoder.embed(queries.stream().map(Query::text).toList());
    List<String> variants = new ArrayList<>(UtteranceSearch.VARIANTS);
    variants.add(CODE_LIKE);
    UtteranceCosines cosines = UtteranceCosines.of(embeddings, encoder, variants);
    UtteranceSweep all = new UtteranceSweep(cosines, gold, REPEATS, RESAMPLES, seed);
    UtteranceSweep validation = on(cosines, gold, sources.validationRows(queries, gold), seed);
    UtteranceSweep heldOut = on(cosines, gold, sources.heldOutRows(queries, gold), seed);
    List<UtteranceSetting> settings = new ArrayList<>();
    for (OfRoute each : UtteranceSearch.candidates()) {
      settings.add(UtteranceSetting.all(each.variant(), each.utterances()));
    }
    settings.add(codeLike());
    return new EncoderSweep(
        encoder.identity().name(),
        all,
        validation,
        heldOut,
        all.accuracies(settings),
        UtteranceSearch.best(validation));
  }

  /** The usual setting with code-like utterances of deep-engineering. */
  static UtteranceSetting codeLike() {
    OfRoute usual = UtteranceSearch.START.ofRoutes().get(DEEP_ENGINEERING);
    return UtteranceSearch.START.with(DEEP_ENGINEERING, new OfRoute(CODE_LIKE, usual.utterances()));
  }

  /** The accuracy over all queries where all routes are alike. */
  UtteranceAccuracy accuracy(String variant, int utterances) {
    return accuracies.get(UtteranceSetting.all(variant, utterances));
  }

  private static UtteranceSweep on(UtteranceCosines cosines, int[] gold, int[] rows, Seed seed) {
    int[] some = Arrays.stream(rows).map(row -> gold[row]).toArray();
    return new UtteranceSweep(cosines.select(rows), some, REPEATS, RESAMPLES, seed);
  }
}
