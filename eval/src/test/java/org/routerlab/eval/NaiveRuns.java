package org.routerlab.eval;

import java.util.ArrayList;
import java.util.List;

/** Recorded outcomes and a router's choices as plain arrays, for naive twins. */
final class NaiveRuns {

  final int queries;
  final int models;
  final double[][] y;
  final double[][] c;
  final String[] datasets;

  /** Choices of every run, by the router's scores alone. */
  final List<int[]> choices = new ArrayList<>();

  private final TestSet test;
  private final RouterRuns runs;

  NaiveRuns(TestSet test, RouterRuns runs) {
    this.test = test;
    this.runs = runs;
    queries = test.size();
    models = test.pool().size();
    y = new double[queries][models];
    c = new double[queries][models];
    datasets = new String[queries];
    for (int i = 0; i < queries; i++) {
      datasets[i] = test.queries().get(i).dataset();
      for (int m = 0; m < models; m++) {
        y[i][m] = test.score(i, m);
        c[i][m] = test.hasCosts() ? test.cost(i, m) : 0;
      }
    }
    for (Evaluation run : runs.seeds()) {
      choices.add(run.selection().decisions().toArray());
    }
  }

  /** Whether a tie goes to model a: the order of training. */
  boolean ranksBefore(int a, int b) {
    return test.ranking().prefers(a, b);
  }

  int trainBest() {
    int best = 0;
    for (int m = 1; m < models; m++) {
      if (ranksBefore(m, best)) {
        best = m;
      }
    }
    return best;
  }

  int testBest() {
    int best = 0;
    for (int m = 1; m < models; m++) {
      double difference = 0;
      for (int i = 0; i < queries; i++) {
        difference += y[i][m] - y[i][best];
      }
      if (difference > 1e-9 || (difference > -1e-9 && ranksBefore(m, best))) {
        best = m;
      }
    }
    return best;
  }

  /** The mean over runs of the chosen model's score. */
  double score(int i) {
    double sum = 0;
    for (int[] chosen : choices) {
      sum += y[i][chosen[i]];
    }
    return sum / choices.size();
  }

  double oracle(int i) {
    double best = 0;
    for (double score : y[i]) {
      best = Math.max(best, score);
    }
    return best;
  }

  int solvers(int i) {
    int n = 0;
    for (double score : y[i]) {
      n += score >= .5 ? 1 : 0;
    }
    return n;
  }

  /**
   * For λ from 1 down to 0, the means over runs of {scores, costs} on every query: weights × 2 ×
   * queries.
   */
  List<double[][]> sweep() {
    List<Double> lambdas = new ArrayList<>(List.of(1.0));
    for (double exponent = 12; exponent >= -12; exponent -= .25) {
      double odds = StrictMath.pow(2, exponent);
      lambdas.add(odds / (1 + odds));
    }
    lambdas.add(0.0);
    List<double[][]> points = new ArrayList<>();
    for (double lambda : lambdas) {
      double[][] point = new double[2][queries];
      for (Evaluation run : runs.seeds()) {
        int[] chosen = run.choose(lambda).decisions().toArray();
        for (int i = 0; i < queries; i++) {
          point[0][i] += y[i][chosen[i]] / runs.seeds().size();
          point[1][i] += c[i][chosen[i]] / runs.seeds().size();
        }
      }
      points.add(point);
    }
    return points;
  }

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
