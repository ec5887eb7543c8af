package org.routerlab.core;

/**
 * A router that calls a model, has its answer judged, and then stops or calls another one; every
 * call is paid for.
 *
 * <p>What it does on a query depends on that query and its verdicts alone.
 */
public non-sealed interface CascadeRouter extends Router {

  /** Who judges the answers: part of the method, since it decides what may be known. */
  Judge judge();

  /**
   * Routes queries by calling models through {@code answers}.
   *
   * @return the model whose answer is given, one a query; it must have been called on that query
   */
  Decisions route(EmbeddedQueries queries, Answers answers);

  /** Calls models: one place to pay and to hear the verdict. */
  interface Answers {

    /**
     * Calls {@code model} on query {@code row} and has the answer judged. A second call of the same
     * model on the same query costs nothing and says the same.
     *
     * @param prediction what was predicted of the answer before the call; a judge that cannot look
     *     at answers returns it
     * @return how good the answer is believed to be; of a fair judge the chance that it is right
     */
    double call(int row, int model, double prediction);
  }
}
