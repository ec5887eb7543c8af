package org.routerlab.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.routerlab.eval.TradeOffValues.Figures;

/**
 * The means of all points on all resamples, from which a trade-off is made.
 *
 * @param all single models, then routers
 * @param resampled points × objectives statistics
 */
record TradeOffMeasurement(
    TestSet test,
    List<RouterRuns> all,
    List<Objective> objectives,
    TradeOffFrame frame,
    Resampled resampled,
    Bootstrap bootstrap) {

  TradeOff tradeOff() {
    boolean[] candidates = new boolean[all.size()];
    for (int point = 0; point < candidates.length; point++) {
      boolean known = Arrays.stream(values(-1)[point]).noneMatch(Double::isNaN);
      candidates[point] = known && all.get(point).isDeployable();
    }
    Figures now = at(-1, candidates);
    List<Figures> then =
        IntStream.range(0, bootstrap.resamples())
            .parallel()
            .mapToObj(i -> at(i, candidates))
            .toList();
    List<TradeOff.Point> points = new ArrayList<>();
    for (int p = 0; p < candidates.length; p++) {
      int point = p;
      long times = then.stream().filter(figures -> figures.isOnFront()[point]).count();
      points.add(
          new TradeOff.Point(
              all.get(point).router(),
              point < test.pool().size(),
              all.get(point).isDeployable(),
              estimates(point),
              now.isOnFront()[point],
              candidates[point] ? times / (double) then.size() : Double.NaN,
              estimate(now, then, figures -> figures.alone()[point]),
              estimate(now, then, figures -> figures.contributions()[point])));
    }
    return new TradeOff(
        objectives.stream().map(Objective::name).toList(),
        frame,
        points,
        estimate(now, then, Figures::volume),
        estimate(now, then, Figures::ofSingleModels),
        estimate(now, then, figures -> figures.volume() - figures.ofSingleModels()));
  }

  private Figures at(int resample, boolean[] candidates) {
    return TradeOffValues.of(objectives, frame, candidates, test.pool().size(), values(resample))
        .figures();
  }

  /** Points × objectives on a resample; on the queries as they are for −1. */
  private double[][] values(int resample) {
    double[][] values = new double[all.size()][objectives.size()];
    for (int i = 0; i < all.size() * objectives.size(); i++) {
      values[i / objectives.size()][i % objectives.size()] =
          resample < 0 ? resampled.values()[i] : resampled.resampled()[i][resample];
    }
    return values;
  }

  private List<Estimate> estimates(int point) {
    return IntStream.range(0, objectives.size())
        .mapToObj(
            i ->
                resampled.estimate(
                    point * objectives.size() + i, bootstrap.confidence(), test.size()))
        .toList();
  }

  private Estimate estimate(Figures now, List<Figures> then, ToDoubleFunction<Figures> figure) {
    double[] resampled = then.stream().mapToDouble(figure).toArray();
    return PercentileInterval.of(
        figure.applyAsDouble(now), resampled, bootstrap.confidence(), test.size());
  }
}
