/**
 * Files of others: checked before anything believes them, then read a row at a time by DuckDB.
 *
 * <p>Start at {@link org.routerlab.datasets.files.SourceFile} and {@link
 * org.routerlab.datasets.files.Scan}.
 */
package org.routerlab.datasets.files;
