package org.routerlab.datasets.transform;

import org.routerlab.core.Require;

/** How right a pseudo-specialist is on its task. */
public sealed interface TargetAccuracy {

  /** The accuracy, in [0, 1], where the best model of the pool reaches {@code best}. */
  double of(double best);

  /**
   * The best model's accuracy and some more, rounded to a grid, at most 1.
   *
   * @param gain added to the best accuracy, in [0, 1]
   * @param grid the width of the grid rounded to; 0 does not round. Halves round up
   */
  record AboveBest(double gain, double grid) implements TargetAccuracy {

    // Keeps a half from being rounded down because its last bit is low.
    private static final double ROUNDING = 1e-9;

    /** Rejects values out of range. */
    public AboveBest {
      Require.between("gain", gain, 0, 1);
      Require.between("grid", grid, 0, 1);
    }

    @Override
    public double of(double best) {
      double wanted = best + gain;
      double rounded = grid == 0 ? wanted : grid * Math.floor(wanted / grid + 0.5 + ROUNDING);
      return Math.min(1, rounded);
    }
  }

  /** A given accuracy, whatever the pool. */
  record Fixed(double accuracy) implements TargetAccuracy {

    /** Rejects values out of range. */
    public Fixed {
      Require.between("accuracy", accuracy, 0, 1);
    }

    @Override
    public double of(double best) {
      return accuracy;
    }
  }

  /** 25 points above the best model, rounded to 5 points. */
  static TargetAccuracy standard() {
    return new AboveBest(0.25, 0.05);
  }

  /** 25 points above the best model. */
  static TargetAccuracy exact() {
    return new AboveBest(0.25, 0);
  }
}
