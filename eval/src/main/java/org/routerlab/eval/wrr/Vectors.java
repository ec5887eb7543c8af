package org.routerlab.eval.wrr;

import java.util.stream.IntStream;

/** Cosine and correlation of two vectors of one length. */
final class Vectors {

  private Vectors() {}

  /** The cosine, in [−1, 1]; NaN where a vector is zero. */
  static double cosine(double[] a, double[] b) {
    double product = 0;
    double ofA = 0;
    double ofB = 0;
    for (int i = 0; i < a.length; i++) {
      product += a[i] * b[i];
      ofA += a[i] * a[i];
      ofB += b[i] * b[i];
    }
    double cosine = product / Math.sqrt(ofA * ofB);
    return Double.isNaN(cosine) ? Double.NaN : Math.max(-1, Math.min(1, cosine));
  }

  /** Pearson's correlation over the places at which both are numbers; NaN where one is constant. */
  static double correlation(double[] a, double[] b) {
    int[] known =
        IntStream.range(0, a.length)
            .filter(i -> !Double.isNaN(a[i]) && !Double.isNaN(b[i]))
            .toArray();
    double[] ownA = centred(a, known);
    double[] ownB = centred(b, known);
    return isConstant(a, known) || isConstant(b, known) ? Double.NaN : cosine(ownA, ownB);
  }

  /** Asked of the values themselves: rounding may leave traces after centring. */
  private static boolean isConstant(double[] values, int[] places) {
    return IntStream.of(places).mapToDouble(i -> values[i]).distinct().count() < 2;
  }

  private static double[] centred(double[] values, int[] places) {
    double mean = IntStream.of(places).mapToDouble(i -> values[i]).average().orElse(0);
    return IntStream.of(places).mapToDouble(i -> values[i] - mean).toArray();
  }
}
