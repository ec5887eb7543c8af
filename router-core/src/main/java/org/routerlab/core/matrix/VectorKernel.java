package org.routerlab.core.matrix;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernel on the JDK's Vector API: the lanes of a vector are rows of the panel, so each lane
 * sums in column order as the scalar kernel does.
 *
 * <p>Load it only where the module {@code jdk.incubator.vector} is present.
 */
final class VectorKernel implements PanelKernel {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int WIDTH = 2 * LANES;

  @Override
  public int width() {
    return WIDTH;
  }

  // The twelve sums must be local variables to stay in registers, which makes the method long.
  @Override
  public void multiply(float[] tile, float[] panel, int from, int to, float[] products) {
    FloatVector a0 = load(products, 0);
    FloatVector a1 = load(products, 1);
    FloatVector b0 = load(products, 2);
    FloatVector b1 = load(products, 3);
    FloatVector c0 = load(products, 4);
    FloatVector c1 = load(products, 5);
    FloatVector d0 = load(products, 6);
    FloatVector d1 = load(products, 7);
    FloatVector e0 = load(products, 8);
    FloatVector e1 = load(products, 9);
    FloatVector f0 = load(products, 10);
    FloatVector f1 = load(products, 11);
    for (int column = from; column < to; column++) {
      FloatVector rows0 = FloatVector.fromArray(SPECIES, panel, column * WIDTH);
      FloatVector rows1 = FloatVector.fromArray(SPECIES, panel, column * WIDTH + LANES);
      FloatVector query = FloatVector.broadcast(SPECIES, tile[column * QUERIES]);
      a0 = query.fma(rows0, a0);
      a1 = query.fma(rows1, a1);
      query = FloatVector.broadcast(SPECIES, tile[column * QUERIES + 1]);
      b0 = query.fma(rows0, b0);
      b1 = query.fma(rows1, b1);
      query = FloatVector.broadcast(SPECIES, tile[column * QUERIES + 2]);
      c0 = query.fma(rows0, c0);
      c1 = query.fma(rows1, c1);
      query = FloatVector.broadcast(SPECIES, tile[column * QUERIES + 3]);
      d0 = query.fma(rows0, d0);
      d1 = query.fma(rows1, d1);
      query = FloatVector.broadcast(SPECIES, tile[column * QUERIES + 4]);
      e0 = query.fma(rows0, e0);
      e1 = query.fma(rows1, e1);
      query = FloatVector.broadcast(SPECIES, tile[column * QUERIES + 5]);
      f0 = query.fma(rows0, f0);
      f1 = query.fma(rows1, f1);
    }
    store(a0, a1, products, 0);
    store(b0, b1, products, 1);
    store(c0, c1, products, 2);
    store(d0, d1, products, 3);
    store(e0, e1, products, 4);
    store(f0, f1, products, 5);
  }

  // Four panels at a time: their eight chains of sums keep the multiply-add units busy.
  @Override
  public void multiplyOne(float[] query, float[][] panels, float[] products) {
    int panel = 0;
    for (; panel + 4 <= panels.length; panel += 4) {
      multiplyFour(query, panels, panel, products);
    }
    for (; panel < panels.length; panel++) {
      FloatVector a0 = FloatVector.zero(SPECIES);
      FloatVector a1 = a0;
      float[] rows = panels[panel];
      for (int column = 0; column < query.length; column++) {
        FloatVector value = FloatVector.broadcast(SPECIES, query[column]);
        a0 = value.fma(FloatVector.fromArray(SPECIES, rows, column * WIDTH), a0);
        a1 = value.fma(FloatVector.fromArray(SPECIES, rows, column * WIDTH + LANES), a1);
      }
      store(a0, a1, products, panel);
    }
  }

  // The eight sums must be local variables to stay in registers, which makes the method long.
  private static void multiplyFour(float[] query, float[][] panels, int first, float[] products) {
    float[] a = panels[first];
    float[] b = panels[first + 1];
    float[] c = panels[first + 2];
    float[] d = panels[first + 3];
    FloatVector a0 = FloatVector.zero(SPECIES);
    FloatVector a1 = a0;
    FloatVector b0 = a0;
    FloatVector b1 = a0;
    FloatVector c0 = a0;
    FloatVector c1 = a0;
    FloatVector d0 = a0;
    FloatVector d1 = a0;
    for (int column = 0; column < query.length; column++) {
      FloatVector value = FloatVector.broadcast(SPECIES, query[column]);
      int low = column * WIDTH;
      int high = low + LANES;
      a0 = value.fma(FloatVector.fromArray(SPECIES, a, low), a0);
      a1 = value.fma(FloatVector.fromArray(SPECIES, a, high), a1);
      b0 = value.fma(FloatVector.fromArray(SPECIES, b, low), b0);
      b1 = value.fma(FloatVector.fromArray(SPECIES, b, high), b1);
      c0 = value.fma(FloatVector.fromArray(SPECIES, c, low), c0);
      c1 = value.fma(FloatVector.fromArray(SPECIES, c, high), c1);
      d0 = value.fma(FloatVector.fromArray(SPECIES, d, low), d0);
      d1 = value.fma(FloatVector.fromArray(SPECIES, d, high), d1);
    }
    store(a0, a1, products, first);
    store(b0, b1, products, first + 1);
    store(c0, c1, products, first + 2);
    store(d0, d1, products, first + 3);
  }

  private static FloatVector load(float[] products, int vector) {
    return FloatVector.fromArray(SPECIES, products, vector * LANES);
  }

  private static void store(FloatVector low, FloatVector high, float[] products, int place) {
    low.intoArray(products, place * WIDTH);
    high.intoArray(products, place * WIDTH + LANES);
  }

  @Override
  public boolean anyAbove(float[] products, int query, float limit) {
    FloatVector low = load(products, 2 * query);
    FloatVector high = load(products, 2 * query + 1);
    VectorMask<Float> notAbove =
        low.compare(VectorOperators.LE, limit).and(high.compare(VectorOperators.LE, limit));
    return !notAbove.allTrue();
  }
}
