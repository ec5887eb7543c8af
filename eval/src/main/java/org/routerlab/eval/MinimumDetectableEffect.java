package org.routerlab.eval;

import org.routerlab.core.Require;

/**
 * How large a true difference would have to be for a comparison to find it most of the time.
 *
 * <p>MDE = (z(1 − α/2) + z(power)) · SE, with z the quantiles of the standard normal distribution
 * and SE the standard error of the paired difference. A difference that is not significant says
 * little about effects below it: the test set is too small for them.
 *
 * @param level α, the chance of finding a difference where there is none; in (0, 1)
 * @param power the chance of finding a difference of this size; in [0.5, 1)
 */
public record MinimumDetectableEffect(double level, double power) {

  /** α = 5 %, found four times out of five: 2.80 standard errors. */
  public static final MinimumDetectableEffect STANDARD = new MinimumDetectableEffect(0.05, 0.8);

  /** Rejects values out of range. */
  public MinimumDetectableEffect {
    Require.between("level", level, Math.nextUp(0.0), Math.nextDown(1.0));
    Require.between("power", power, 0.5, Math.nextDown(1.0));
  }

  /** The effect for a standard error; NaN for NaN. */
  public double of(double standardError) {
    return (Quantiles.normal(1 - level / 2) + Quantiles.normal(power)) * standardError;
  }
}
