package org.routerlab.learned.djl;

import org.routerlab.core.matrix.FloatMatrix;

/**
 * A matrix that training fits.
 *
 * @param initial its values before training
 * @param decays whether weight decay applies; not for biases
 */
public record Parameter(FloatMatrix initial, boolean decays) {}
