package org.routerlab.datasets;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.routerlab.core.OutcomeTable;

/**
 * The calls of one model of which tokens and cost are known.
 *
 * @param rows of the calls
 * @param input tokens read, in the order of the rows
 * @param output tokens written
 * @param cost in US dollars
 * @param rounding how far a recorded cost may be off for being written with so many decimals
 */
record ModelCalls(int[] rows, double[] input, double[] output, double[] cost, double rounding) {

  /** More decimals than this are the precision of a float, not a choice. */
  private static final int MOST_DECIMALS = 12;

  /** Recorded costs are floats: what is closer than this is the same. */
  private static final double FLOAT = 1e-6;

  /** Costs by two sources agree where they are this close, as a share. */
  private static final double SAME = 1e-3;

  static ModelCalls of(OutcomeTable outcomes, TokenCounts tokens, int model) {
    int[] rows =
        IntStream.range(0, outcomes.size())
            .filter(row -> !Float.isNaN(outcomes.cost(row, model)))
            .filter(row -> !Float.isNaN(tokens.input().get(row, model)))
            .filter(row -> !Float.isNaN(tokens.output().get(row, model)))
            .toArray();
    double[] cost = IntStream.of(rows).mapToDouble(row -> outcomes.cost(row, model)).toArray();
    return new ModelCalls(
        rows,
        IntStream.of(rows).mapToDouble(row -> tokens.input().get(row, model)).toArray(),
        IntStream.of(rows).mapToDouble(row -> tokens.output().get(row, model)).toArray(),
        cost,
        rounding(cost));
  }

  int size() {
    return rows.length;
  }

  /** What a call costs by a price. */
  double at(int call, Price price) {
    return price.of(input[call], output[call]);
  }

  /** Whether the recorded cost is another than this one, rounding aside. */
  boolean differs(int call, double expected) {
    return Math.abs(cost[call] - expected) > rounding + SAME * Math.max(cost[call], expected);
  }

  /**
   * What every recorded cost must be multiplied by to be that of a price; NaN where no one factor
   * does it.
   */
  double factor(Price price) {
    double expected = IntStream.range(0, size()).mapToDouble(call -> at(call, price)).sum();
    double factor = DoubleStream.of(cost).sum() / expected;
    boolean always =
        expected > 0
            && IntStream.range(0, size())
                .noneMatch(call -> differs(call, factor * at(call, price)));
    return always ? factor : Double.NaN;
  }

  /** Half a unit of the last decimal that any of the costs has. */
  private static double rounding(double[] costs) {
    if (DoubleStream.of(costs).allMatch(cost -> cost == 0)) {
      return 0;
    }
    double unit = 1;
    for (int decimals = 0; decimals < MOST_DECIMALS; decimals++) {
      double scale = 1 / unit;
      if (DoubleStream.of(costs).allMatch(cost -> isWhole(cost * scale))) {
        return unit / 2;
      }
      unit /= 10;
    }
    return 0;
  }

  private static boolean isWhole(double value) {
    return Math.abs(value - Math.rint(value)) <= FLOAT * Math.max(1e-3, value);
  }
}
