package org.routerlab.learned.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * Chooses the first candidate whose score reaches a threshold, else a last resort.
 *
 * @param threshold positive infinity to choose the last resort always
 */
public record FirstAbove(float threshold) {

  private record Cell(int row, int candidate, float score) {}

  /** The place of the chosen candidate; the number of candidates for the last resort. */
  public int choose(FloatMatrix scores, int row) {
    int candidate = 0;
    while (candidate < scores.columns() && !(scores.get(row, candidate) >= threshold)) {
      candidate++;
    }
    return candidate;
  }

  /**
   * The threshold with the highest mean outcome of the chosen, over the queries on which the chosen
   * was observed; found exactly, among the scores and infinity. Equal ones go to the lower, which
   * chooses earlier candidates.
   *
   * @param scores queries × candidates
   * @param outcomes queries × candidates and a last column for the last resort; NaN where not
   *     observed
   */
  public static FirstAbove tuned(FloatMatrix scores, FloatMatrix outcomes) {
    Require.equal("outcome columns", outcomes.columns(), "candidates + 1", scores.columns() + 1);
    Require.equal("outcome rows", outcomes.rows(), "rows", scores.rows());
    Chosen chosen = new Chosen(outcomes);
    float best = Float.POSITIVE_INFINITY;
    double highest = chosen.mean();
    List<Cell> cells = descending(scores);
    for (int i = 0; i < cells.size(); i++) {
      float score = cells.get(i).score();
      chosen.offer(cells.get(i));
      boolean isLast = i + 1 == cells.size() || cells.get(i + 1).score() != score;
      double mean = chosen.mean();
      if (isLast && (mean >= highest || (Double.isNaN(highest) && !Double.isNaN(mean)))) {
        highest = mean;
        best = score;
      }
    }
    return new FirstAbove(best);
  }

  private static List<Cell> descending(FloatMatrix scores) {
    List<Cell> cells = new ArrayList<>();
    for (int row = 0; row < scores.rows(); row++) {
      for (int candidate = 0; candidate < scores.columns(); candidate++) {
        cells.add(new Cell(row, candidate, scores.get(row, candidate)));
      }
    }
    cells.sort(Comparator.comparingDouble(cell -> -cell.score()));
    return cells;
  }

  /** The choices of a threshold on its way down. */
  private static final class Chosen {
    private final FloatMatrix outcomes;
    private final int[] candidates;
    private double sum;
    private int observed;

    Chosen(FloatMatrix outcomes) {
      this.outcomes = outcomes;
      this.candidates = new int[outcomes.rows()];
      Arrays.fill(candidates, outcomes.columns() - 1);
      for (int row = 0; row < candidates.length; row++) {
        count(row, 1);
      }
    }

    void offer(Cell cell) {
      if (cell.candidate() < candidates[cell.row()]) {
        count(cell.row(), -1);
        candidates[cell.row()] = cell.candidate();
        count(cell.row(), 1);
      }
    }

    private void count(int row, int times) {
      float outcome = outcomes.get(row, candidates[row]);
      if (!Float.isNaN(outcome)) {
        sum += times * (double) outcome;
        observed += times;
      }
    }

    double mean() {
      return sum / observed;
    }
  }
}
