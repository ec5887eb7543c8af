/**
 * Routers that learn from recorded outcomes, one published method a file.
 *
 * <p>Each method is a record of hyper-parameters that composes what it needs from {@link
 * org.routerlab.learned.engine} and {@link org.routerlab.learned.djl}; no method extends another.
 */
package org.routerlab.learned;
