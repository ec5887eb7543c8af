package org.routerlab.datasets;

import java.util.SplittableRandom;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

/** Draws outcomes and costs of a synthetic benchmark, a query at a time. */
final class SyntheticOutcomes {

  private static final double CHARACTERS_PER_TOKEN = 4;
  private static final double MEAN_ANSWER_TOKENS = 200;

  private final SyntheticBenchmark config;
  private final SyntheticModels models;
  private final int columns;
  private final float[] probabilities;
  private final float[] scores;
  private final float[] costs;
  private final SplittableRandom answers;
  private final SplittableRandom lengths;
  private final SplittableRandom observations;

  SyntheticOutcomes(SyntheticBenchmark config, SyntheticModels models, Seed seed) {
    this.config = config;
    this.models = models;
    this.columns = models.pool().size();
    int cells = Math.multiplyExact(config.queries(), columns);
    this.probabilities = new float[cells];
    this.scores = new float[cells];
    this.costs = new float[cells];
    this.answers = seed.stream("synthetic answers");
    this.lengths = seed.stream("synthetic answer lengths");
    this.observations = seed.stream("synthetic observations");
  }

  void add(int row, int cluster, double difficulty, int characters) {
    int kept = observations.nextInt(columns);
    for (int model = 0; model < columns; model++) {
      int cell = row * columns + model;
      double logit = models.abilities()[model][cluster] - difficulty;
      probabilities[cell] = (float) (1 / (1 + StrictMath.exp(-logit)));
      boolean correct = answers.nextDouble() < probabilities[cell];
      double tokens =
          characters / CHARACTERS_PER_TOKEN
              + MEAN_ANSWER_TOKENS * StrictMath.exp(0.5 * lengths.nextGaussian());
      boolean observed = observations.nextDouble() < config.observedShare() || model == kept;
      scores[cell] = !observed ? Float.NaN : correct ? 1 : 0;
      costs[cell] = !observed ? Float.NaN : (float) (models.prices()[model] * tokens);
    }
  }

  FloatMatrix probabilities() {
    return FloatMatrix.wrap(config.queries(), columns, probabilities);
  }

  FloatMatrix scores() {
    return FloatMatrix.wrap(config.queries(), columns, scores);
  }

  FloatMatrix costs() {
    return FloatMatrix.wrap(config.queries(), columns, costs);
  }
}
