package org.routerlab.eval.calibrate;

/**
 * The logistic curve 1 / (1 + exp(−slope x − offset)).
 *
 * @param slope at least 0
 */
record PlattFit(double slope, double offset) {

  private static final int STEPS = 100;
  private static final int HALVINGS = 40;
  private static final double CONVERGED = 1e-10;

  /**
   * Of slopes of at least 0 the fit with the least mean log loss plus penalty × squared distance of
   * (slope, offset) from {@code prior}. Newton's method, each step halved until the objective
   * falls; the objective is strictly convex.
   *
   * @param y in [0, 1], at least one
   */
  static PlattFit of(double[] x, double[] y, PlattFit prior, double penalty) {
    PlattFit free = newton(x, y, prior, penalty, prior, true);
    return free.slope >= 0
        ? free
        : newton(x, y, prior, penalty, new PlattFit(0, free.offset), false);
  }

  private static PlattFit newton(
      double[] x, double[] y, PlattFit prior, double penalty, PlattFit start, boolean moveSlope) {
    PlattFit fit = start;
    double objective = fit.objective(x, y, prior, penalty);
    for (int step = 0; step < STEPS; step++) {
      double[] move = fit.newtonStep(x, y, prior, penalty, moveSlope);
      double size = 1;
      PlattFit next = fit.moved(move, size);
      double value = next.objective(x, y, prior, penalty);
      for (int i = 0; i < HALVINGS && !(value <= objective); i++) {
        size /= 2;
        next = fit.moved(move, size);
        value = next.objective(x, y, prior, penalty);
      }
      if (!(value <= objective)) {
        return fit;
      }
      fit = next;
      objective = value;
      if (size * (Math.abs(move[0]) + Math.abs(move[1])) < CONVERGED) {
        return fit;
      }
    }
    return fit;
  }

  private PlattFit moved(double[] move, double size) {
    return new PlattFit(slope - size * move[0], offset - size * move[1]);
  }

  /** The mean log loss plus the penalty. */
  double objective(double[] x, double[] y, PlattFit prior, double penalty) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double z = slope * x[i] + offset;
      sum += Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z))) - y[i] * z;
    }
    double slopeOff = slope - prior.slope;
    double offsetOff = offset - prior.offset;
    return sum / x.length + penalty * (slopeOff * slopeOff + offsetOff * offsetOff);
  }

  /** The inverse Hessian times the gradient; without slope, that of the offset alone. */
  private double[] newtonStep(
      double[] x, double[] y, PlattFit prior, double penalty, boolean moveSlope) {
    double gradientSlope = 0;
    double gradientOffset = 0;
    double slopeSlope = 0;
    double slopeOffset = 0;
    double offsetOffset = 0;
    for (int i = 0; i < x.length; i++) {
      double p = ScoreCurve.sigmoid(slope * x[i] + offset);
      gradientSlope += (p - y[i]) * x[i];
      gradientOffset += p - y[i];
      double weight = p * (1 - p);
      slopeSlope += weight * x[i] * x[i];
      slopeOffset += weight * x[i];
      offsetOffset += weight;
    }
    int n = x.length;
    gradientSlope = gradientSlope / n + 2 * penalty * (slope - prior.slope);
    gradientOffset = gradientOffset / n + 2 * penalty * (offset - prior.offset);
    slopeSlope = slopeSlope / n + 2 * penalty;
    slopeOffset /= n;
    offsetOffset = offsetOffset / n + 2 * penalty;
    if (!moveSlope) {
      return new double[] {0, gradientOffset / offsetOffset};
    }
    double determinant = slopeSlope * offsetOffset - slopeOffset * slopeOffset;
    return new double[] {
      (offsetOffset * gradientSlope - slopeOffset * gradientOffset) / determinant,
      (slopeSlope * gradientOffset - slopeOffset * gradientSlope) / determinant
    };
  }
}
