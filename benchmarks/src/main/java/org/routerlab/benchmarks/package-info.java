/**
 * JMH benchmarks; they run only when asked for.
 *
 * <p>Entry type: {@link org.routerlab.benchmarks.Main}.
 */
package org.routerlab.benchmarks;
