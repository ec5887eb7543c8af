/**
 * Benchmarks: their loaders, splits, audits and generators.
 *
 * <p>Entry type: {@link org.routerlab.datasets.Benchmark}.
 */
package org.routerlab.datasets;
