/**
 * Brings predicted scores of any kind to the scale of accuracy, by what happened on validation
 * queries.
 *
 * <p>Start at {@link org.routerlab.eval.calibrate.Calibrator}. Needs nothing but the core.
 */
package org.routerlab.eval.calibrate;
