package org.routerlab.datasets;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The prices that explain most of a model's calls.
 *
 * @param price by least squares of the recorded costs, none below 0
 * @param explained the share of the calls whose cost is the price's within 1 %, rounding aside
 */
record PriceFit(Price price, double explained) {

  private static final double NEAR = 0.01;
  private static final double GOOD = 0.99;
  private static final int REFITS = 20;
  private static final double TOKENS_A_PRICE = 1e6;

  /** Below this, input and output tokens are in too fixed a proportion to tell their prices. */
  private static final double SINGULAR = 1e-6;

  /** The fit to a model's calls, of which there must be some. */
  static PriceFit of(ModelCalls calls) {
    int[] used = IntStream.range(0, calls.size()).toArray();
    Price price = leastSquares(calls, used);
    // A second tariff on a minority of calls must not spoil the fit of the others.
    for (int refit = 0; refit < REFITS; refit++) {
      Price last = price;
      int[] closest =
          IntStream.range(0, calls.size())
              .boxed()
              .sorted(Comparator.comparingDouble(call -> residual(calls, call, last)))
              .limit((calls.size() + 1) / 2)
              .mapToInt(Integer::intValue)
              .toArray();
      price = leastSquares(calls, closest);
      if (price.equals(last)) {
        break;
      }
    }
    Price best = price;
    long explained =
        IntStream.range(0, calls.size()).filter(call -> isNear(calls, call, best)).count();
    return new PriceFit(best, explained / (double) calls.size());
  }

  /** Whether the price explains 99 % of the calls or more. */
  boolean isGood() {
    return explained >= GOOD;
  }

  private static double residual(ModelCalls calls, int call, Price price) {
    double expected = calls.at(call, price);
    double off = Math.max(0, Math.abs(calls.cost()[call] - expected) - calls.rounding());
    return off == 0 ? 0 : off / Math.max(expected, calls.cost()[call]);
  }

  private static boolean isNear(ModelCalls calls, int call, Price price) {
    return residual(calls, call, price) <= NEAR;
  }

  private static Price leastSquares(ModelCalls calls, int[] used) {
    double ii = 0;
    double io = 0;
    double oo = 0;
    double ic = 0;
    double oc = 0;
    for (int call : used) {
      double input = calls.input()[call] / TOKENS_A_PRICE;
      double output = calls.output()[call] / TOKENS_A_PRICE;
      double cost = calls.cost()[call];
      ii += input * input;
      io += input * output;
      oo += output * output;
      ic += input * cost;
      oc += output * cost;
    }
    double determinant = ii * oo - io * io;
    if (determinant > SINGULAR * ii * oo) {
      double input = (ic * oo - oc * io) / determinant;
      double output = (oc * ii - ic * io) / determinant;
      if (input >= 0 && output >= 0) {
        return new Price(input, output);
      }
      // The least squares with one price at 0, whichever leaves less.
      return ii > 0 && (oo == 0 || ic * ic / ii >= oc * oc / oo)
          ? new Price(ic / ii, 0)
          : new Price(0, oc / oo);
    }
    // One price for both, where they cannot be told apart.
    double both = ii + 2 * io + oo;
    double one = both == 0 ? 0 : (ic + oc) / both;
    return new Price(one, one);
  }
}
