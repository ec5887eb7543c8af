package org.routerlab.eval;

/** Figures of how often each model is chosen, from sums of shares; NaN where nothing is chosen. */
final class Histogram {

  private Histogram() {}

  /** −Σ f log₂ f, in bits. */
  static double entropy(double[] sums) {
    double total = total(sums);
    double entropy = 0;
    for (double sum : sums) {
      entropy -= sum == 0 ? 0 : sum / total * StrictMath.log(sum / total) / StrictMath.log(2);
    }
    return total == 0 ? Double.NaN : entropy;
  }

  /** How many models chosen equally often have the same entropy. */
  static double effectiveModels(double[] sums) {
    return StrictMath.pow(2, entropy(sums));
  }

  /** The share of the model chosen most often. */
  static double greatestShare(double[] sums) {
    double greatest = 0;
    for (double sum : sums) {
      greatest = Math.max(greatest, sum);
    }
    return greatest / total(sums);
  }

  /** The share of models that are never chosen. */
  static double unusedShare(double[] sums) {
    double unused = 0;
    for (double sum : sums) {
      unused += sum == 0 ? 1 : 0;
    }
    return total(sums) == 0 ? Double.NaN : unused / sums.length;
  }

  private static double total(double[] sums) {
    double total = 0;
    for (double sum : sums) {
      total += sum;
    }
    return total;
  }
}
