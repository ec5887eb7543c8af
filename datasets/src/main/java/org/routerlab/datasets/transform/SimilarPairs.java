package org.routerlab.datasets.transform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.core.matrix.Kernels;
import org.routerlab.core.matrix.PackedMatrix;

/** All pairs of rows of at least a cosine, joined as they are found: pairs may be very many. */
final class SimilarPairs {

  /** Rows a tile: its products with another are 4 MiB. */
  private static final int TILE = 1024;

  /** How far a cosine may miss its value in 64 bits. */
  private static final double ROUNDING = 1e-12;

  private final FloatMatrix embeddings;
  private final double threshold;
  private final double doubt;
  private final int[] parents;
  private long count;

  private SimilarPairs(FloatMatrix embeddings, double threshold) {
    this.embeddings = embeddings;
    this.threshold = threshold;
    // The worst a 32-bit sum of this many products of unit vectors can be off.
    this.doubt = (embeddings.columns() + 4) * 0x1p-23;
    this.parents = IntStream.range(0, embeddings.rows()).toArray();
  }

  static SimilarPairs of(FloatMatrix embeddings, double threshold) {
    if (!(threshold > 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold must be in (0, 1] but is " + threshold);
    }
    SimilarPairs pairs = new SimilarPairs(embeddings, threshold);
    List<FloatMatrix> tiles = unitTiles(embeddings);
    for (int right = 0; right < tiles.size(); right++) {
      PackedMatrix packed = PackedMatrix.of(tiles.get(right));
      for (int left = 0; left <= right; left++) {
        pairs.join(Kernels.product(tiles.get(left), packed).toArray(), left, right, packed.rows());
      }
    }
    return pairs;
  }

  /** The number of pairs found. */
  long count() {
    return count;
  }

  /** The components of at least two rows, in the order of their first rows. */
  List<DuplicateGroup> groups() {
    Map<Integer, List<Integer>> rowsOfRoot = new LinkedHashMap<>();
    for (int row = 0; row < parents.length; row++) {
      rowsOfRoot.computeIfAbsent(root(row), root -> new ArrayList<>(1)).add(row);
    }
    return rowsOfRoot.values().stream()
        .filter(rows -> rows.size() > 1)
        .map(DuplicateGroup::new)
        .toList();
  }

  private void join(float[] products, int leftTile, int rightTile, int width) {
    float least = (float) (threshold - doubt);
    for (int i = 0; i < products.length; i++) {
      if (products[i] >= least) {
        int left = leftTile * TILE + i / width;
        int right = rightTile * TILE + i % width;
        if (left < right && isPair(products[i], left, right)) {
          count++;
          union(left, right);
        }
      }
    }
  }

  /** A product near the threshold is computed anew in 64 bits. */
  private boolean isPair(float product, int left, int right) {
    return product >= threshold + doubt || cosine(left, right) >= threshold - ROUNDING;
  }

  private double cosine(int left, int right) {
    float[] a = embeddings.row(left);
    float[] b = embeddings.row(right);
    return dot(a, b) / Math.sqrt(dot(a, a)) / Math.sqrt(dot(b, b));
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  /** The lower root stays, so that a component is named by its first row. */
  private void union(int a, int b) {
    int rootA = root(a);
    int rootB = root(b);
    parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }

  private int root(int row) {
    int root = row;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  private static List<FloatMatrix> unitTiles(FloatMatrix embeddings) {
    List<FloatMatrix> tiles = new ArrayList<>();
    for (int first = 0; first < embeddings.rows(); first += TILE) {
      int rows = Math.min(TILE, embeddings.rows() - first);
      float[] values = new float[Math.multiplyExact(rows, embeddings.columns())];
      for (int row = 0; row < rows; row++) {
        copyUnitRow(embeddings, first + row, values, row * embeddings.columns());
      }
      tiles.add(FloatMatrix.wrap(rows, embeddings.columns(), values));
    }
    return tiles;
  }

  private static void copyUnitRow(FloatMatrix embeddings, int row, float[] values, int offset) {
    embeddings.copyRow(row, values, offset);
    double squares = 0;
    for (int i = offset; i < offset + embeddings.columns(); i++) {
      squares += (double) values[i] * values[i];
    }
    if (!Double.isFinite(squares)) {
      throw new IllegalArgumentException(
          "embeddings must be finite but that of query " + row + " is not");
    }
    double length = squares == 0 ? 1 : Math.sqrt(squares);
    for (int i = offset; i < offset + embeddings.columns(); i++) {
      values[i] = (float) (values[i] / length);
    }
  }
}
