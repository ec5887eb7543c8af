/**
 * Ways to make a benchmark harder to do well on without routing: its near-duplicates removed, its
 * pool thinned or given specialists, its tasks sampled.
 *
 * <p>A {@link org.routerlab.datasets.transform.Transform} is one named step; a {@link
 * org.routerlab.datasets.transform.Remaster} is a list of them that a benchmark remembers. The
 * analyses behind the steps stand alone: {@link org.routerlab.datasets.transform.NearDuplicates},
 * {@link org.routerlab.datasets.transform.JaccardSimilarity}, {@link
 * org.routerlab.datasets.transform.GreedyPruning}. Source: Who Routes the Router.
 */
package org.routerlab.datasets.transform;
