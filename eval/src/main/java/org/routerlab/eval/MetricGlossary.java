package org.routerlab.eval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * The definitions of all metrics by name, for documentation and headings.
 *
 * <p>A metric that takes a model, a cost weight or the like is listed once, with a word in its
 * place: {@code selection-share/MODEL}, {@code utility-λ}.
 */
public final class MetricGlossary {

  private static final String CALIBRATED = "-calibrated";
  private static final Map<String, Map<String, MetricDefinition>> BY_FAMILY = byFamily();

  private MetricGlossary() {}

  /** The definitions of a family's metrics, in their order, each under its general name. */
  public static List<MetricDefinition> of(MetricFamily family) {
    return List.copyOf(BY_FAMILY.get(family.name()).values());
  }

  /** The definition of a metric, calibrated or not; empty where none is called so. */
  public static Optional<MetricDefinition> find(String metric) {
    String general = general(metric);
    return BY_FAMILY.values().stream()
        .flatMap(family -> Optional.ofNullable(family.get(general)).stream())
        .findFirst();
  }

  private static String general(String metric) {
    String raw = metric.endsWith(CALIBRATED) ? metric.replace(CALIBRATED, "") : metric;
    return raw.replaceFirst("^utility-[0-9.]+$", "utility-λ").replaceFirst("/.*", "/MODEL");
  }

  private static Map<String, Map<String, MetricDefinition>> byFamily() {
    OutcomeTable outcomes =
        new OutcomeTable(
            ModelPool.of("a", "b"),
            FloatMatrix.of(new float[2]),
            FloatMatrix.of(new float[] {1, 2}));
    TestSet test = TestSet.of(outcomes, List.of(new Query("q", "q", "d")), outcomes);
    Map<String, Map<String, MetricDefinition>> families = new LinkedHashMap<>();
    for (MetricFamily family : MetricFamilies.all()) {
      Map<String, MetricDefinition> definitions = new LinkedHashMap<>();
      for (Metric metric : family.on(test)) {
        String name = general(metric.name());
        definitions.putIfAbsent(name, metric.definition().called(name));
      }
      families.put(family.name(), definitions);
    }
    return families;
  }
}
