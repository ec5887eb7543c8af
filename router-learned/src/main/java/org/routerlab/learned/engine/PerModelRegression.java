package org.routerlab.learned.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * Fits a regression to each column of a matrix on the rows where it is known.
 *
 * <p>Columns known on the same rows are fitted together. A column that is constant, or known on
 * fewer than two rows, is predicted as a constant.
 */
public final class PerModelRegression {

  private PerModelRegression() {}

  /**
   * Fits the columns.
   *
   * @param inputs rows × features
   * @param targets rows × columns; NaN where not known
   * @param unknown what to predict for a column without any known value
   * @return vectors to columns; thread-safe; each row of its result depends on that row alone
   */
  public static UnaryOperator<FloatMatrix> fit(
      Regression regression, FloatMatrix inputs, FloatMatrix targets, float unknown) {
    Require.equal("target rows", targets.rows(), "input rows", inputs.rows());
    float[] constants = new float[targets.columns()];
    Map<BitSet, List<Integer>> groups = new LinkedHashMap<>();
    for (int column = 0; column < targets.columns(); column++) {
      BitSet known = known(targets, column);
      constants[column] = known.isEmpty() ? unknown : targets.get(known.nextSetBit(0), column);
      if (varies(targets, column, known)) {
        groups.computeIfAbsent(known, rows -> new ArrayList<>()).add(column);
      }
    }
    List<Part> parts = new ArrayList<>();
    groups.forEach(
        (known, columns) -> parts.add(part(regression, inputs, targets, known, columns)));
    return rows -> merge(constants, parts, rows);
  }

  /** Some columns and the function that was fitted to them. */
  private record Part(List<Integer> columns, UnaryOperator<FloatMatrix> function) {}

  private static BitSet known(FloatMatrix targets, int column) {
    BitSet known = new BitSet(targets.rows());
    for (int row = 0; row < targets.rows(); row++) {
      known.set(row, !Float.isNaN(targets.get(row, column)));
    }
    return known;
  }

  private static boolean varies(FloatMatrix targets, int column, BitSet known) {
    int first = known.nextSetBit(0);
    return known.stream().anyMatch(row -> targets.get(row, column) != targets.get(first, column));
  }

  private static Part part(
      Regression regression,
      FloatMatrix inputs,
      FloatMatrix targets,
      BitSet known,
      List<Integer> columns) {
    int[] rows = known.stream().toArray();
    // The very matrix where all rows are known: what was computed for it is shared by identity.
    FloatMatrix there = rows.length == inputs.rows() ? inputs : inputs.selectRows(rows);
    float[] values = new float[rows.length * columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = targets.get(rows[i / columns.size()], columns.get(i % columns.size()));
    }
    return new Part(
        columns, regression.fit(there, FloatMatrix.wrap(rows.length, columns.size(), values)));
  }

  private static FloatMatrix merge(float[] constants, List<Part> parts, FloatMatrix rows) {
    float[] all = new float[Math.multiplyExact(rows.rows(), constants.length)];
    for (int row = 0; row < rows.rows(); row++) {
      System.arraycopy(constants, 0, all, row * constants.length, constants.length);
    }
    for (Part part : parts) {
      FloatMatrix found = part.function().apply(rows);
      for (int i = 0; i < part.columns().size(); i++) {
        for (int row = 0; row < rows.rows(); row++) {
          all[row * constants.length + part.columns().get(i)] = found.get(row, i);
        }
      }
    }
    return FloatMatrix.wrap(rows.rows(), constants.length, all);
  }
}
