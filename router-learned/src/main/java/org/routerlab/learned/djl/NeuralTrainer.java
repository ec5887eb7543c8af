package org.routerlab.learned.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Objects;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.engine.OutcomeMeans;
import org.routerlab.learned.engine.PoolOrder;
import org.routerlab.learned.engine.Standardiser;
import org.routerlab.learned.engine.Training;

/**
 * Trains a network by mini-batches and stops early, judged on the validation queries.
 *
 * <p>The result depends on the data, the settings and the seed only: not on the order of the pool's
 * columns, on other trainings before or beside it, or on the number of cores. Safe to use from
 * several threads.
 *
 * @param settings how to train
 * @param network what to train
 * @param loss what to minimise
 * @param output what the network's output means
 */
public record NeuralTrainer(Training settings, Network network, RoutingLoss loss, Output output) {

  /** Rejects nulls. */
  public NeuralTrainer {
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(loss, "loss");
    Objects.requireNonNull(output, "output");
  }

  /** Trains a network whose outputs are logits of a correct answer. */
  public NeuralTrainer(Training settings, Network network, RoutingLoss loss) {
    this(settings, network, loss, Output.PROBABILITY);
  }

  /**
   * Trains a router that predicts what the network's output means.
   *
   * <p>The untrained network is validated too, then the network {@link
   * Training#validationsPerEpoch} times an epoch. Without any validation score the training runs
   * through all epochs and keeps the last state.
   *
   * @param train at least one query; unobserved scores are left out
   * @param validation of the same pool; may be empty
   * @throws IllegalStateException where the training diverges
   */
  public ScoringRouter fit(RoutingData train, RoutingData validation, Seed seed) {
    if (!validation.pool().equals(train.pool())) {
      throw new IllegalArgumentException(
          "validation must have the pool of the training queries, "
              + train.pool().names()
              + ", but has "
              + validation.pool().names());
    }
    PoolOrder columns = PoolOrder.of(train.pool());
    OutcomeTable outcomes = columns.sort(train.outcomes());
    Standardiser standardiser = standardiser(train.queries().embeddings());
    Validator validator =
        new Validator(
            standardiser.apply(validation.queries().embeddings()),
            columns.sort(validation.outcomes()),
            ModelRanking.of(outcomes),
            output);
    TrainingBatches batches =
        new TrainingBatches(
            train.queries().embeddings(), standardiser, outcomes, settings.batchSize(), seed);
    List<FloatMatrix> weights =
        run(batches, validator, initial(train.queries().dimension(), outcomes, seed), seed);
    return new FrozenRouter(standardiser, network.freeze(weights), columns, output);
  }

  private Standardiser standardiser(FloatMatrix train) {
    return settings.standardise() ? Standardiser.of(train) : Standardiser.identity(train.columns());
  }

  private List<Parameter> initial(int inputs, OutcomeTable outcomes, Seed seed) {
    return network.initialise(inputs, Logistic.logits(OutcomeMeans.overall(outcomes)), seed);
  }

  private List<FloatMatrix> run(
      TrainingBatches batches, Validator validator, List<Parameter> initial, Seed seed) {
    Descent weights = Descent.of(settings, initial);
    Checkpoints checkpoints = new Checkpoints();
    Noise noise = Noise.of(seed);
    boolean validates = validator.canValidate();
    offer(checkpoints, validator, weights, validates);
    try (NDManager manager = Torch.manager()) {
      for (int epoch = 0; epoch < settings.epochs(); epoch++) {
        batches.shuffle();
        for (int batch = 0; batch < batches.count(); batch++) {
          weights.step(
              gradients(manager, batches, batch, weights, noise), share(epoch, batch, batches));
          if (isDue(batch, batches.count())) {
            offer(checkpoints, validator, weights, validates);
          }
          if (checkpoints.validationsWithoutGain() >= settings.patience()) {
            return checkpoints.best(settings.checkpoint()).orElseThrow();
          }
        }
      }
    }
    return checkpoints.best(settings.checkpoint()).orElseGet(weights::snapshot);
  }

  private double share(long epoch, int batch, TrainingBatches batches) {
    long steps = (long) settings.epochs() * batches.count();
    return settings.schedule().share(epoch * batches.count() + batch, steps);
  }

  /**
   * Whether a validation follows the batch: they are spread evenly over an epoch, one at its end.
   */
  private boolean isDue(int batch, int batches) {
    long times = settings.validationsPerEpoch();
    return (batch + 1) * times / batches > batch * times / batches;
  }

  private void offer(
      Checkpoints checkpoints, Validator validator, Descent weights, boolean validates) {
    if (validates) {
      List<FloatMatrix> now = weights.snapshot();
      checkpoints.offer(validator.validate(network.freeze(now)), now);
    }
  }

  private List<float[]> gradients(
      NDManager parent, TrainingBatches batches, int number, Descent weights, Noise noise) {
    try (NDManager manager = parent.newSubManager()) {
      int[] rows = batches.rows(number);
      NDArray inputs = batches.inputs(manager, rows);
      Batch batch = batches.batch(manager, rows);
      List<NDArray> leaves = weights.upload(manager);
      return Torch.gradients(
          leaves, () -> loss.loss(network.forward(inputs, batch, leaves, noise), batch));
    }
  }
}
