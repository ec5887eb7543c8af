package org.routerlab.datasets.transform;

import java.util.BitSet;
import java.util.List;

/**
 * Near-duplicates with one foot in train and the other in test: what a router can know by heart.
 *
 * @param groups the groups with a training and a test query
 * @param trainQueries the training queries in these groups
 * @param testQueries the test queries in these groups
 * @param testShare {@code testQueries} of all test queries; NaN without any
 * @param pairs the pairs of a training and a test query of one group
 */
public record CrossSplitDuplicates(
    int groups, int trainQueries, int testQueries, double testShare, long pairs) {

  /** Counts the groups between the rows of train and those of test. */
  static CrossSplitDuplicates of(List<DuplicateGroup> groups, int[] train, int[] test) {
    BitSet inTrain = bits(train);
    BitSet inTest = bits(test);
    int spanning = 0;
    int trainQueries = 0;
    int testQueries = 0;
    long pairs = 0;
    for (DuplicateGroup group : groups) {
      int ofTrain = (int) group.rows().stream().filter(inTrain::get).count();
      int ofTest = (int) group.rows().stream().filter(inTest::get).count();
      if (ofTrain > 0 && ofTest > 0) {
        spanning++;
        trainQueries += ofTrain;
        testQueries += ofTest;
        pairs += (long) ofTrain * ofTest;
      }
    }
    return new CrossSplitDuplicates(
        spanning, trainQueries, testQueries, testQueries / (double) test.length, pairs);
  }

  private static BitSet bits(int[] rows) {
    BitSet bits = new BitSet();
    for (int row : rows) {
      bits.set(row);
    }
    return bits;
  }
}
