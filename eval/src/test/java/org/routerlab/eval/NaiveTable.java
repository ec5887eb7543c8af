package org.routerlab.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.routerlab.core.OutcomeTable;

/** The complete rows of a table and its plain choices, in plain loops; shares no code. */
final class NaiveTable {

  final int models;
  final double[] trainMean;
  final double[] trainCost;
  final boolean[] seen;
  double maxTrainCost;
  final boolean costs;
  final List<double[]> y = new ArrayList<>();
  final List<double[]> c = new ArrayList<>();
  final List<double[]> p = new ArrayList<>();

  NaiveTable(Tables.Case table, int seed) {
    OutcomeTable train = table.train();
    OutcomeTable test = table.test();
    models = test.pool().size();
    trainMean = new double[models];
    trainCost = new double[models];
    seen = new boolean[models];
    boolean hasCosts = train.hasCosts() && test.hasCosts();
    for (int m = 0; m < models; m++) {
      double sum = 0;
      int n = 0;
      for (int i = 0; i < train.size(); i++) {
        if (!Float.isNaN(train.score(i, m))) {
          sum += train.score(i, m);
          n++;
        }
        if (hasCosts) {
          trainCost[m] += train.cost(i, m);
          maxTrainCost = Math.max(maxTrainCost, train.cost(i, m));
        }
      }
      seen[m] = n > 0;
      trainMean[m] = n == 0 ? -1 : sum / n;
      trainCost[m] /= train.size();
    }
    for (int i = 0; i < test.size(); i++) {
      double[] scores = new double[models];
      double[] spent = new double[models];
      double[] predicted = new double[models];
      boolean complete = true;
      for (int m = 0; m < models; m++) {
        scores[m] = test.score(i, m);
        complete &= !Double.isNaN(scores[m]);
        spent[m] = hasCosts ? test.cost(i, m) : 0;
        predicted[m] = table.predictions().get(seed).get(i, m);
      }
      if (complete) {
        y.add(scores);
        c.add(spent);
        p.add(predicted);
      }
    }
    costs = hasCosts && !y.isEmpty();
  }

  /** Every complete row once. */
  List<Integer> allRows() {
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < y.size(); i++) {
      rows.add(i);
    }
    return rows;
  }

  /** Rows as often as they are counted. */
  List<Integer> drawn(int[] counts) {
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      for (int k = 0; k < counts[i]; k++) {
        rows.add(i);
      }
    }
    return rows;
  }

  boolean ranksBefore(int a, int b) {
    if (trainMean[a] != trainMean[b]) {
      return trainMean[a] > trainMean[b];
    }
    return trainCost[a] != trainCost[b] ? trainCost[a] < trainCost[b] : a < b;
  }

  int bestSingle() {
    int best = 0;
    for (int m = 1; m < models; m++) {
      best = ranksBefore(m, best) ? m : best;
    }
    return best;
  }

  int choice(int i, double lambda, double budget) {
    int best = -1;
    double highest = 0;
    for (int m = 0; m < models; m++) {
      if (trainCost[m] > budget) {
        continue;
      }
      double scaled = maxTrainCost == 0 ? 0 : trainCost[m] / maxTrainCost;
      double value = (1 - lambda) * p.get(i)[m] - lambda * scaled;
      if (best < 0 || value > highest || (value == highest && ranksBefore(m, best))) {
        best = m;
        highest = value;
      }
    }
    return best;
  }

  List<Double> budgets() {
    TreeSet<Double> budgets = new TreeSet<>();
    for (double cost : trainCost) {
      budgets.add(cost);
    }
    return new ArrayList<>(budgets);
  }

  double mean(List<double[]> values, int model, List<Integer> rows) {
    double sum = 0;
    for (int i : rows) {
      sum += values.get(i)[model];
    }
    return sum / rows.size();
  }

  /** Points (mean realised cost, accuracy) for odds 2^12, 2^11.75 ... 2^-12 and both ends. */
  List<double[]> lambdaPoints(List<Integer> rows) {
    List<Double> lambdas = new ArrayList<>(List.of(0.0, 1.0));
    for (double exponent = -12; exponent <= 12; exponent += .25) {
      double odds = StrictMath.pow(2, exponent);
      lambdas.add(odds / (1 + odds));
    }
    List<double[]> points = new ArrayList<>();
    for (double lambda : lambdas) {
      double score = 0;
      double cost = 0;
      for (int i : rows) {
        int chosen = choice(i, lambda, Double.POSITIVE_INFINITY);
        score += y.get(i)[chosen];
        cost += c.get(i)[chosen];
      }
      points.add(new double[] {cost / rows.size(), score / rows.size()});
    }
    return points;
  }
}
