package org.routerlab.core;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The recorded answers of the models to some queries, as a judge sees them, with a record of what
 * was called.
 *
 * <p>The noise of a verdict depends on the seed, the text of the query and the name of the model:
 * not on the row, on other queries or on the order of the calls. Safe to use from several threads
 * where each works on rows of its own.
 */
public final class RecordedAnswers implements CascadeRouter.Answers {

  private final Judge judge;
  private final List<Query> queries;
  private final OutcomeTable outcomes;
  private final Seed seed;
  private final BitSet[] called;

  /**
   * Nothing called yet.
   *
   * @param queries one a row of the outcomes
   */
  public RecordedAnswers(Judge judge, List<Query> queries, OutcomeTable outcomes, Seed seed) {
    Require.equal("queries", queries.size(), "outcome rows", outcomes.size());
    this.judge = judge;
    this.queries = List.copyOf(queries);
    this.outcomes = outcomes;
    this.seed = seed.derive("judge");
    this.called = new BitSet[outcomes.size()];
    Arrays.setAll(called, row -> new BitSet(outcomes.pool().size()));
  }

  /**
   * {@inheritDoc}
   *
   * <p>An answer that was not recorded is judged by its prediction.
   */
  @Override
  public double call(int row, int model, double prediction) {
    called[row].set(model);
    double score = outcomes.score(row, model);
    if (Double.isNaN(score)) {
      return prediction;
    }
    return switch (judge.kind()) {
      case PREDICTION -> prediction;
      case NOISY_ORACLE -> random(row, model).nextDouble() < judge.noise() ? 1 - score : score;
      case GAUSSIAN -> score + judge.noise() * random(row, model).nextGaussian();
    };
  }

  private SplittableRandom random(int row, int model) {
    return seed.derive(queries.get(row).text()).stream(outcomes.pool().name(model));
  }

  /** The models called on query {@code row}, ascending. */
  public int[] called(int row) {
    return called[row].stream().toArray();
  }
}
