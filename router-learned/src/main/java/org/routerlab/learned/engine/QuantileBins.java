package org.routerlab.learned.engine;

import java.util.Arrays;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * Columns of numbers cut into a few bins of about equal numbers of rows, for trees that look for
 * the best place to split.
 */
final class QuantileBins {

  /** At most this many bins a column. */
  static final int MOST = 32;

  private final float[][] edges;
  private final byte[][] bins;

  private QuantileBins(float[][] edges, byte[][] bins) {
    this.edges = edges;
    this.bins = bins;
  }

  /** The bins of the columns of {@code matrix}, and the bin of each row. */
  static QuantileBins of(FloatMatrix matrix) {
    float[][] edges = new float[matrix.columns()][];
    byte[][] bins = new byte[matrix.columns()][matrix.rows()];
    float[] values = new float[matrix.rows()];
    for (int column = 0; column < edges.length; column++) {
      for (int row = 0; row < values.length; row++) {
        values[row] = matrix.get(row, column);
      }
      edges[column] = edges(values.clone());
      for (int row = 0; row < values.length; row++) {
        bins[column][row] = (byte) bin(edges[column], values[row]);
      }
    }
    return new QuantileBins(edges, bins);
  }

  /** Ascending; a bin holds the values above the edge before it, up to its own edge. */
  private static float[] edges(float[] values) {
    Arrays.sort(values);
    float[] edges = new float[MOST - 1];
    int count = 0;
    for (int i = 1; i < MOST; i++) {
      int last = (int) ((long) i * values.length / MOST) - 1;
      if (last < 0 || values[last] == values[values.length - 1]) {
        continue;
      }
      float edge = values[last];
      if (count == 0 || edge > edges[count - 1]) {
        edges[count++] = edge;
      }
    }
    return Arrays.copyOf(edges, count);
  }

  private static int bin(float[] edges, float value) {
    int place = Arrays.binarySearch(edges, value);
    return place >= 0 ? place : -place - 1;
  }

  int columns() {
    return edges.length;
  }

  /** The number of bins of a column. */
  int bins(int column) {
    return edges[column].length + 1;
  }

  /** The bin of each row. */
  byte[] column(int column) {
    return bins[column];
  }

  /** The largest value of a bin other than the last. */
  float edge(int column, int bin) {
    return edges[column][bin];
  }
}
