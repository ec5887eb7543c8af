package org.routerlab.eval;

/**
 * How a cost is brought to the scale of a score, for utilities that weigh the two.
 *
 * <p>The bounds are the least and the greatest cost of any model on any training query; costs of
 * test queries are scaled by the same bounds and not clipped. Where the bounds leave nothing to
 * divide by, every scaled cost is 0.
 */
public enum CostScale {
  /** Cost ÷ greatest training cost: about in [0, 1]. The default. */
  TRAIN_MAX {
    @Override
    double scaled(double cost, double min, double max) {
      return max == 0 ? 0 : cost / max;
    }
  },
  /** (Cost − least) ÷ (greatest − least training cost): about in [0, 1]. */
  TRAIN_MIN_MAX {
    @Override
    double scaled(double cost, double min, double max) {
      return max == min ? 0 : (cost - min) / (max - min);
    }
  },
  /** The cost itself, in its own unit. */
  RAW {
    @Override
    double scaled(double cost, double min, double max) {
      return cost;
    }
  };

  abstract double scaled(double cost, double min, double max);
}
