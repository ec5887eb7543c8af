package org.routerlab.eval;

import java.util.Map;
import org.routerlab.core.matrix.FloatMatrix;

/** The measures of RouterEval once more, in plain loops over runs and queries. */
final class NaiveRouterEval {

  private final NaiveRuns naive;
  private final RouterRuns runs;

  NaiveRouterEval(NaiveRuns naive, RouterRuns runs) {
    this.naive = naive;
    this.runs = runs;
  }

  double referenceValue(Map<String, Double> references) {
    double score = 0;
    double reference = 0;
    for (int i = 0; i < naive.queries; i++) {
      if (references.containsKey(naive.datasets[i])) {
        score += naive.score(i);
        reference += references.get(naive.datasets[i]);
      }
    }
    return reference == 0 ? Double.NaN : score / reference;
  }

  double bestValue(int best) {
    double score = 0;
    double single = 0;
    for (int i = 0; i < naive.queries; i++) {
      score += naive.score(i);
      single += naive.y[i][best];
    }
    return single == 0 ? Double.NaN : score / single;
  }

  double softmaxEntropy() {
    double total = 0;
    for (Evaluation run : runs.seeds()) {
      FloatMatrix p = run.predictions().orElseThrow();
      for (int i = 0; i < naive.queries; i++) {
        double z = 0;
        for (int m = 0; m < naive.models; m++) {
          z += Math.exp(p.get(i, m));
        }
        for (int m = 0; m < naive.models; m++) {
          double q = Math.exp(p.get(i, m)) / z;
          total -= q * Math.log(q) / Math.log(2);
        }
      }
    }
    return total / naive.queries / runs.seeds().size();
  }

  double sharesEntropy() {
    double total = 0;
    double counted = 0;
    for (Evaluation run : runs.seeds()) {
      FloatMatrix p = run.predictions().orElseThrow();
      for (int i = 0; i < naive.queries; i++) {
        double z = 0;
        for (int m = 0; m < naive.models; m++) {
          z += Math.max(0, p.get(i, m));
        }
        counted += z > 0 ? 1 : 0;
        for (int m = 0; m < naive.models; m++) {
          double q = z > 0 ? Math.max(0, p.get(i, m)) / z : 0;
          total += q > 0 ? q * Math.log(1 / q) / Math.log(2) : 0;
        }
      }
    }
    return counted == 0 ? Double.NaN : total / counted;
  }
}
