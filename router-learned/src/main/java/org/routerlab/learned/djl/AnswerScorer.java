package org.routerlab.learned.djl;

import java.util.List;
import org.routerlab.core.Require;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.Seed;
import org.routerlab.learned.engine.Checkpoint;
import org.routerlab.learned.engine.Training;

/**
 * The settings of what predicts, before any call, how likely each model's answer is right: a
 * logistic output a model on the embedding, with hidden layers or without.
 *
 * @param hidden the widths of the hidden layers, each at least 1; none for a linear scorer
 * @param dropout the share of each hidden layer that is left out at random in training, in [0, 0.9]
 * @param training how to train
 */
public record AnswerScorer(List<Integer> hidden, double dropout, Training training) {

  /** Rejects empty layers and a dropout outside [0, 0.9]. */
  public AnswerScorer {
    hidden = List.copyOf(hidden);
    hidden.forEach(width -> Require.positive("hidden", width));
    Require.between("dropout", dropout, 0, 0.9);
  }

  /** Linear, with 60 epochs of batches of 64, the state of the lowest validation loss. */
  public AnswerScorer() {
    this(List.of(), 0, new Training(60, 64, 1e-3, 1e-4, 8, 2, 1.0, true, Checkpoint.BEST_BCE));
  }

  /** A scorer whose predictions are probabilities. */
  public ScoringRouter fit(RoutingData train, RoutingData validation, Seed seed) {
    return new NeuralTrainer(
            training, Network.dense(hidden, dropout), RoutingLoss.binaryCrossEntropy())
        .fit(train, validation, seed);
  }
}
