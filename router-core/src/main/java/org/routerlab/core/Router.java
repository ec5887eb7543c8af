package org.routerlab.core;

/**
 * A trained router: immutable, and safe to use from several threads at once.
 *
 * <p>A {@link ScoringRouter} predicts a score for every model and leaves the choice to a selector;
 * a {@link DecisionRouter} chooses by itself; neither ever sees outcomes of the queries it routes.
 * A {@link CascadeRouter} calls models one after another and is told of an answer only what its
 * judge says of it.
 */
public sealed interface Router permits ScoringRouter, DecisionRouter, CascadeRouter {}
