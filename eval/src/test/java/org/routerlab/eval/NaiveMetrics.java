package org.routerlab.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.matrix.FloatMatrix;

/** The metrics once more, straight from the specification in plain loops; shares no code. */
final class NaiveMetrics {

  private final int models;
  private final double[] trainMean;
  private final double[] trainCost;
  private double maxTrainCost;
  private final boolean costs;
  private final List<double[]> y = new ArrayList<>();
  private final List<double[]> c = new ArrayList<>();
  private final List<double[]> p = new ArrayList<>();
  private final List<String> datasets = new ArrayList<>();

  NaiveMetrics(OutcomeTable train, List<Query> queries, OutcomeTable test, FloatMatrix predicted) {
    models = test.pool().size();
    trainMean = new double[models];
    trainCost = new double[models];
    boolean hasCosts = train.hasCosts() && test.hasCosts();
    for (int m = 0; m < models; m++) {
      double sum = 0;
      int seen = 0;
      double cost = 0;
      for (int i = 0; i < train.size(); i++) {
        if (!Float.isNaN(train.score(i, m))) {
          sum += train.score(i, m);
          seen++;
        }
        if (hasCosts) {
          cost += train.cost(i, m);
          maxTrainCost = Math.max(maxTrainCost, train.cost(i, m));
        }
      }
      trainMean[m] = seen == 0 ? -1 : sum / seen;
      trainCost[m] = cost / train.size();
    }
    for (int i = 0; i < test.size(); i++) {
      boolean complete = true;
      for (int m = 0; m < models; m++) {
        complete &= !Float.isNaN(test.score(i, m));
      }
      if (complete) {
        y.add(row(test.scores(), i));
        p.add(row(predicted, i));
        c.add(hasCosts ? row(test.costs(), i) : new double[models]);
        datasets.add(queries.get(i).dataset());
      }
    }
    costs = hasCosts && !y.isEmpty();
  }

  private double[] row(FloatMatrix matrix, int i) {
    double[] row = new double[models];
    for (int m = 0; m < models; m++) {
      row[m] = matrix.get(i, m);
    }
    return row;
  }

  boolean hasCosts() {
    return costs;
  }

  int size() {
    return y.size();
  }

  /** Whether a tie goes to model a. */
  private boolean ranksBefore(int a, int b) {
    if (trainMean[a] != trainMean[b]) {
      return trainMean[a] > trainMean[b];
    }
    return trainCost[a] != trainCost[b] ? trainCost[a] < trainCost[b] : a < b;
  }

  private int bestSingle() {
    int best = 0;
    for (int m = 1; m < models; m++) {
      best = ranksBefore(m, best) ? m : best;
    }
    return best;
  }

  private double scaled(double cost) {
    return maxTrainCost == 0 ? 0 : cost / maxTrainCost;
  }

  private int choice(int i, double lambda, double budget) {
    int best = -1;
    double highest = 0;
    for (int m = 0; m < models; m++) {
      if (trainCost[m] > budget) {
        continue;
      }
      double value = (1 - lambda) * p.get(i)[m] - lambda * scaled(trainCost[m]);
      if (best < 0 || value > highest || (value == highest && ranksBefore(m, best))) {
        best = m;
        highest = value;
      }
    }
    return best;
  }

  private int choice(int i) {
    return choice(i, 0, Double.POSITIVE_INFINITY);
  }

  double accuracy() {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += y.get(i)[choice(i)];
    }
    return sum / size();
  }

  private double oracle() {
    double sum = 0;
    for (double[] row : y) {
      double best = 0;
      for (double score : row) {
        best = Math.max(best, score);
      }
      sum += best;
    }
    return sum / size();
  }

  double oracleGap() {
    return 100 * (oracle() - accuracy());
  }

  double gapClosed() {
    double single = 0;
    for (double[] row : y) {
      single += row[bestSingle()];
    }
    single /= size();
    double denominator = oracle() - single;
    return Math.abs(denominator) < 1e-12 ? Double.NaN : (accuracy() - single) / denominator;
  }

  TreeMap<String, Double> datasetAccuracies() {
    TreeMap<String, Double> result = new TreeMap<>();
    for (String dataset : new TreeSet<>(datasets)) {
      double sum = 0;
      int n = 0;
      for (int i = 0; i < size(); i++) {
        if (datasets.get(i).equals(dataset)) {
          sum += y.get(i)[choice(i)];
          n++;
        }
      }
      result.put(dataset, sum / n);
    }
    return result;
  }

  double datasetAverage() {
    double sum = 0;
    for (double accuracy : datasetAccuracies().values()) {
      sum += accuracy;
    }
    return sum / datasetAccuracies().size();
  }

  String stratum(int i) {
    int n = 0;
    for (double score : y.get(i)) {
      n += score >= .5 ? 1 : 0;
    }
    if (n == 0) {
      return "unsolvable";
    }
    boolean hard =
        n == 1 || (n <= Math.max(8, Math.ceil(models / 2.0)) && y.get(i)[bestSingle()] < .5);
    return hard ? "hard" : "easy";
  }

  double accuracyOn(String stratum) {
    double sum = 0;
    int n = 0;
    for (int i = 0; i < size(); i++) {
      if (stratum(i).equals(stratum)) {
        sum += y.get(i)[choice(i)];
        n++;
      }
    }
    return sum / n;
  }

  double meanCost() {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += c.get(i)[choice(i)];
    }
    return sum / size();
  }

  double utility(double lambda) {
    double score = 0;
    double cost = 0;
    for (int i = 0; i < size(); i++) {
      int chosen = choice(i, lambda, Double.POSITIVE_INFINITY);
      score += y.get(i)[chosen];
      cost += scaled(c.get(i)[chosen]);
    }
    return (1 - lambda) * score / size() - lambda * cost / size();
  }

  private List<Double> budgets() {
    TreeSet<Double> budgets = new TreeSet<>();
    for (double cost : trainCost) {
      budgets.add(cost);
    }
    return new ArrayList<>(budgets);
  }

  private double accuracyWithin(double budget) {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += y.get(i)[choice(i, 0, budget)];
    }
    return sum / size();
  }

  double budgetArea() {
    List<Double> b = budgets();
    double area = 0;
    for (int j = 1; j < b.size(); j++) {
      area +=
          (b.get(j) - b.get(j - 1)) * (accuracyWithin(b.get(j)) + accuracyWithin(b.get(j - 1))) / 2;
    }
    return area / (b.get(b.size() - 1) - b.get(0));
  }

  double budgetMean() {
    double sum = 0;
    for (double budget : budgets()) {
      sum += accuracyWithin(budget);
    }
    return sum / budgets().size();
  }

  double budgetPeak() {
    double peak = 0;
    for (double budget : budgets()) {
      peak = Math.max(peak, accuracyWithin(budget));
    }
    return size() == 0 ? Double.NaN : peak;
  }

  double budgetAgreement() {
    double sum = 0;
    for (double budget : budgets()) {
      int heuristic = -1;
      for (int m = 0; m < models; m++) {
        if (trainCost[m] <= budget && (heuristic < 0 || ranksBefore(m, heuristic))) {
          heuristic = m;
        }
      }
      for (int i = 0; i < size(); i++) {
        sum += choice(i, 0, budget) == heuristic ? 1 : 0;
      }
    }
    return sum / size() / budgets().size();
  }

  double agreement() {
    return share(bestSingle());
  }

  double share(int model) {
    double n = 0;
    for (int i = 0; i < size(); i++) {
      n += choice(i) == model ? 1 : 0;
    }
    return n / size();
  }

  double entropy() {
    double entropy = size() == 0 ? Double.NaN : 0;
    for (int m = 0; m < models; m++) {
      double f = share(m);
      entropy += f > 0 ? f * Math.log(1 / f) / Math.log(2) : 0;
    }
    return entropy;
  }

  /** Points (mean realised cost, accuracy) for odds 2^12, 2^11.75 ... 2^-12 and both ends. */
  private List<double[]> lambdaPoints() {
    List<Double> lambdas = new ArrayList<>(List.of(0.0, 1.0));
    for (double exponent = -12; exponent <= 12; exponent += .25) {
      double odds = StrictMath.pow(2, exponent);
      lambdas.add(odds / (1 + odds));
    }
    List<double[]> points = new ArrayList<>();
    for (double lambda : lambdas) {
      double score = 0;
      double cost = 0;
      for (int i = 0; i < size(); i++) {
        int chosen = choice(i, lambda, Double.POSITIVE_INFINITY);
        score += y.get(i)[chosen];
        cost += c.get(i)[chosen];
      }
      points.add(new double[] {cost / size(), score / size()});
    }
    return points;
  }

  private static List<double[]> nonDominated(List<double[]> points) {
    List<double[]> kept = new ArrayList<>();
    for (double[] a : points) {
      boolean dominated = false;
      for (double[] b : points) {
        boolean noWorse = b[0] <= a[0] + 1e-12 && b[1] >= a[1] - 1e-12;
        boolean better = b[0] < a[0] - 1e-12 || b[1] > a[1] + 1e-12;
        dominated |= noWorse && better;
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

  double lambdaPeak() {
    double peak = 0;
    for (double[] point : lambdaPoints()) {
      peak = Math.max(peak, point[1]);
    }
    return size() == 0 ? Double.NaN : peak;
  }

  double lambdaArea() {
    double low = 0;
    double high = 0;
    double anchor = 0;
    for (int i = 0; i < size(); i++) {
      int cheapest = 0;
      double dearest = 0;
      for (int m = 0; m < models; m++) {
        double difference = c.get(i)[m] - c.get(i)[cheapest];
        if (difference < 0 || (difference == 0 && ranksBefore(m, cheapest))) {
          cheapest = m;
        }
        dearest = Math.max(dearest, c.get(i)[m]);
      }
      low += c.get(i)[cheapest] / size();
      anchor += y.get(i)[cheapest] / size();
      high += dearest / size();
    }
    if (high - low < 1e-12) {
      return Double.NaN;
    }
    List<double[]> points = lambdaPoints();
    points.add(new double[] {low, anchor});
    List<double[]> curve = nonDominated(points);
    curve.add(new double[] {high, curve.get(curve.size() - 1)[1]});
    double area = 0;
    for (int j = 1; j < curve.size(); j++) {
      area += (curve.get(j)[0] - curve.get(j - 1)[0]) * (curve.get(j)[1] + curve.get(j - 1)[1]) / 2;
    }
    return area / (high - low);
  }

  double qnc() {
    double target = 0;
    double reference = 0;
    for (int i = 0; i < size(); i++) {
      target += y.get(i)[bestSingle()] / size();
      reference += c.get(i)[bestSingle()] / size();
    }
    if (reference == 0) {
      return Double.NaN;
    }
    List<double[]> curve = nonDominated(lambdaPoints());
    for (int j = 0; j < curve.size(); j++) {
      double[] b = curve.get(j);
      if (b[1] >= target - 1e-9) {
        if (j == 0) {
          return b[0] / reference;
        }
        double[] a = curve.get(j - 1);
        return (a[0] + (target - a[1]) / (b[1] - a[1]) * (b[0] - a[0])) / reference;
      }
    }
    return Double.POSITIVE_INFINITY;
  }
}
