/**
 * Encoders with a model: ONNX files run in this process, and embedding endpoints over HTTP.
 *
 * <p>{@link org.routerlab.encoders.Encoders} makes one from a name or a configuration. None of them
 * keeps embeddings: wrap them in {@link org.routerlab.core.embedding.CachedEncoder}.
 */
package org.routerlab.encoders;
