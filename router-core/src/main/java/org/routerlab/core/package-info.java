/**
 * The nouns of routing: queries, a pool of models, recorded outcomes, routers and their decisions.
 *
 * <p>Start at {@link org.routerlab.core.Query}, {@link org.routerlab.core.ModelPool}, {@link
 * org.routerlab.core.OutcomeTable} and {@link org.routerlab.core.RoutingMethod}. Everything is
 * rows: a query is an ordinal, ids appear only where data enters and leaves. All types are
 * immutable and safe to share between threads.
 */
package org.routerlab.core;
