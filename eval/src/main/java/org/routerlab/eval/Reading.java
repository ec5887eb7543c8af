package org.routerlab.eval;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * What a metric reads of a router: made once, then asked for the value on every resample.
 *
 * @param columns those whose sums the value needs; none where it goes by the counts alone
 * @param value what is made of them
 */
public record Reading(List<Column> columns, Value value) {

  /** The value on some multiset of the queries. */
  @FunctionalInterface
  public interface Value {

    /**
     * The value.
     *
     * @param sums of the columns, in their order, over the multiset
     * @param counts how often the multiset has each query; not to be changed
     */
    double of(double[] sums, int[] counts);
  }

  /** Copies the columns. */
  public Reading {
    columns = List.copyOf(columns);
    Objects.requireNonNull(value, "value");
  }

  /** A function of sums. */
  static Reading ofSums(List<Column> columns, ToDoubleFunction<double[]> value) {
    return new Reading(columns, (sums, counts) -> value.applyAsDouble(sums));
  }

  /** A function of how often each query was drawn. */
  static Reading ofCounts(ToDoubleFunction<int[]> value) {
    return new Reading(List.of(), (sums, counts) -> value.applyAsDouble(counts));
  }

  /** The value where each of so many queries counts once. */
  double once(int queries) {
    int[] counts = new int[queries];
    Arrays.fill(counts, 1);
    return value.of(sums(columns), counts);
  }

  /** The sums of columns over all queries. */
  static double[] sums(List<Column> columns) {
    double[] sums = new double[columns.size()];
    for (int i = 0; i < sums.length; i++) {
      for (double value : columns.get(i).toArray()) {
        sums[i] += value;
      }
    }
    return sums;
  }
}
