/**
 * Benchmarks: where they come from, how they are split, and what is wrong with them.
 *
 * <p>Entry types: {@link org.routerlab.datasets.catalogue.Benchmarks} opens one by name or path,
 * {@link org.routerlab.datasets.Splits} divides it, {@link org.routerlab.datasets.Audit} looks it
 * over.
 */
package org.routerlab.datasets;
