package org.routerlab.core;

import java.util.BitSet;
import java.util.Objects;

/** Which queries of a benchmark are for training, for validation and for test: disjoint rows. */
public final class Split {

  private final String name;
  private final int[] train;
  private final int[] validation;
  private final int[] test;

  /**
   * A split of the given rows, copied.
   *
   * @param name how it was made, such as {@code random-0.7/0.1/0.2-seed42}
   * @throws IllegalArgumentException where a row is in two parts, or twice in one
   */
  public Split(String name, int[] train, int[] validation, int[] test) {
    this.name = Objects.requireNonNull(name, "name");
    this.train = train.clone();
    this.validation = validation.clone();
    this.test = test.clone();
    BitSet seen = new BitSet();
    for (int[] part : new int[][] {train, validation, test}) {
      for (int row : part) {
        if (seen.get(row)) {
          throw new IllegalArgumentException(
              "the parts of a split must be disjoint but row " + row + " occurs twice in " + name);
        }
        seen.set(row);
      }
    }
  }

  /** How it was made. */
  public String name() {
    return name;
  }

  /** The rows to train on. */
  public int[] train() {
    return train.clone();
  }

  /** The rows for early stopping, thresholds and the choice of a configuration. */
  public int[] validation() {
    return validation.clone();
  }

  /** The rows to measure on; nothing is ever chosen on them. */
  public int[] test() {
    return test.clone();
  }

  @Override
  public String toString() {
    return name
        + " (train "
        + train.length
        + ", validation "
        + validation.length
        + ", test "
        + test.length
        + ")";
  }
}
