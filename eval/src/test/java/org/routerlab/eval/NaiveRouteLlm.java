package org.routerlab.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A strong and a weak model in plain loops. */
final class NaiveRouteLlm {

  private final NaiveTable table;
  private final List<Integer> rows;
  private final int weak;
  private final int strong;

  NaiveRouteLlm(NaiveTable table, List<Integer> rows) {
    this(table, rows, weakest(table), table.bestSingle());
  }

  NaiveRouteLlm(NaiveTable table, List<Integer> rows, int weak, int strong) {
    this.table = table;
    this.rows = rows;
    this.weak = weak;
    this.strong = strong;
  }

  static int weakest(NaiveTable table) {
    int weak = -1;
    for (int m = 0; m < table.models; m++) {
      if (table.costs) {
        boolean cheaper = weak < 0 || table.trainCost[m] < table.trainCost[weak];
        boolean tie = weak >= 0 && table.trainCost[m] == table.trainCost[weak];
        weak = cheaper || (tie && table.ranksBefore(m, weak)) ? m : weak;
      } else if (table.seen[m] && (weak < 0 || table.ranksBefore(weak, m))) {
        weak = m;
      }
    }
    return weak < 0 ? table.bestSingle() : weak;
  }

  private double w(int i, boolean byWeak) {
    return byWeak ? -table.p.get(i)[weak] : table.p.get(i)[strong] - table.p.get(i)[weak];
  }

  /** A_0 ... A_n, each the mean over the orders of queries of equal priority. */
  private List<Double> accuracies(boolean byWeak) {
    List<Integer> order = new ArrayList<>(rows);
    Collections.sort(order, (a, b) -> Long.compare(level(b, byWeak), level(a, byWeak)));
    List<Double> accuracies = new ArrayList<>();
    for (int k = 0; k <= order.size(); k++) {
      double sum = 0;
      for (int i : order) {
        int before = 0;
        int equal = 0;
        for (int other : order) {
          before += level(other, byWeak) > level(i, byWeak) ? 1 : 0;
          equal += level(other, byWeak) == level(i, byWeak) ? 1 : 0;
        }
        // The chance that this query is among the first k.
        double handed = Math.max(0, Math.min(1, (k - before) / (double) equal));
        sum += handed * table.y.get(i)[strong] + (1 - handed) * table.y.get(i)[weak];
      }
      accuracies.add(sum / order.size());
    }
    return accuracies;
  }

  private long level(int i, boolean byWeak) {
    return Math.round(w(i, byWeak) * 1e6);
  }

  private double at(List<Double> values, double f) {
    double x = f * (values.size() - 1);
    int below = (int) Math.floor(x + 1e-9);
    if (below >= values.size() - 1) {
      return values.get(values.size() - 1);
    }
    return values.get(below) + (x - below) * (values.get(below + 1) - values.get(below));
  }

  private List<Double> recovered() {
    List<Double> accuracies = accuracies(false);
    double low = accuracies.get(0);
    double high = accuracies.get(accuracies.size() - 1);
    List<Double> recovered = new ArrayList<>();
    for (double accuracy : accuracies) {
      recovered.add((accuracy - low) / (high - low));
    }
    return recovered;
  }

  private boolean isGap() {
    List<Double> accuracies = accuracies(false);
    return accuracies.get(accuracies.size() - 1) > accuracies.get(0) + 1e-9;
  }

  private static double area(List<Double> values) {
    double area = 0;
    for (int k = 1; k < values.size(); k++) {
      area += (values.get(k - 1) + values.get(k)) / 2 / (values.size() - 1);
    }
    return area;
  }

  double apgr() {
    return isGap() ? area(recovered()) : Double.NaN;
  }

  double apgr10() {
    double sum = 0;
    for (int j = 1; j <= 10; j++) {
      sum += isGap() ? at(recovered(), j / 10.0) : Double.NaN;
    }
    return sum / 10;
  }

  double cpt(int percent) {
    if (!isGap()) {
      return Double.NaN;
    }
    List<Double> recovered = recovered();
    double target = percent / 100.0;
    for (int k = 1; k < recovered.size(); k++) {
      double before = recovered.get(k - 1);
      double after = recovered.get(k);
      if (after >= target - 1e-9) {
        double step = Math.min(1, (target - before) / (after - before));
        return (k - 1 + step) / (recovered.size() - 1);
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /** By the 11 deciles of all rows, at the last of which nothing is handed over. */
  double apgrThresholds() {
    if (!isGap()) {
      return Double.NaN;
    }
    List<double[]> points = thresholdPoints();
    double area = 0;
    double areaWeak = 0;
    double areaStrong = 0;
    List<Double> accuracies = accuracies(false);
    for (int j = 1; j < points.size(); j++) {
      double width = points.get(j)[0] - points.get(j - 1)[0];
      area += width * (points.get(j)[1] + points.get(j - 1)[1]) / 2;
      areaWeak += width * accuracies.get(0);
      areaStrong += width * accuracies.get(accuracies.size() - 1);
    }
    return (area - areaWeak) / (areaStrong - areaWeak);
  }

  /** (share of calls, accuracy) by growing share. */
  private List<double[]> thresholdPoints() {
    List<Double> sorted = new ArrayList<>();
    for (int i = 0; i < table.y.size(); i++) {
      sorted.add(w(i, false));
    }
    Collections.sort(sorted);
    List<double[]> points = new ArrayList<>();
    for (int j = 10; j >= 0; j--) {
      double position = (sorted.size() - 1) * j / 10.0;
      int below = (int) Math.floor(position);
      int above = Math.min(sorted.size() - 1, below + 1);
      double threshold =
          sorted.get(below) + (position - below) * (sorted.get(above) - sorted.get(below));
      double calls = 0;
      double score = 0;
      for (int i : rows) {
        boolean handed = j == 10 ? w(i, false) > threshold : w(i, false) >= threshold;
        calls += handed ? 1 : 0;
        score += table.y.get(i)[handed ? strong : weak];
      }
      points.add(new double[] {calls / rows.size(), score / rows.size()});
    }
    return points;
  }

  /** The last of 11 points not above the target, as halving finds it, and a line to the next. */
  double cptInterpolated(int percent) {
    if (!isGap()) {
      return Double.NaN;
    }
    List<Double> accuracies = accuracies(false);
    double first = accuracies.get(0);
    double last = accuracies.get(accuracies.size() - 1);
    double target = first + percent / 100.0 * (last - first);
    List<double[]> points = thresholdPoints();
    int from = 0;
    int to = points.size();
    while (to - from > 0) {
      int half = from + (to - from) / 2;
      boolean reached = points.get(half)[1] > target + 1e-9;
      from = reached ? from : half + 1;
      to = reached ? half : to;
    }
    double[] a = points.get(from - 1);
    double[] b = points.get(from);
    return a[0] + Math.max(0, (target - a[1]) / (b[1] - a[1])) * (b[0] - a[0]);
  }

  double routingRateArea(boolean byWeak) {
    return weak == strong || rows.isEmpty() ? Double.NaN : area(accuracies(byWeak));
  }

  double routingRateGain(boolean byWeak) {
    List<Double> accuracies = accuracies(byWeak);
    double line = (accuracies.get(0) + accuracies.get(accuracies.size() - 1)) / 2;
    return routingRateArea(byWeak) - line;
  }
}
