package org.routerlab.eval;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Metrics that belong together, mostly by the source that defines them.
 *
 * @param name kebab-case; the name in configurations
 * @param title for people
 * @param metrics those that a test set allows; those of cost only where it has costs
 */
public record MetricFamily(String name, String title, Function<TestSet, List<Metric>> metrics) {

  /** Rejects nulls. */
  public MetricFamily {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(metrics, "metrics");
  }

  /** The metrics that {@code test} allows. */
  public List<Metric> on(TestSet test) {
    return metrics.apply(test).stream()
        .filter(metric -> test.hasCosts() || !metric.definition().needsCosts())
        .toList();
  }
}
