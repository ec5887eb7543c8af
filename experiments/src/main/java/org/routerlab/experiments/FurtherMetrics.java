package org.routerlab.experiments;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.routerlab.core.Require;
import org.routerlab.eval.Metric;
import org.routerlab.eval.MetricDefinition;
import org.routerlab.eval.MetricFamilies;
import org.routerlab.eval.MetricFamily;
import org.routerlab.eval.MetricGlossary;
import org.routerlab.eval.TestSet;

/** The metrics that an experiment asks for by family or by name. */
final class FurtherMetrics {

  private FurtherMetrics() {}

  /** Rejects a name that is neither a family's nor a metric's. */
  static void requireKnown(String name) {
    List<String> known = new ArrayList<>();
    for (MetricFamily family : MetricFamilies.all()) {
      known.add(family.name());
      MetricGlossary.of(family).stream().map(MetricDefinition::name).forEach(known::add);
    }
    Require.known("metric or family of metrics", name, known);
  }

  /**
   * The metrics of {@code names} that the test set allows, without those that are reported anyway.
   */
  static List<Metric> of(List<String> names, TestSet test, List<Metric> reported) {
    record Figure(String metric, String subset) {}
    Set<Figure> seen = new HashSet<>();
    reported.forEach(metric -> seen.add(new Figure(metric.name(), metric.subset())));
    List<Metric> metrics = new ArrayList<>();
    for (MetricFamily family : MetricFamilies.all()) {
      for (Metric metric : family.on(test)) {
        boolean isWanted = names.contains(family.name()) || isNamed(metric, names);
        if (isWanted && seen.add(new Figure(metric.name(), metric.subset()))) {
          metrics.add(metric);
        }
      }
    }
    return metrics;
  }

  private static boolean isNamed(Metric metric, List<String> names) {
    return names.contains(metric.name())
        || MetricGlossary.find(metric.name()).map(MetricDefinition::name).stream()
            .anyMatch(names::contains);
  }
}
