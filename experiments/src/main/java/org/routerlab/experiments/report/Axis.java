package org.routerlab.experiments.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Maps values to positions on a drawing.
 *
 * @param low the value at {@code from}
 * @param high the value at {@code to}
 * @param from a position in pixels
 * @param to another; smaller than {@code from} on an axis that points up
 * @param logarithmic whether equal ratios, not differences, get equal lengths
 */
record Axis(double low, double high, double from, double to, boolean logarithmic) {

  private static final int TICKS = 6;
  private static final double WIDE_RATIO = 20;

  /**
   * One tick.
   *
   * @param at its position, printed
   */
  record Tick(String at, String label) {}

  /** An axis over these values with a little room at both ends; logarithmic where they say so. */
  static Axis over(List<Double> values, double from, double to, boolean maybeLogarithmic) {
    double min = values.stream().mapToDouble(v -> v).min().orElse(0);
    double max = values.stream().mapToDouble(v -> v).max().orElse(1);
    if (maybeLogarithmic && min > 0 && max / min > WIDE_RATIO) {
      double room = Math.pow(max / min, 0.03);
      return new Axis(min / room, max * room, from, to, true);
    }
    double room = max > min ? 0.04 * (max - min) : Math.max(Math.abs(max) * 0.05, 1e-3);
    return new Axis(min - room, max + room, from, to, false);
  }

  /** The position of a value in pixels. */
  double position(double value) {
    double share =
        logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    return from + share * (to - from);
  }

  /** The position of a value, printed. */
  String at(double value) {
    return DecimalText.fixed(position(value), 0, 1);
  }

  /** Ticks at round values within the axis. */
  List<Tick> ticks(DoubleFunction<String> label) {
    List<Tick> ticks = new ArrayList<>();
    for (double value : logarithmic ? roundRatios() : roundSteps()) {
      if (value >= low && value <= high) {
        ticks.add(new Tick(at(value), label.apply(value)));
      }
    }
    return List.copyOf(ticks);
  }

  private List<Double> roundSteps() {
    double rough = (high - low) / TICKS;
    int exponent = (int) Math.floor(Math.log10(rough));
    double leading = rough / Math.pow(10, exponent);
    int factor = leading <= 1 ? 1 : leading <= 2 ? 2 : leading <= 5 ? 5 : 10;
    BigDecimal step = BigDecimal.valueOf(factor).scaleByPowerOfTen(exponent);
    List<Double> values = new ArrayList<>();
    // Decimal steps, so that a tick is labelled 0.3 and not 0.30000000000000004.
    long first = (long) Math.ceil(low / step.doubleValue());
    for (long i = first; i <= first + 3L * TICKS; i++) {
      values.add(step.multiply(BigDecimal.valueOf(i)).doubleValue());
    }
    return values;
  }

  private List<Double> roundRatios() {
    int first = (int) Math.floor(Math.log10(low));
    int last = (int) Math.ceil(Math.log10(high));
    List<Double> values = new ArrayList<>();
    for (int exponent = first; exponent <= last; exponent++) {
      for (int factor : last - first > 3 ? new int[] {1} : new int[] {1, 2, 5}) {
        values.add(BigDecimal.valueOf(factor).scaleByPowerOfTen(exponent).doubleValue());
      }
    }
    return values;
  }
}
