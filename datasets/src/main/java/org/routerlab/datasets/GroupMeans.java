package org.routerlab.datasets;

import org.routerlab.core.matrix.FloatMatrix;

/** The means of every column over the rows of each group, to be taken off its values. */
final class GroupMeans implements Correlations.RowChange {

  /** The mean of fewer values than this has too much of each of them in it. */
  private static final int FEW_VALUES = 10;

  private final int[] groupOfRow;
  private final double[][] means;

  /**
   * Reads the means.
   *
   * @param groupOfRow from 0 on, without gaps
   */
  GroupMeans(FloatMatrix matrix, int[] groupOfRow) {
    this.groupOfRow = groupOfRow;
    int groups = 0;
    for (int group : groupOfRow) {
      groups = Math.max(groups, group + 1);
    }
    int[] sizes = new int[groups];
    for (int group : groupOfRow) {
      sizes[group]++;
    }
    int columns = matrix.columns();
    means = new double[groups][];
    int[][] counts = new int[groups][];
    for (int row = 0; row < groupOfRow.length; row++) {
      int group = groupOfRow[row];
      if (sizes[group] >= FEW_VALUES) {
        if (means[group] == null) {
          means[group] = new double[columns];
          counts[group] = new int[columns];
        }
        for (int column = 0; column < columns; column++) {
          float value = matrix.get(row, column);
          means[group][column] += Float.isNaN(value) ? 0 : value;
          counts[group][column] += Float.isNaN(value) ? 0 : 1;
        }
      }
    }
    for (int group = 0; group < groups; group++) {
      for (int column = 0; means[group] != null && column < columns; column++) {
        int count = counts[group][column];
        means[group][column] = count < FEW_VALUES ? Double.NaN : means[group][column] / count;
      }
    }
  }

  /** Takes the means of the row's group off; NaN where the group has too few values. */
  @Override
  public void apply(int number, float[] row) {
    double[] ofGroup = means[groupOfRow[number]];
    for (int column = 0; column < row.length; column++) {
      row[column] = ofGroup == null ? Float.NaN : (float) (row[column] - ofGroup[column]);
    }
  }
}
