/**
 * Benchmarks from where their authors put them: resumed, checked, and installed whole or not at
 * all.
 *
 * <p>Start at {@link org.routerlab.datasets.fetch.Fetcher}; what can be fetched is a {@link
 * org.routerlab.datasets.fetch.Source}.
 */
package org.routerlab.datasets.fetch;
