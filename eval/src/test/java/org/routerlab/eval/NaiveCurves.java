package org.routerlab.eval;

import java.util.ArrayList;
import java.util.List;

/** Readings of the deferral curve by cost weight in plain loops. */
final class NaiveCurves {

  private final NaiveTable table;
  private final List<Integer> rows;
  private double low;
  private double high;
  private double anchor;

  NaiveCurves(NaiveTable table, List<Integer> rows) {
    this.table = table;
    this.rows = rows;
    for (int i : rows) {
      double[] costs = table.c.get(i);
      int cheapest = 0;
      double dearest = costs[0];
      for (int m = 1; m < table.models; m++) {
        boolean tie = costs[m] == costs[cheapest] && table.ranksBefore(m, cheapest);
        cheapest = costs[m] < costs[cheapest] || tie ? m : cheapest;
        dearest = Math.max(dearest, costs[m]);
      }
      low += costs[cheapest] / rows.size();
      high += dearest / rows.size();
      anchor += table.y.get(i)[cheapest] / rows.size();
    }
  }

  /** Points that no other is at once cheaper or as cheap, and better or as good as. */
  static List<double[]> nonDominated(List<double[]> points) {
    List<double[]> kept = new ArrayList<>();
    for (double[] a : points) {
      boolean dominated = false;
      for (double[] b : points) {
        boolean noWorse = b[0] <= a[0] + 1e-12 && b[1] >= a[1] - 1e-12;
        dominated |= noWorse && (b[0] < a[0] - 1e-12 || b[1] > a[1] + 1e-12);
      }
      for (double[] b : kept) {
        dominated |= Math.abs(a[0] - b[0]) < 1e-12 && Math.abs(a[1] - b[1]) < 1e-12;
      }
      if (!dominated) {
        kept.add(a);
      }
    }
    kept.sort((a, b) -> Double.compare(a[0], b[0]));
    return kept;
  }

  /** The greatest accuracy of any mixture of two points, at a cost; flat beyond both ends. */
  static double mixed(List<double[]> points, double cost) {
    List<double[]> curve = nonDominated(points);
    if (cost <= curve.get(0)[0]) {
      return curve.get(0)[1];
    }
    double best = 0;
    for (double[] a : curve) {
      if (a[0] <= cost) {
        best = Math.max(best, a[1]);
      }
      for (double[] b : curve) {
        if (a[0] <= cost && b[0] > cost) {
          best = Math.max(best, a[1] + (cost - a[0]) / (b[0] - a[0]) * (b[1] - a[1]));
        }
      }
    }
    return best;
  }

  /** On straight lines between neighbours; flat beyond both ends. */
  private static double joined(List<double[]> curve, double cost) {
    if (cost <= curve.get(0)[0]) {
      return curve.get(0)[1];
    }
    for (int j = 1; j < curve.size(); j++) {
      double[] a = curve.get(j - 1);
      double[] b = curve.get(j);
      if (cost <= b[0]) {
        return a[1] + (cost - a[0]) / (b[0] - a[0]) * (b[1] - a[1]);
      }
    }
    return curve.get(curve.size() - 1)[1];
  }

  private static double stepped(List<double[]> curve, double cost) {
    double value = curve.get(0)[1];
    for (double[] point : curve) {
      value = point[0] <= cost ? point[1] : value;
    }
    return value;
  }

  @FunctionalInterface
  private interface Height {
    double at(double cost);
  }

  /** Exact for heights that are straight between neighbouring stops: each piece by its middle. */
  private static double area(Height height, List<double[]> curve, double from, double to) {
    List<Double> stops = new ArrayList<>(List.of(from, to));
    for (double[] point : curve) {
      if (point[0] > from && point[0] < to) {
        stops.add(point[0]);
      }
    }
    stops.sort(Double::compare);
    double area = 0;
    for (int j = 1; j < stops.size(); j++) {
      double width = stops.get(j) - stops.get(j - 1);
      area += width * height.at((stops.get(j) + stops.get(j - 1)) / 2);
    }
    return area;
  }

  private List<double[]> curve() {
    return nonDominated(table.lambdaPoints(rows));
  }

  double zeroToMax() {
    List<double[]> curve = curve();
    return high == 0 ? Double.NaN : area(c -> joined(curve, c), curve, 0, high) / high;
  }

  double ownRange() {
    List<double[]> curve = curve();
    double last = rows.isEmpty() ? 0 : curve.get(curve.size() - 1)[0];
    return last == 0
        ? Double.NaN
        : area(c -> joined(curve, c), curve, curve.get(0)[0], last) / last;
  }

  double step() {
    if (high - low < 1e-12) {
      return Double.NaN;
    }
    List<double[]> points = table.lambdaPoints(rows);
    points.add(new double[] {low, anchor});
    List<double[]> curve = nonDominated(points);
    return area(c -> stepped(curve, c), curve, low, high) / (high - low);
  }

  private double single(boolean greatest, boolean ofCosts) {
    double result = greatest ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    for (int m = 0; m < table.models; m++) {
      double mean = table.mean(ofCosts ? table.c : table.y, m, rows);
      result = greatest ? Math.max(result, mean) : Math.min(result, mean);
    }
    return result;
  }

  double cascadeRouting() {
    double from = single(false, true);
    double to = single(true, true);
    if (!(to - from > 1e-12)) {
      return Double.NaN;
    }
    List<double[]> points = table.lambdaPoints(rows);
    if (nonDominated(points).get(0)[0] > from + 1e-12) {
      points.add(new double[] {from, single(false, false)});
    }
    List<double[]> curve = nonDominated(points);
    return area(c -> joined(curve, c), curve, from, to) / (to - from);
  }

  double aiq() {
    double from = single(false, true);
    double to = single(true, true);
    List<double[]> points = curve();
    return to - from > 1e-12
        ? area(c -> mixed(points, c), points, from, to) / (to - from)
        : Double.NaN;
  }

  double aiqCode() {
    double to = single(true, true);
    List<double[]> points = curve();
    return to > 0 ? area(c -> mixed(points, c), points, points.get(0)[0], to) / to : Double.NaN;
  }

  private double target() {
    return table.mean(table.y, table.bestSingle(), rows);
  }

  /** The least cost of any mixture of neighbours as good as the best model of all test rows. */
  double qncTestBest() {
    int best = 0;
    for (int m = 1; m < table.models; m++) {
      double ahead =
          table.mean(table.y, m, table.allRows()) - table.mean(table.y, best, table.allRows());
      best = ahead > 1e-9 || (ahead > -1e-9 && table.ranksBefore(m, best)) ? m : best;
    }
    double reference = table.mean(table.c, best, rows);
    if (!(reference > 0)) {
      return Double.NaN;
    }
    double wanted = table.mean(table.y, best, rows);
    List<double[]> curve = curve();
    for (int j = 0; j < curve.size(); j++) {
      double[] b = curve.get(j);
      if (b[1] >= wanted - 1e-9) {
        double[] a = curve.get(Math.max(0, j - 1));
        double part = j == 0 ? 1 : (wanted - a[1]) / (b[1] - a[1]);
        return (a[0] + part * (b[0] - a[0])) / reference;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /** The area for budgets at 100 quantiles of the costs expected of every model on every row. */
  double predictedCostArea(double[][] expected) {
    if (!(high - low > 1e-12)) {
      return Double.NaN;
    }
    List<Double> sorted = new ArrayList<>();
    for (double[] costs : expected) {
      for (double cost : costs) {
        sorted.add(cost);
      }
    }
    sorted.sort(Double::compare);
    List<double[]> points = new ArrayList<>(List.of(new double[] {low, anchor}));
    for (int q = 0; q < 100; q++) {
      double at = q / 99.0 * (sorted.size() - 1);
      int below = (int) Math.floor(at);
      double above = sorted.get(Math.min(sorted.size() - 1, below + 1));
      double budget = sorted.get(below) + (at - below) * (above - sorted.get(below));
      double[] point = new double[2];
      for (int i : rows) {
        int chosen = within(expected[i], i, budget);
        point[0] += table.c.get(i)[chosen] / rows.size();
        point[1] += table.y.get(i)[chosen] / rows.size();
      }
      points.add(point);
    }
    List<double[]> curve = nonDominated(points);
    return area(c -> joined(curve, c), curve, low, high) / (high - low);
  }

  private int within(double[] costs, int i, double budget) {
    double least = Double.MAX_VALUE;
    for (double cost : costs) {
      least = Math.min(least, cost);
    }
    int chosen = -1;
    for (int m = 0; m < table.models; m++) {
      if (costs[m] <= Math.max(least, budget)) {
        double ahead = chosen < 0 ? 1 : table.p.get(i)[m] - table.p.get(i)[chosen];
        chosen = ahead > 0 || (ahead == 0 && table.ranksBefore(m, chosen)) ? m : chosen;
      }
    }
    return chosen;
  }

  double qncStep() {
    double reference = table.mean(table.c, table.bestSingle(), rows);
    if (!(reference > 0)) {
      return Double.NaN;
    }
    for (double[] point : curve()) {
      if (point[1] >= target() - 1e-9) {
        return point[0] / reference;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  double normalisedCost(double share) {
    if (!(high - low > 1e-12)) {
      return Double.NaN;
    }
    List<double[]> curve = curve();
    for (int j = 0; j < curve.size(); j++) {
      double[] b = curve.get(j);
      double missing = share * target() - b[1];
      if (missing <= 1e-9) {
        double[] a = curve.get(Math.max(0, j - 1));
        double part = j == 0 ? 1 : (share * target() - a[1]) / (b[1] - a[1]);
        return (a[0] + part * (b[0] - a[0]) - low) / (high - low);
      }
    }
    return 1;
  }

  /** The realised points of the models that no mixture of others beats on train. */
  List<double[]> zeroPoints(boolean hindsight) {
    List<double[]> train = new ArrayList<>();
    for (int m = 0; m < table.models; m++) {
      if (table.seen[m]) {
        train.add(new double[] {table.trainCost[m], table.trainMean[m]});
      }
    }
    List<double[]> points = new ArrayList<>();
    for (int m = 0; m < table.models; m++) {
      boolean first = true;
      for (int other = 0; other < table.models; other++) {
        boolean same =
            table.trainCost[other] == table.trainCost[m]
                && table.trainMean[other] == table.trainMean[m];
        first &= !(same && other != m && table.ranksBefore(other, m));
      }
      if (hindsight || (table.seen[m] && first && isVertex(train, table, m))) {
        points.add(new double[] {table.mean(table.c, m, rows), table.mean(table.y, m, rows)});
      }
    }
    return points;
  }

  private static boolean isVertex(List<double[]> train, NaiveTable table, int m) {
    List<double[]> others = new ArrayList<>();
    double cost = table.trainCost[m];
    double score = table.trainMean[m];
    for (double[] point : train) {
      if (point[0] != cost || point[1] != score) {
        others.add(point);
      }
    }
    for (double[] a : others) {
      if (a[0] <= cost && a[1] >= score) {
        return false;
      }
      for (double[] b : others) {
        if (a[0] < cost && b[0] > cost) {
          // Exactly the test of a chain: whether the way to it is no steeper than the way on.
          if ((score - a[1]) * (b[0] - cost) <= (b[1] - score) * (cost - a[0])) {
            return false;
          }
        }
      }
    }
    return true;
  }

  double gainOverZero(boolean hindsight) {
    List<double[]> zero = zeroPoints(hindsight);
    if (rows.isEmpty() || zero.isEmpty()) {
      return Double.NaN;
    }
    double gain = Double.NEGATIVE_INFINITY;
    for (double[] point : table.lambdaPoints(rows)) {
      gain = Math.max(gain, point[1] - mixed(zero, point[0]));
    }
    return gain;
  }

  double areaOverZero(boolean hindsight) {
    List<double[]> zero = zeroPoints(hindsight);
    if (rows.isEmpty() || zero.isEmpty()) {
      return Double.NaN;
    }
    double[] first = nonDominated(zero).get(0);
    if (!(high - first[0] > 1e-12)) {
      return Double.NaN;
    }
    List<double[]> points = table.lambdaPoints(rows);
    if (nonDominated(points).get(0)[0] > first[0] + 1e-12) {
      points.add(first);
    }
    List<double[]> router = nonDominated(points);
    double area =
        area(c -> joined(router, c), router, first[0], high)
            - area(c -> mixed(zero, c), zero, first[0], high);
    return area / (high - first[0]);
  }
}
