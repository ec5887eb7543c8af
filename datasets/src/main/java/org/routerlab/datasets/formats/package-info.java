/**
 * The layouts in which routing benchmarks are published: a file each, named after its benchmark.
 *
 * <p>{@link org.routerlab.datasets.formats.Formats} lists them.
 */
package org.routerlab.datasets.formats;
