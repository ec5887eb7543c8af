package org.routerlab.learned.engine;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * A random forest for a few classes, each of which stands for a value: it predicts the expected
 * value. Trees grow by Gini impurity on bootstrap samples and look at a random part of the features
 * at each split.
 *
 * <p>Features are cut into 32 bins of about equal numbers of rows beforehand, so that a split is
 * found by counting.
 */
public final class RandomForest {

  private final short[] features;
  private final float[] values;
  private final int[] children;
  private final int[] roots;

  /**
   * How to grow.
   *
   * @param trees at least 1
   * @param depth the most splits above a leaf, at least 1
   * @param featureShare the share of the features looked at in each split, in [0, 1]; 0 for the
   *     square root of their number
   * @param minLeaf the fewest rows of the sample in a leaf, at least 1
   */
  public record Settings(int trees, int depth, double featureShare, int minLeaf) {

    /** Rejects values out of range. */
    public Settings {
      Require.positive("trees", trees);
      Require.positive("depth", depth);
      Require.between("featureShare", featureShare, 0, 1);
      Require.positive("minLeaf", minLeaf);
    }

    int features(int of) {
      double count = featureShare == 0 ? Math.sqrt(of) : featureShare * of;
      return Math.max(1, (int) Math.round(count));
    }
  }

  private RandomForest(Grower grower, int[] roots) {
    this.features = Arrays.copyOf(grower.features, grower.size);
    this.values = Arrays.copyOf(grower.values, grower.size);
    this.children = Arrays.copyOf(grower.children, grower.size);
    this.roots = roots;
  }

  /** Inputs prepared for any number of forests. */
  public static final class Inputs {
    private final QuantileBins bins;

    /** Prepares rows × features. */
    public Inputs(FloatMatrix matrix) {
      Require.between("features", matrix.columns(), 1, Short.MAX_VALUE);
      this.bins = QuantileBins.of(matrix);
    }
  }

  /**
   * Grows a forest.
   *
   * @param rows the rows of the inputs to learn from, at least one
   * @param classes the class of each of these rows
   * @param classValues the value of each class
   */
  public static RandomForest grow(
      Settings settings,
      Inputs inputs,
      int[] rows,
      int[] classes,
      double[] classValues,
      SplittableRandom random) {
    Require.positive("rows", rows.length);
    Require.equal("classes", classes.length, "rows", rows.length);
    Grower grower = new Grower(settings, inputs.bins, rows, classes, classValues, random);
    int[] roots = new int[settings.trees()];
    for (int tree = 0; tree < roots.length; tree++) {
      roots[tree] = grower.tree();
    }
    return new RandomForest(grower, roots);
  }

  /** The expected value of each row, averaged over the trees. */
  public double[] predict(float[][] rows) {
    double[] means = new double[rows.length];
    for (int root : roots) {
      for (int i = 0; i < means.length; i++) {
        means[i] += leaf(root, rows[i]);
      }
    }
    for (int i = 0; i < means.length; i++) {
      means[i] /= roots.length;
    }
    return means;
  }

  private float leaf(int root, float[] row) {
    int node = root;
    while (features[node] >= 0) {
      node = children[node] + (row[features[node]] <= values[node] ? 0 : 1);
    }
    return values[node];
  }

  /** The nodes of all trees so far: the feature of a split or −1, its threshold or the value. */
  private static final class Grower {
    private final Settings settings;
    private final QuantileBins bins;
    private final int[] rows;
    private final int[] classes;
    private final double[] classValues;
    private final SplittableRandom random;
    private final int[] sample;
    private final int[] passed;
    private final int[] order;
    private final int[] histogram;
    private short[] features = new short[1024];
    private float[] values = new float[1024];
    private int[] children = new int[1024];
    private int size;

    Grower(
        Settings settings,
        QuantileBins bins,
        int[] rows,
        int[] classes,
        double[] classValues,
        SplittableRandom random) {
      this.settings = settings;
      this.bins = bins;
      this.rows = rows;
      this.classes = classes;
      this.classValues = classValues;
      this.random = random;
      this.sample = new int[rows.length];
      this.passed = new int[rows.length];
      this.order = new int[bins.columns()];
      this.histogram = new int[QuantileBins.MOST * classValues.length];
      Arrays.setAll(order, feature -> feature);
    }

    int tree() {
      for (int i = 0; i < sample.length; i++) {
        sample[i] = random.nextInt(sample.length);
      }
      int root = reserve(1);
      grow(root, 0, sample.length, settings.depth());
      return root;
    }

    private int reserve(int nodes) {
      int first = size;
      size += nodes;
      if (size > features.length) {
        int capacity = Math.max(size, 2 * features.length);
        features = Arrays.copyOf(features, capacity);
        values = Arrays.copyOf(values, capacity);
        children = Arrays.copyOf(children, capacity);
      }
      return first;
    }

    private void grow(int node, int from, int to, int depth) {
      int[] counts = new int[classValues.length];
      for (int i = from; i < to; i++) {
        counts[classes[sample[i]]]++;
      }
      if (depth > 0 && to - from >= 2 * settings.minLeaf() && !isPure(counts, to - from)) {
        Split split = bestSplit(from, to, counts);
        if (split != null) {
          int middle = partition(from, to, split);
          int first = reserve(2);
          features[node] = (short) split.feature();
          values[node] = bins.edge(split.feature(), split.bin());
          children[node] = first;
          grow(first, from, middle, depth - 1);
          grow(first + 1, middle, to, depth - 1);
          return;
        }
      }
      features[node] = -1;
      values[node] = (float) expected(counts, to - from);
    }

    private static boolean isPure(int[] counts, int total) {
      return Arrays.stream(counts).anyMatch(count -> count == total);
    }

    private double expected(int[] counts, int total) {
      double sum = 0;
      for (int i = 0; i < counts.length; i++) {
        sum += counts[i] * classValues[i];
      }
      return sum / total;
    }

    /** Rows up to the edge of {@code bin} go left. */
    private record Split(int feature, int bin, double gain) {}

    private Split bestSplit(int from, int to, int[] counts) {
      Split best = null;
      int looked = settings.features(order.length);
      for (int i = 0; i < looked; i++) {
        int other = i + random.nextInt(order.length - i);
        int feature = order[other];
        order[other] = order[i];
        order[i] = feature;
        best = better(best, feature, from, to, counts);
      }
      return best;
    }

    private Split better(Split best, int feature, int from, int to, int[] counts) {
      int kinds = counts.length;
      Arrays.fill(histogram, 0, bins.bins(feature) * kinds, 0);
      byte[] column = bins.column(feature);
      for (int i = from; i < to; i++) {
        histogram[column[rows[sample[i]]] * kinds + classes[sample[i]]]++;
      }
      int[] left = new int[kinds];
      int leftTotal = 0;
      for (int bin = 0; bin < bins.bins(feature) - 1; bin++) {
        int before = leftTotal;
        for (int kind = 0; kind < kinds; kind++) {
          left[kind] += histogram[bin * kinds + kind];
          leftTotal += histogram[bin * kinds + kind];
        }
        int rightTotal = to - from - leftTotal;
        if (leftTotal == before || leftTotal < settings.minLeaf()) {
          continue;
        }
        if (rightTotal < settings.minLeaf()) {
          break;
        }
        double gain = purity(left, leftTotal, counts, rightTotal);
        if (best == null || gain > best.gain()) {
          best = new Split(feature, bin, gain);
        }
      }
      return best;
    }

    /** Sums of squared counts over totals: the higher, the lower the Gini impurity. */
    private static double purity(int[] left, int leftTotal, int[] counts, int rightTotal) {
      double leftSquares = 0;
      double rightSquares = 0;
      for (int kind = 0; kind < left.length; kind++) {
        double right = counts[kind] - left[kind];
        leftSquares += (double) left[kind] * left[kind];
        rightSquares += right * right;
      }
      return leftSquares / leftTotal + rightSquares / rightTotal;
    }

    private int partition(int from, int to, Split split) {
      byte[] column = bins.column(split.feature());
      int left = from;
      int right = 0;
      for (int i = from; i < to; i++) {
        int drawn = sample[i];
        if (column[rows[drawn]] <= split.bin()) {
          sample[left++] = drawn;
        } else {
          passed[right++] = drawn;
        }
      }
      System.arraycopy(passed, 0, sample, left, right);
      return left;
    }
  }
}
