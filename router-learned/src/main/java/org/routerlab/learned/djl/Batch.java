package org.routerlab.learned.djl;

import ai.djl.ndarray.NDArray;

/**
 * The outcomes a loss compares logits with; both are queries of the batch × models.
 *
 * @param targets scores in [0, 1]; 0 where not observed
 * @param mask 1 where a score was observed, else 0
 */
public record Batch(NDArray targets, NDArray mask) {}
