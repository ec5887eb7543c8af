package org.routerlab.learned.engine;

/** How a training moves the weights against the gradient. */
public enum Optimizer {
  /** Adam with decoupled weight decay: weights decay by themselves, whatever the gradient. */
  ADAMW,
  /**
   * Stochastic gradient descent with momentum 0.9. Weight decay is added to the gradient, so that
   * momentum gathers it too: in the long run a weight loses ten times its share.
   */
  SGD
}
