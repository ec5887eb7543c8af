package org.routerlab.eval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Routers side by side: every metric of every router with its interval, and by every metric how
 * they stand against the best.
 *
 * @param measurements by metric in the given order, then by router in the given order
 * @param standings by metric in the given order; none for a metric that does not judge, or that no
 *     deployable router has a value of
 */
public record Comparison(List<Measurement> measurements, List<Standing> standings) {

  /** Resampled values kept at once are at most this many statistics. */
  private static final int STATISTICS_AT_ONCE = 2048;

  /** Copies the lists. */
  public Comparison {
    measurements = List.copyOf(measurements);
    standings = List.copyOf(standings);
  }

  /**
   * Compares routers on the same resamples of one test set.
   *
   * @param routers all on {@code test}, with different names; {@link References#runs()} may be
   *     among them. Oracles are measured but never the best
   * @param metrics those that need costs are left out where the test set has none
   */
  public static Comparison of(
      TestSet test, List<RouterRuns> routers, List<? extends Metric> metrics, Bootstrap bootstrap) {
    requireComparable(test, routers);
    List<Metric> possible = new ArrayList<>();
    for (Metric metric : metrics) {
      if (test.hasCosts() || !metric.definition().needsCosts()) {
        possible.add(metric);
      }
    }
    List<Measurement> measurements = new ArrayList<>();
    List<Standing> standings = new ArrayList<>();
    int step = Math.max(1, STATISTICS_AT_ONCE / Math.max(1, routers.size()));
    for (int from = 0; from < possible.size() && !routers.isEmpty(); from += step) {
      List<Metric> part = possible.subList(from, Math.min(possible.size(), from + step));
      MeasuredMetrics measured = MeasuredMetrics.of(test, routers, part, bootstrap);
      measurements.addAll(measured.measurements());
      standings.addAll(measured.standings());
    }
    return new Comparison(measurements, standings);
  }

  /** The measurement of a router by a metric on a subset, where it was made. */
  public Optional<Measurement> measurement(String router, String subset, String metric) {
    return measurements.stream()
        .filter(m -> m.router().equals(router))
        .filter(m -> m.subset().equals(subset) && m.metric().equals(metric))
        .findFirst();
  }

  /** The standing by a metric on a subset, where there is one. */
  public Optional<Standing> standing(String subset, String metric) {
    return standings.stream()
        .filter(s -> s.subset().equals(subset) && s.metric().equals(metric))
        .findFirst();
  }

  private static void requireComparable(TestSet test, List<RouterRuns> routers) {
    Set<String> names = new HashSet<>();
    for (RouterRuns runs : routers) {
      if (runs.test() != test) {
        throw new IllegalArgumentException(
            "routers of a comparison must be on its test set but " + runs.router() + " is not");
      }
      if (!names.add(runs.router())) {
        throw new IllegalArgumentException(
            "routers of a comparison must have different names but '"
                + runs.router()
                + "' occurs twice");
      }
    }
  }
}
