package org.routerlab.datasets.transform;

import java.util.List;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.datasets.TextGroup;

/**
 * Groups of queries that mean the same: the connected components of the graph that joins two
 * queries whose embeddings have a cosine of at least a threshold.
 *
 * <p>Source: Who Routes the Router, § 4.2, which does not say how pairs become groups; components
 * are this project's reading. Two members of a group may be less similar than the threshold. Texts
 * that differ only beyond the length an encoder reads have one embedding and are duplicates here.
 *
 * @param threshold the least cosine of a pair
 * @param queries how many queries were compared
 * @param pairs how many pairs reach the threshold
 * @param groups those of at least two queries, in the order of their first rows
 */
public record NearDuplicates(
    double threshold, int queries, long pairs, List<DuplicateGroup> groups) {

  /** The threshold of the source. */
  public static final double THRESHOLD = 0.999;

  /** Copies the groups. */
  public NearDuplicates {
    groups = List.copyOf(groups);
  }

  /**
   * Compares every query with every other.
   *
   * <p>Rows are scaled to length 1 first; a row of zeros resembles nothing. Pairs near the
   * threshold are decided in 64 bits, so that 1 finds equal texts.
   *
   * @param embeddings one row a query, of any length
   * @param threshold in (0, 1]
   * @throws IllegalArgumentException where an embedding is not finite
   */
  public static NearDuplicates of(FloatMatrix embeddings, double threshold) {
    SimilarPairs pairs = SimilarPairs.of(embeddings, threshold);
    return new NearDuplicates(threshold, embeddings.rows(), pairs.count(), pairs.groups());
  }

  /** As {@link #of(FloatMatrix, double)} with {@link #THRESHOLD}. */
  public static NearDuplicates of(FloatMatrix embeddings) {
    return of(embeddings, THRESHOLD);
  }

  /** As {@link #of(FloatMatrix, double)} among some rows; groups name rows of all embeddings. */
  public static NearDuplicates among(int[] rows, FloatMatrix embeddings, double threshold) {
    NearDuplicates found = of(embeddings.selectRows(rows), threshold);
    List<DuplicateGroup> groups =
        found.groups.stream()
            .map(group -> new DuplicateGroup(group.rows().stream().map(i -> rows[i]).toList()))
            .toList();
    return new NearDuplicates(threshold, rows.length, found.pairs, groups);
  }

  /** The number of queries in groups. */
  public int covered() {
    return groups.stream().mapToInt(DuplicateGroup::size).sum();
  }

  /** The share of queries in groups; NaN without queries. */
  public double coveredShare() {
    return covered() / (double) queries;
  }

  /** The mean size of a group; NaN without groups. */
  public double meanSize() {
    return covered() / (double) groups.size();
  }

  /** The size of the largest group; 0 without groups. */
  public int maxSize() {
    return groups.stream().mapToInt(DuplicateGroup::size).max().orElse(0);
  }

  /**
   * The number of groups whose texts are all equal, white space aside; the others differ in words,
   * or beyond what the encoder read.
   *
   * @param texts one a query
   */
  public int ofEqualTexts(List<String> texts) {
    return (int)
        groups.stream()
            .filter(
                group ->
                    group.rows().stream()
                            .map(row -> TextGroup.normalize(texts.get(row)))
                            .distinct()
                            .count()
                        == 1)
            .count();
  }

  /** How often outcomes contradict one another within groups. */
  public LabelDisagreement disagreement(OutcomeTable outcomes) {
    return LabelDisagreement.of(groups, outcomes);
  }

  /** The groups that reach from train into test. */
  public CrossSplitDuplicates across(int[] train, int[] test) {
    return CrossSplitDuplicates.of(groups, train, test);
  }
}
