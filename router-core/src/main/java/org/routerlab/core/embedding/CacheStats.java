package org.routerlab.core.embedding;

/**
 * What a cached encoder was asked for so far; equal texts within a call count once.
 *
 * @param hits texts found in the cache
 * @param misses texts embedded by the delegate
 */
public record CacheStats(long hits, long misses) {}
