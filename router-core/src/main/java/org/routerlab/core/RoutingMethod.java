package org.routerlab.core;

/**
 * A way of making a router, as published: implemented by a record whose components are its
 * hyper-parameters.
 *
 * <p>The no-argument constructor is the default configuration; the compact constructor validates.
 * The record carries {@link Paper}. Register it by one line in {@code
 * META-INF/services/org.routerlab.core.RoutingMethod}. A method holds no state: the same data and
 * the same seed give the same router, whatever was trained before.
 */
public interface RoutingMethod {

  /** The name used in configurations and tables: kebab-case, unique, such as {@code knn}. */
  String name();

  /**
   * Trains a router.
   *
   * @param train what to learn from; unobserved scores are NaN and must be skipped
   * @param validation for early stopping and thresholds; never for fitting parameters. May be
   *     empty.
   * @param context the seed, and the encoder that made the embeddings
   */
  Router train(RoutingData train, RoutingData validation, TrainingContext context);
}
