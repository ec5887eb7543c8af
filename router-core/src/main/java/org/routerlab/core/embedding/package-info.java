/**
 * Encoders, and the one embedding cache that every router, experiment and process shares.
 *
 * <p>Entry types: {@link org.routerlab.core.embedding.Encoder} and {@link
 * org.routerlab.core.embedding.CachedEncoder}.
 */
package org.routerlab.core.embedding;
