/**
 * Experiments: a configuration names data, encoders and routers; the runner trains, measures and
 * writes a results folder.
 *
 * <p>Entry types: {@link org.routerlab.experiments.ExperimentConfig} and {@link
 * org.routerlab.experiments.Runner}.
 */
package org.routerlab.experiments;
