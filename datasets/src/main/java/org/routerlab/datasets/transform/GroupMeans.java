package org.routerlab.datasets.transform;

import java.util.List;
import org.routerlab.core.matrix.FloatMatrix;

/** Merges the rows of near-duplicates. */
final class GroupMeans {

  private GroupMeans() {}

  /** The same matrix with, in the first row of each group, the mean of its known values. */
  static FloatMatrix inFirstRows(FloatMatrix matrix, List<DuplicateGroup> groups) {
    int columns = matrix.columns();
    float[] values = matrix.toArray();
    for (DuplicateGroup group : groups) {
      for (int column = 0; column < columns; column++) {
        double sum = 0;
        int known = 0;
        for (int row : group.rows()) {
          float value = matrix.get(row, column);
          sum += Float.isNaN(value) ? 0 : value;
          known += Float.isNaN(value) ? 0 : 1;
        }
        values[group.rows().get(0) * columns + column] = (float) (sum / known);
      }
    }
    return FloatMatrix.wrap(matrix.rows(), columns, values);
  }
}
