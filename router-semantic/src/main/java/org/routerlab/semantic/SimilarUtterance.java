package org.routerlab.semantic;

/**
 * An utterance near a query.
 *
 * @param route whose utterance it is
 * @param utterance its text
 * @param similarity the cosine with the query, in [-1, 1]
 */
public record SimilarUtterance(String route, String utterance, double similarity) {}
