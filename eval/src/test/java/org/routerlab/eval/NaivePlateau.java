package org.routerlab.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The statistics of The Routing Plateau once more, in plain loops over scores and choices. */
final class NaivePlateau {

  private final int queries;
  private final int models;
  private final double[][] y;
  private final int topModel;
  private final List<List<int[]>> choices = new ArrayList<>();
  private final List<List<double[][]>> predictions = new ArrayList<>();

  NaivePlateau(TestSet test, List<RouterRuns> routers) {
    queries = test.size();
    models = test.pool().size();
    topModel = test.ranking().best();
    y = new double[queries][models];
    for (int i = 0; i < queries; i++) {
      for (int m = 0; m < models; m++) {
        y[i][m] = test.score(i, m);
      }
    }
    for (RouterRuns runs : routers) {
      List<int[]> chosen = new ArrayList<>();
      List<double[][]> predicted = new ArrayList<>();
      for (Evaluation run : runs.seeds()) {
        int[] models = new int[queries];
        double[][] p = new double[queries][this.models];
        for (int i = 0; i < queries; i++) {
          models[i] = run.selection().decisions().model(i);
          for (int m = 0; m < this.models; m++) {
            p[i][m] = run.predictions().orElseThrow().get(i, m);
          }
        }
        chosen.add(models);
        predicted.add(p);
      }
      choices.add(chosen);
      predictions.add(predicted);
    }
  }

  double bce(int router) {
    double sum = 0;
    int count = 0;
    for (double[][] p : predictions.get(router)) {
      for (int i = 0; i < queries; i++) {
        for (int m = 0; m < models; m++) {
          double clipped = p[i][m] < 1e-6 ? 1e-6 : p[i][m] > 1 - 1e-6 ? 1 - 1e-6 : p[i][m];
          sum -= y[i][m] * Math.log(clipped) + (1 - y[i][m]) * Math.log(1 - clipped);
          count++;
        }
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  double brier(int router) {
    double sum = 0;
    int count = 0;
    for (double[][] p : predictions.get(router)) {
      for (int i = 0; i < queries; i++) {
        for (int m = 0; m < models; m++) {
          sum += (p[i][m] - y[i][m]) * (p[i][m] - y[i][m]);
          count++;
        }
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  /** By bins that hold confidences and scores apart, as the definition has it. */
  double ece(int router) {
    double total = 0;
    int count = predictions.get(router).size() * queries * models;
    for (int bin = 0; bin < 15; bin++) {
      double confidence = 0;
      double score = 0;
      int inBin = 0;
      for (double[][] p : predictions.get(router)) {
        for (int i = 0; i < queries; i++) {
          for (int m = 0; m < models; m++) {
            boolean last = bin == 14 && p[i][m] >= 1;
            if (last || (p[i][m] * 15 >= bin && p[i][m] * 15 < bin + 1)) {
              confidence += p[i][m];
              score += y[i][m];
              inBin++;
            }
          }
        }
      }
      if (inBin > 0) {
        total += inBin / (double) count * Math.abs(confidence / inBin - score / inBin);
      }
    }
    return count == 0 ? Double.NaN : total;
  }

  private double score(int router, int i) {
    double sum = 0;
    for (int[] run : choices.get(router)) {
      sum += y[i][run[i]];
    }
    return sum / choices.get(router).size();
  }

  private double best(int i) {
    double best = 0;
    for (double score : y[i]) {
      best = Math.max(best, score);
    }
    return best;
  }

  double oracle() {
    double sum = 0;
    for (int i = 0; i < queries; i++) {
      sum += best(i);
    }
    return sum / queries;
  }

  private double accuracy(int router) {
    double sum = 0;
    for (int i = 0; i < queries; i++) {
      sum += score(router, i);
    }
    return sum / queries;
  }

  /** The accuracies in descending order, each in an array of its own. */
  List<double[]> ranked() {
    List<double[]> ranked = new ArrayList<>();
    for (int router = 0; router < choices.size(); router++) {
      ranked.add(new double[] {accuracy(router)});
    }
    ranked.sort((a, b) -> Double.compare(b[0], a[0]));
    return ranked;
  }

  double seedDeviation(int router) {
    List<Double> accuracies = new ArrayList<>();
    for (int[] run : choices.get(router)) {
      double sum = 0;
      for (int i = 0; i < queries; i++) {
        sum += y[i][run[i]];
      }
      accuracies.add(sum / queries);
    }
    // By all pairs, which needs no mean.
    double squares = 0;
    for (double first : accuracies) {
      for (double second : accuracies) {
        squares += (first - second) * (first - second) / 2;
      }
    }
    int n = accuracies.size();
    return n < 2 ? Double.NaN : Math.sqrt(squares / n / (n - 1));
  }

  private boolean isHard(int i) {
    int right = 0;
    for (double score : y[i]) {
      right += score >= .5 ? 1 : 0;
    }
    int bound = Math.max(8, (int) Math.ceil(models / 2.0));
    return right == 1 || (right > 1 && right <= bound && y[i][topModel] < .5);
  }

  private boolean isSolvable(int i) {
    boolean solvable = false;
    for (double score : y[i]) {
      solvable |= score >= .5;
    }
    return solvable;
  }

  /** Share, spread, gap on hard, gap on easy, ratio, share explained. */
  double[] hardEasy() {
    int hard = 0;
    int easy = 0;
    double hardGap = 0;
    double easyGap = 0;
    double allGap = 0;
    double[] onHard = new double[choices.size()];
    for (int i = 0; i < queries; i++) {
      double gap = 0;
      for (int router = 0; router < choices.size(); router++) {
        gap += (best(i) - score(router, i)) / choices.size();
        onHard[router] += isHard(i) ? score(router, i) : 0;
      }
      allGap += gap;
      if (isHard(i)) {
        hard++;
        hardGap += gap;
      } else if (isSolvable(i)) {
        easy++;
        easyGap += gap;
      }
    }
    double most = Double.NEGATIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    for (double sum : onHard) {
      most = Math.max(most, sum / hard);
      least = Math.min(least, sum / hard);
    }
    return new double[] {
      hard / (double) queries,
      most - least,
      hardGap / hard,
      easyGap / easy,
      hardGap / hard / (easyGap / easy),
      hardGap / allGap
    };
  }

  /** For every pair: the share that differ, what the first gains, what it loses. */
  List<double[]> pairs() {
    List<double[]> pairs = new ArrayList<>();
    for (int a = 0; a < choices.size(); a++) {
      for (int b = a + 1; b < choices.size(); b++) {
        double[] pair = new double[3];
        int count = 0;
        for (int[] first : choices.get(a)) {
          for (int[] second : choices.get(b)) {
            for (int i = 0; i < queries; i++) {
              double change = y[i][first[i]] - y[i][second[i]];
              pair[0] += first[i] == second[i] ? 0 : 1;
              pair[1] += change > 0 ? change : 0;
              pair[2] += change < 0 ? -change : 0;
              count++;
            }
          }
        }
        pairs.add(new double[] {pair[0] / count, pair[1] / count, pair[2] / count});
      }
    }
    return pairs;
  }

  /** Least and most differing, and the medians of gap, change and signed change. */
  double[] medians() {
    double least = Double.NaN;
    double most = Double.NaN;
    List<Double> gaps = new ArrayList<>();
    List<Double> changes = new ArrayList<>();
    List<Double> signed = new ArrayList<>();
    for (double[] pair : pairs()) {
      least = Double.isNaN(least) ? pair[0] : Math.min(least, pair[0]);
      most = Double.isNaN(most) ? pair[0] : Math.max(most, pair[0]);
      gaps.add(Math.abs(pair[1] - pair[2]));
      if (pair[0] > 0) {
        changes.add((pair[1] + pair[2]) / pair[0]);
        signed.add(Math.abs(pair[1] - pair[2]) / pair[0]);
      }
    }
    return new double[] {least, most, median(gaps), median(changes), median(signed)};
  }

  static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    sorted.removeIf(value -> value.isNaN());
    Collections.sort(sorted);
    int n = sorted.size();
    return n == 0 ? Double.NaN : (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
  }
}
