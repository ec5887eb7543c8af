package org.routerlab.semantic;

/**
 * An utterance near a query.
 *
 * @param route whose utterance it is
 * @param utterance its text
 * @param similarity the cosine with the query, in [-1, 1], or its mixture with common words
 * @param sparse how much of it is due to common words; 0 where only embeddings count
 */
public record SimilarUtterance(String route, String utterance, double similarity, double sparse) {}
