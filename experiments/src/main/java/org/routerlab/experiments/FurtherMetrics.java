package org.routerlab.experiments;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.routerlab.core.Require;
import org.routerlab.eval.Metric;
import org.routerlab.eval.MetricDefinition;
import org.routerlab.eval.MetricFamilies;
import org.routerlab.eval.MetricFamily;
import org.routerlab.eval.MetricGlossary;
import org.routerlab.eval.Metrics;
import org.routerlab.eval.TestSet;

/** The metrics that an experiment asks for by family or by name. */
final class FurtherMetrics {

  private static final String CALIBRATED = "-calibrated";
  private static final String ARENA = "arena";

  /** A cost of a query, as recorded or from its tokens; not a price of tokens. */
  private static final Pattern DOLLARS_A_QUERY = Pattern.compile("USD( \\(.*\\))?");

  private FurtherMetrics() {}

  /** Rejects a name that is neither a family's nor a metric's. */
  static void requireKnown(String name) {
    List<String> known = new ArrayList<>();
    for (MetricFamily family : MetricFamilies.all()) {
      known.add(family.name());
      for (MetricDefinition metric : MetricGlossary.of(family)) {
        known.add(metric.name());
        if (metric.needsCosts()) {
          known.add(metric.name() + CALIBRATED);
        }
      }
    }
    Require.known("metric or family of metrics", name, known);
  }

  /**
   * The metrics of {@code names} that the test set allows, without those that are reported anyway.
   * A metric of cost may be asked for on calibrated predictions too. RouterArena's scores are left
   * out unless costs are in US dollars, as its scale is.
   *
   * @param costUnit of the benchmark
   */
  static List<Metric> of(List<String> names, TestSet test, String costUnit, List<Metric> reported) {
    record Figure(String metric, String subset) {}
    Set<Figure> seen = new HashSet<>();
    reported.forEach(metric -> seen.add(new Figure(metric.name(), metric.subset())));
    List<Metric> metrics = new ArrayList<>();
    for (MetricFamily family : MetricFamilies.all()) {
      for (Metric metric : family.on(test)) {
        if (metric.name().startsWith(ARENA) && !DOLLARS_A_QUERY.matcher(costUnit).matches()) {
          continue;
        }
        List<Metric> wanted = new ArrayList<>();
        if (names.contains(family.name()) || isNamed(metric, "", names)) {
          wanted.add(metric);
        }
        if (metric.definition().needsCosts() && isNamed(metric, CALIBRATED, names)) {
          wanted.add(Metrics.calibrated(metric));
        }
        wanted.stream()
            .filter(each -> seen.add(new Figure(each.name(), each.subset())))
            .forEach(metrics::add);
      }
    }
    return metrics;
  }

  /** A line on what was asked for and cannot be had; empty where there is nothing to say. */
  static String note(List<String> names, String costUnit) {
    boolean isArena =
        names.stream().anyMatch(name -> name.startsWith(ARENA) || name.equals("router-arena"));
    return isArena && !DOLLARS_A_QUERY.matcher(costUnit).matches()
        ? "arena is left out: it is of costs in US dollars a query, and costs here are: "
            + costUnit
            + "\n"
        : "";
  }

  private static boolean isNamed(Metric metric, String suffix, List<String> names) {
    return names.contains(metric.name() + suffix)
        || MetricGlossary.find(metric.name())
            .map(definition -> names.contains(definition.name() + suffix))
            .orElse(false);
  }
}
