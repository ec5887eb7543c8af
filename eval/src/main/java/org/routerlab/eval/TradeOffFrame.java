package org.routerlab.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.routerlab.core.Require;

/**
 * Where a hypervolume is measured: for every objective the reference value, which counts nothing,
 * and the ideal one, which counts fully.
 *
 * @param bounds one an objective, in their order
 */
public record TradeOffFrame(List<Bounds> bounds) {

  /**
   * The two ends of one objective, in its unit.
   *
   * @param worst the reference value
   * @param ideal greater than {@code worst} where higher is better, less where lower is
   */
  public record Bounds(double worst, double ideal) {

    /** A value as a share of the way from worst to ideal, cut to [0, 1]; NaN where both agree. */
    public double gain(double value) {
      double width = ideal - worst;
      return width == 0 ? Double.NaN : Math.max(0, Math.min(1, (value - worst) / width));
    }
  }

  /** Copies the bounds. */
  public TradeOffFrame {
    bounds = List.copyOf(bounds);
  }

  /**
   * The frame of a test set: from the worst mean of any single model to the mean of each query's
   * best value. No choice of models is beyond the ideal, and one that is worse than every single
   * model by an objective counts nothing.
   *
   * <p>Both ends come from the test outcomes and are known in hindsight; they scale the figure and
   * decide nothing. Unknown values are left out.
   */
  public static TradeOffFrame of(TestSet test, List<Objective> objectives) {
    List<Bounds> bounds = new ArrayList<>();
    for (Objective objective : objectives) {
      double[] means = new double[test.pool().size()];
      double ideal = 0;
      for (int row = 0; row < test.size(); row++) {
        double[] values = new double[means.length];
        for (int model = 0; model < means.length; model++) {
          values[model] = objective.ofModel().of(row, model);
          means[model] += values[model];
        }
        ideal += objective.best(values);
      }
      double[] known = Arrays.stream(means).map(sum -> sum / test.size()).toArray();
      bounds.add(new Bounds(objective.worst(known), ideal / test.size()));
    }
    return new TradeOffFrame(bounds);
  }

  /** Rejects bounds of other objectives. */
  void requireDirections(List<Objective> objectives) {
    Require.equal("bounds of the frame", bounds.size(), "objectives", objectives.size());
    for (int i = 0; i < objectives.size(); i++) {
      Objective objective = objectives.get(i);
      double width = bounds.get(i).ideal() - bounds.get(i).worst();
      if (objective.metric().higherIsBetter() ? width < 0 : width > 0) {
        throw new IllegalArgumentException(
            "the ideal "
                + objective.name()
                + " of a frame must not be worse than the worst but they are "
                + bounds.get(i).ideal()
                + " and "
                + bounds.get(i).worst());
      }
    }
  }

  /** The gains of a point. */
  double[] gains(double[] values) {
    double[] gains = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      gains[i] = bounds.get(i).gain(values[i]);
    }
    return gains;
  }
}
