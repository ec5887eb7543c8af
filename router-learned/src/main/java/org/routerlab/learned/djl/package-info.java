/**
 * The training of neural routers on DJL's PyTorch engine; the only package of this module whose
 * signatures show DJL's types.
 *
 * <p>{@link org.routerlab.learned.djl.NeuralTrainer} takes a {@link
 * org.routerlab.learned.djl.Network} and a {@link org.routerlab.learned.djl.RoutingLoss}. The
 * engine computes losses and gradients only. Initial weights, the order of the queries, dropout and
 * noise are drawn from seeds in Java, the weights are updated in Java, and a trained router
 * predicts in plain Java: so a router holds no native memory, and a training does not depend on
 * what else the process does.
 */
package org.routerlab.learned.djl;
