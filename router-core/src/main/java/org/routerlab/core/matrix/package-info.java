/**
 * One float32 matrix type, and the few kernels that all routers share.
 *
 * <p>Entry types: {@link org.routerlab.core.matrix.FloatMatrix} and {@link
 * org.routerlab.core.matrix.Kernels}. Every dot product is the same chain of fused
 * multiply-additions in index order, whatever the block size, vector width or number of threads, so
 * that results are equal to the last bit on every machine.
 */
package org.routerlab.core.matrix;
