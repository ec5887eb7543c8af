package org.routerlab.learned.tribuo;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.routerlab.core.matrix.FloatMatrix;

/** Boosted trees in plain arrays: the sum of a leaf of each tree and a constant. */
final class TreeSum {

  /** What is predicted before the first tree. */
  static final float BASE = 0.5f;

  private static final Pattern SPLIT =
      Pattern.compile("(\\d+):\\[f(\\d+)<([^\\]]+)\\] yes=(\\d+),no=(\\d+).*");
  private static final Pattern LEAF = Pattern.compile("(\\d+):leaf=([^,]+).*");

  private final Tree[] trees;

  /** Nodes in the order of their numbers: the feature of a split, −1 for a leaf. */
  private record Tree(int[] features, float[] values, int[] below, int[] others) {

    float leaf(float[] row) {
      int node = 0;
      while (features[node] >= 0) {
        node = row[features[node]] < values[node] ? below[node] : others[node];
      }
      return values[node];
    }
  }

  private TreeSum(Tree[] trees) {
    this.trees = trees;
  }

  /** The trees of XGBoost's dump as text. */
  static TreeSum parse(String[] dump) {
    Tree[] trees = new Tree[dump.length];
    for (int i = 0; i < trees.length; i++) {
      trees[i] = tree(dump[i].lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
    }
    return new TreeSum(trees);
  }

  private static Tree tree(List<String> lines) {
    int size = 1 + lines.stream().mapToInt(line -> number(line.split(":")[0])).max().orElse(0);
    Tree tree = new Tree(new int[size], new float[size], new int[size], new int[size]);
    for (String line : lines) {
      Matcher split = SPLIT.matcher(line);
      Matcher leaf = LEAF.matcher(line);
      if (split.matches()) {
        int node = number(split.group(1));
        tree.features[node] = number(split.group(2));
        tree.values[node] = Float.parseFloat(split.group(3));
        tree.below[node] = number(split.group(4));
        tree.others[node] = number(split.group(5));
      } else if (leaf.matches()) {
        tree.features[number(leaf.group(1))] = -1;
        tree.values[number(leaf.group(1))] = Float.parseFloat(leaf.group(2));
      } else {
        throw new IllegalStateException("XGBoost wrote a line of a tree in another form: " + line);
      }
    }
    return tree;
  }

  private static int number(String text) {
    return Integer.parseInt(text);
  }

  /** Rows × sums. */
  static FloatMatrix predict(List<TreeSum> sums, FloatMatrix rows) {
    float[] values = new float[rows.rows() * sums.size()];
    IntStream.range(0, rows.rows())
        .parallel()
        .forEach(
            i -> {
              float[] row = rows.row(i);
              for (int column = 0; column < sums.size(); column++) {
                values[i * sums.size() + column] = sums.get(column).predict(row);
              }
            });
    return FloatMatrix.wrap(rows.rows(), sums.size(), values);
  }

  private float predict(float[] row) {
    double sum = BASE;
    for (Tree tree : trees) {
      sum += tree.leaf(row);
    }
    return (float) sum;
  }
}
