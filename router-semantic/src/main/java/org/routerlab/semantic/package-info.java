/**
 * Routers that compare a query with example utterances of each route.
 *
 * <p>Entry types: {@link org.routerlab.semantic.UtteranceMatching}, which is a routing method, and
 * below it {@link org.routerlab.semantic.RouteSet} and {@link
 * org.routerlab.semantic.UtteranceIndex}, which route a single text and explain the decision.
 * {@link org.routerlab.semantic.ThresholdFit} fits thresholds on labelled queries. Cosines are
 * computed here even where an encoder promises vectors of length 1.
 */
package org.routerlab.semantic;
