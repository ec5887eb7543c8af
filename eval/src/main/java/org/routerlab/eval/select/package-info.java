/**
 * Chooses models from scores that were predicted once: rules that look at one query, a rule that
 * watches a service level, and the allocation of a whole batch.
 *
 * <p>Start at {@link org.routerlab.eval.select.Selector} and {@link
 * org.routerlab.eval.select.Rules}. Needs nothing but the core.
 */
package org.routerlab.eval.select;
