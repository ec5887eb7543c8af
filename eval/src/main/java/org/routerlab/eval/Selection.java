package org.routerlab.eval;

import org.routerlab.core.Decisions;

/**
 * What a router does with every query: one model each, or a draw among several with equal chances.
 *
 * <p>A draw is never carried out: its scores and costs are exact expectations.
 */
public final class Selection {

  private final int size;
  private final int[] chosen;
  private final int[] drawn;

  private Selection(int size, int[] chosen, int[] drawn) {
    this.size = size;
    this.chosen = chosen;
    this.drawn = drawn;
  }

  /** The given choices. */
  public static Selection of(Decisions decisions) {
    return new Selection(decisions.size(), decisions.toArray(), new int[0]);
  }

  /** For each of {@code size} queries, a draw among the same models; at least one. */
  public static Selection uniform(int size, int... models) {
    if (models.length == 0) {
      throw new IllegalArgumentException("a draw must be among at least one model but has none");
    }
    return new Selection(size, new int[0], models.clone());
  }

  /** A selection over an array that the caller gives up. */
  static Selection wrap(int[] chosen) {
    return new Selection(chosen.length, chosen, new int[0]);
  }

  /** The number of queries. */
  public int size() {
    return size;
  }

  /** Whether one model is chosen for each query, so that there is nothing to draw. */
  public boolean isDecided() {
    return drawn.length == 0;
  }

  /**
   * The choices.
   *
   * @throws IllegalStateException where models are drawn; ask {@link #isDecided()} first
   */
  public Decisions decisions() {
    if (!isDecided()) {
      throw new IllegalStateException(
          "this selection draws among " + drawn.length + " models and decides on none");
    }
    return Decisions.of(chosen);
  }

  /** The expectation of {@code value} on {@code row} under this selection. */
  public double expect(int row, CellValue value) {
    if (isDecided()) {
      return value.of(row, chosen[row]);
    }
    double sum = 0;
    for (int model : drawn) {
      sum += value.of(row, model);
    }
    return sum / drawn.length;
  }

  /** The chance that {@code model} is selected for {@code row}. */
  public double share(int row, int model) {
    return expect(row, (r, m) -> m == model ? 1 : 0);
  }

  /** The expectation of {@code value} on every row. */
  double[] expect(CellValue value) {
    double[] all = new double[size];
    for (int row = 0; row < size; row++) {
      all[row] = expect(row, value);
    }
    return all;
  }
}
