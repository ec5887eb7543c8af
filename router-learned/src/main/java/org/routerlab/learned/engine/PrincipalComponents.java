package org.routerlab.learned.engine;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.routerlab.core.Require;
import org.routerlab.core.TrainingContext;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.core.matrix.Kernels;
import org.routerlab.core.matrix.PackedMatrix;

/**
 * Projects vectors onto the directions in which the training queries differ most.
 *
 * <p>The sign of a direction is fixed: its largest entry by absolute value, the first of equals, is
 * positive.
 */
public final class PrincipalComponents {

  private final PackedMatrix directions;
  private final float[] offsets;

  private record Key() {}

  /** All directions, by falling variance. */
  private record Directions(double[] means, double[][] vectors) {}

  private PrincipalComponents(PackedMatrix directions, float[] offsets) {
    this.directions = directions;
    this.offsets = offsets;
  }

  /**
   * The first {@code count} components of the training embeddings, or all where there are fewer.
   *
   * @param count at least 0; 0 leaves vectors as they are
   */
  public static PrincipalComponents of(FloatMatrix embeddings, int count, TrainingContext context) {
    Require.between("components", count, 0, Integer.MAX_VALUE);
    if (count == 0) {
      return new PrincipalComponents(null, null);
    }
    Directions all =
        context.shared(embeddings, new Key(), () -> directions(Gram.shared(embeddings, context)));
    return project(all, Math.min(count, all.vectors().length));
  }

  private static PrincipalComponents project(Directions all, int count) {
    float[][] rows = new float[count][all.means().length];
    float[] offsets = new float[count];
    for (int component = 0; component < count; component++) {
      double offset = 0;
      for (int i = 0; i < rows[component].length; i++) {
        rows[component][i] = (float) all.vectors()[component][i];
        offset += all.vectors()[component][i] * all.means()[i];
      }
      offsets[component] = (float) offset;
    }
    return new PrincipalComponents(PackedMatrix.of(FloatMatrix.of(rows)), offsets);
  }

  private static Directions directions(Gram gram) {
    EigenDecomposition eigen = decomposed(scaled(gram.products()));
    double[] values = eigen.getRealEigenvalues();
    int[] byVariance =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -values[i]).thenComparing(i -> i))
            .mapToInt(Integer::intValue)
            .toArray();
    double[][] vectors = new double[values.length][];
    for (int component = 0; component < vectors.length; component++) {
      vectors[component] = oriented(eigen.getEigenvector(byVariance[component]).toArray());
    }
    return new Directions(gram.means(), vectors);
  }

  /**
   * The library may not come to an end with eigenvalues of nearly 0, as fewer rows than columns
   * have them. All eigenvalues moved up by the same number belong to the same vectors.
   */
  private static EigenDecomposition decomposed(double[][] matrix) {
    for (double shift = 1; shift <= 1e6; shift *= 10) {
      try {
        return new EigenDecomposition(new Array2DRowRealMatrix(matrix));
      } catch (MaxCountExceededException e) {
        for (int i = 0; i < matrix.length; i++) {
          matrix[i][i] += shift;
        }
      }
    }
    return new EigenDecomposition(new Array2DRowRealMatrix(matrix, false));
  }

  /** Of a size near 1, whatever the number of rows and the scale of the columns. */
  private static double[][] scaled(double[][] products) {
    double trace = IntStream.range(0, products.length).mapToDouble(i -> products[i][i]).sum();
    double scale = trace > 0 ? products.length / trace : 0;
    double[][] copy = new double[products.length][products.length];
    for (int row = 0; row < copy.length; row++) {
      for (int column = 0; column < copy.length; column++) {
        copy[row][column] = products[row][column] * scale;
      }
    }
    return copy;
  }

  private static double[] oriented(double[] vector) {
    int largest = 0;
    for (int i = 1; i < vector.length; i++) {
      largest = Math.abs(vector[i]) > Math.abs(vector[largest]) ? i : largest;
    }
    double sign = vector[largest] < 0 ? -1 : 1;
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= sign;
    }
    return vector;
  }

  /** Queries × components; each row depends on that row alone. */
  public FloatMatrix apply(FloatMatrix vectors) {
    if (directions == null) {
      return vectors;
    }
    float[] values = Kernels.product(vectors, directions).toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] -= offsets[i % offsets.length];
    }
    return FloatMatrix.wrap(vectors.rows(), offsets.length, values);
  }
}
