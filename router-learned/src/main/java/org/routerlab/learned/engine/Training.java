package org.routerlab.learned.engine;

import java.util.Objects;
import org.routerlab.core.Require;

/**
 * The settings of a training by mini-batches.
 *
 * @param epochs how often each training query is seen, at most; at least 1
 * @param batchSize queries a step, at least 1; of a few hundred training queries take fewer than
 *     the default, as an epoch would be a single step
 * @param optimizer how a step is made of a gradient
 * @param learningRate above 0
 * @param weightDecay the share of a weight taken off at each step, times the learning rate; at
 *     least 0. Biases do not decay.
 * @param patience after how many validations without a better checkpoint of either kind to stop; at
 *     least 1
 * @param validationsPerEpoch how often an epoch is interrupted to validate, at least 1
 * @param gradientClip the Euclidean length to which longer gradients are cut, above 0
 * @param standardise whether every dimension of the embeddings is brought to mean 0 and deviation 1
 *     by the training queries
 * @param checkpoint which state becomes the router; without validation queries it is the last
 * @param schedule how the learning rate changes over all epochs
 */
public record Training(
    int epochs,
    int batchSize,
    Optimizer optimizer,
    double learningRate,
    double weightDecay,
    int patience,
    int validationsPerEpoch,
    double gradientClip,
    boolean standardise,
    Checkpoint checkpoint,
    Schedule schedule) {

  /** Rejects values out of range. */
  public Training {
    Require.positive("epochs", epochs);
    Require.positive("batchSize", batchSize);
    Objects.requireNonNull(optimizer, "optimizer");
    Require.positive("learningRate", learningRate);
    Require.between("weightDecay", weightDecay, 0, Double.MAX_VALUE);
    Require.positive("patience", patience);
    Require.positive("validationsPerEpoch", validationsPerEpoch);
    Require.positive("gradientClip", gradientClip);
    Objects.requireNonNull(checkpoint, "checkpoint");
    Objects.requireNonNull(schedule, "schedule");
  }

  /** A training with AdamW at a constant learning rate. */
  public Training(
      int epochs,
      int batchSize,
      double learningRate,
      double weightDecay,
      int patience,
      int validationsPerEpoch,
      double gradientClip,
      boolean standardise,
      Checkpoint checkpoint) {
    this(
        epochs,
        batchSize,
        Optimizer.ADAMW,
        learningRate,
        weightDecay,
        patience,
        validationsPerEpoch,
        gradientClip,
        standardise,
        checkpoint,
        Schedule.CONSTANT);
  }

  /** 30 epochs of batches of 512 with AdamW at 1e-3, validated each half epoch. */
  public Training() {
    this(30, 512, 1e-3, 1e-4, 8, 2, 1.0, true, Checkpoint.BEST_ROUTING);
  }

  /** These settings with another weight decay. */
  public Training withWeightDecay(double weightDecay) {
    return new Training(
        epochs,
        batchSize,
        optimizer,
        learningRate,
        weightDecay,
        patience,
        validationsPerEpoch,
        gradientClip,
        standardise,
        checkpoint,
        schedule);
  }

  /** These settings with another optimizer and its learning rate. */
  public Training withOptimizer(Optimizer optimizer, double learningRate) {
    return new Training(
        epochs,
        batchSize,
        optimizer,
        learningRate,
        weightDecay,
        patience,
        validationsPerEpoch,
        gradientClip,
        standardise,
        checkpoint,
        schedule);
  }

  /** These settings with another number of queries a step. */
  public Training withBatchSize(int batchSize) {
    return new Training(
        epochs,
        batchSize,
        optimizer,
        learningRate,
        weightDecay,
        patience,
        validationsPerEpoch,
        gradientClip,
        standardise,
        checkpoint,
        schedule);
  }

  /** These settings with another length to which gradients are cut. */
  public Training withGradientClip(double gradientClip) {
    return new Training(
        epochs,
        batchSize,
        optimizer,
        learningRate,
        weightDecay,
        patience,
        validationsPerEpoch,
        gradientClip,
        standardise,
        checkpoint,
        schedule);
  }

  /** These settings with another course of the learning rate. */
  public Training withSchedule(Schedule schedule) {
    return new Training(
        epochs,
        batchSize,
        optimizer,
        learningRate,
        weightDecay,
        patience,
        validationsPerEpoch,
        gradientClip,
        standardise,
        checkpoint,
        schedule);
  }

  /** These settings with the embeddings brought to a common scale, or left as they are. */
  public Training withStandardise(boolean standardise) {
    return new Training(
        epochs,
        batchSize,
        optimizer,
        learningRate,
        weightDecay,
        patience,
        validationsPerEpoch,
        gradientClip,
        standardise,
        checkpoint,
        schedule);
  }
}
