package org.routerlab.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;

/** The measures of LLMRouterBench once more, in plain loops. */
final class NaiveLlmRouterBench {

  private final NaiveRuns naive;

  NaiveLlmRouterBench(NaiveRuns naive) {
    this.naive = naive;
  }

  double random(int i) {
    double sum = 0;
    for (double score : naive.y[i]) {
      sum += score;
    }
    return sum / naive.models;
  }

  /** The model of the highest unweighted mean of dataset accuracies. */
  int averageBest() {
    int best = 0;
    for (int m = 1; m < naive.models; m++) {
      int model = m;
      int other = best;
      double difference = average(i -> naive.y[i][model]) - average(i -> naive.y[i][other]);
      if (difference > 1e-9 || (difference > -1e-9 && naive.ranksBefore(m, best))) {
        best = m;
      }
    }
    return best;
  }

  private double accuracy(String dataset, IntToDoubleFunction score) {
    double sum = 0;
    int n = 0;
    for (int i = 0; i < naive.queries; i++) {
      if (naive.datasets[i].equals(dataset)) {
        sum += score.applyAsDouble(i);
        n++;
      }
    }
    return sum / n;
  }

  private double average(IntToDoubleFunction score) {
    double sum = 0;
    TreeSet<String> datasets = new TreeSet<>(List.of(naive.datasets));
    for (String dataset : datasets) {
      sum += accuracy(dataset, score);
    }
    return sum / datasets.size();
  }

  double meanOfRatios(IntToDoubleFunction reference) {
    double sum = 0;
    int n = 0;
    for (String dataset : new TreeSet<>(List.of(naive.datasets))) {
      double denominator = accuracy(dataset, reference);
      if (denominator > 0) {
        sum += accuracy(dataset, naive::score) / denominator;
        n++;
      }
    }
    return n == 0 ? Double.NaN : sum / n;
  }

  double ratioOfMeans(IntToDoubleFunction reference) {
    double denominator = average(reference);
    return denominator > 0 ? average(naive::score) / denominator : Double.NaN;
  }

  /** The same on a resample of counted queries; NaN where one of the datasets is missing there. */
  double resampled(boolean ofRatios, int[] counts, IntToDoubleFunction reference) {
    double ratios = 0;
    double scores = 0;
    double references = 0;
    int n = 0;
    for (String dataset : new TreeSet<>(List.of(naive.datasets))) {
      if (ofRatios && accuracy(dataset, reference) < 1e-9) {
        continue;
      }
      double score = 0;
      double expected = 0;
      int drawn = 0;
      for (int i = 0; i < naive.queries; i++) {
        for (int k = 0; k < counts[i] && naive.datasets[i].equals(dataset); k++) {
          score += naive.score(i);
          expected += reference.applyAsDouble(i);
          drawn++;
        }
      }
      if (drawn == 0 || (ofRatios && expected < 1e-9)) {
        return Double.NaN;
      }
      ratios += score / expected;
      scores += score / drawn;
      references += expected / drawn;
      n++;
    }
    if (n == 0 || references < 1e-9) {
      return Double.NaN;
    }
    return ofRatios ? ratios / n : scores / references;
  }

  double recall(int least, int most) {
    double sum = 0;
    int n = 0;
    for (int i = 0; i < naive.queries; i++) {
      if (naive.solvers(i) >= least && naive.solvers(i) <= most) {
        sum += naive.score(i);
        n++;
      }
    }
    return n == 0 ? Double.NaN : sum / n;
  }

  double perfGain(int best) {
    double reference = 0;
    for (int i = 0; i < naive.queries; i++) {
      reference += naive.y[i][best] / naive.queries;
    }
    double highest = 0;
    for (double[][] point : naive.sweep()) {
      highest = Math.max(highest, NaiveRuns.mean(point[0]));
    }
    return reference > 0 ? (highest - reference) / reference : Double.NaN;
  }

  double costSave(int best) {
    double accuracy = 0;
    double cost = 0;
    for (int i = 0; i < naive.queries; i++) {
      accuracy += naive.y[i][best] / naive.queries;
      cost += naive.c[i][best] / naive.queries;
    }
    double least = Double.NaN;
    for (double[][] point : naive.sweep()) {
      double own = NaiveRuns.mean(point[1]);
      if (NaiveRuns.mean(point[0]) > accuracy - 1e-9 && !(own >= least)) {
        least = own;
      }
    }
    return cost > 0 ? (cost - least) / cost : Double.NaN;
  }

  /** The router's different configurations as (cost, accuracy). */
  List<double[]> configurations() {
    List<double[]> found = new ArrayList<>();
    double[][] previous = null;
    for (double[][] point : naive.sweep()) {
      boolean isNew = previous == null;
      for (int i = 0; i < naive.queries && previous != null; i++) {
        isNew |= Math.abs(point[0][i] - previous[0][i]) > 1e-12;
        isNew |= Math.abs(point[1][i] - previous[1][i]) > 1e-12;
      }
      if (isNew) {
        found.add(new double[] {NaiveRuns.mean(point[1]), NaiveRuns.mean(point[0])});
      }
      previous = point;
    }
    return found;
  }

  List<double[]> singleModels() {
    List<double[]> found = new ArrayList<>();
    for (int m = 0; m < naive.models; m++) {
      double[] point = new double[2];
      for (int i = 0; i < naive.queries; i++) {
        point[0] += naive.c[i][m] / naive.queries;
        point[1] += naive.y[i][m] / naive.queries;
      }
      found.add(point);
    }
    return found;
  }

  /**
   * The mean distance of {@code own} to the front of {@code all}, which are in [0, 1] on both axes;
   * negative for what no mixture of neighbours on the front is as cheap and as good as.
   */
  static double paretoDistance(List<double[]> own, List<double[]> all) {
    double[] low = {Double.MAX_VALUE, Double.MAX_VALUE};
    double[] high = {0, 0};
    for (double[] point : all) {
      for (int axis = 0; axis < 2; axis++) {
        low[axis] = Math.min(low[axis], point[axis]);
        high[axis] = Math.max(high[axis], point[axis]);
      }
    }
    List<double[]> front = new ArrayList<>();
    for (double[] a : all) {
      boolean dominated = false;
      for (double[] b : all) {
        boolean noWorse = b[0] <= a[0] + 1e-12 && b[1] >= a[1] - 1e-12;
        dominated |= noWorse && (b[0] < a[0] - 1e-12 || b[1] > a[1] + 1e-12);
      }
      if (!dominated) {
        front.add(scaled(a, low, high));
      }
    }
    front.sort((a, b) -> Double.compare(a[0], b[0]));
    // The level part ends beyond any point.
    front.add(new double[] {10, front.get(front.size() - 1)[1]});
    double sum = 0;
    for (double[] point : own) {
      double[] p = scaled(point, low, high);
      double nearest = Double.MAX_VALUE;
      for (int j = 1; j < front.size(); j++) {
        nearest = Math.min(nearest, toSegment(p, front.get(j - 1), front.get(j)));
      }
      boolean reached = false;
      for (int j = 1; j < front.size(); j++) {
        double[] a = front.get(j - 1);
        double[] b = front.get(j);
        double x = Math.min(b[0], p[0]);
        double height = b[0] == a[0] ? b[1] : a[1] + (x - a[0]) / (b[0] - a[0]) * (b[1] - a[1]);
        reached |= p[0] >= a[0] - 1e-9 && height >= p[1] - 1e-9;
      }
      sum += reached ? nearest : -nearest;
    }
    return sum / own.size();
  }

  private static double[] scaled(double[] point, double[] low, double[] high) {
    double[] scaled = new double[2];
    for (int axis = 0; axis < 2; axis++) {
      double range = high[axis] - low[axis];
      scaled[axis] = range < 1e-12 ? 0 : (point[axis] - low[axis]) / range;
    }
    return scaled;
  }

  private static double toSegment(double[] p, double[] a, double[] b) {
    double squared = Math.pow(b[0] - a[0], 2) + Math.pow(b[1] - a[1], 2);
    double t =
        squared == 0
            ? 0
            : ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / squared;
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    return Math.hypot(p[0] - a[0] - t * (b[0] - a[0]), p[1] - a[1] - t * (b[1] - a[1]));
  }
}
