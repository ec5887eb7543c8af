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
 * place: {@code selection-share/MODEL}, {@code utility-λ}; and so is a metric on subsets of one
 * kind: {@code accuracy on each dataset}.
 */
public final class MetricGlossary {

  private static final String CALIBRATED = "-calibrated";
  private static final TestSet EXAMPLE = example();
  private static final Map<String, Map<String, MetricDefinition>> BY_FAMILY = byFamily();

  private MetricGlossary() {}

  /**
   * The definitions of a family's metrics on all queries, in their order, each under its general
   * name.
   */
  public static List<MetricDefinition> of(MetricFamily family) {
    return List.copyOf(BY_FAMILY.get(family.name()).values());
  }

  /**
   * The names of a family's metrics on subsets of the queries, in their order: such as {@code bce
   * on hard}, {@code accuracy on solved-by-k} or {@code accuracy on each dataset}. The metric
   * itself is that of {@link #find}.
   */
  public static List<String> onSubsets(MetricFamily family) {
    return family.on(EXAMPLE).stream()
        .filter(metric -> !isOnAll(metric))
        .map(metric -> general(metric.name()) + " on " + generalSubset(metric.subset()))
        .distinct()
        .toList();
  }

  private static boolean isOnAll(Metric metric) {
    return metric.subset().equals(QuerySubset.ALL);
  }

  private static String generalSubset(String subset) {
    return subset
        .replaceFirst("^dataset/.*", "each dataset")
        .replaceFirst("^solved-by-[0-9]+$", "solved-by-k");
  }

  /**
   * The definition of a metric, calibrated or not, or of one that goes on with a slash and what it
   * is of, such as a pair of models; empty where none is called so.
   */
  public static Optional<MetricDefinition> find(String metric) {
    return byName(general(metric)).or(() -> byName(general(metric.replaceFirst("/.*", ""))));
  }

  private static Optional<MetricDefinition> byName(String general) {
    return BY_FAMILY.values().stream()
        .flatMap(family -> Optional.ofNullable(family.get(general)).stream())
        .findFirst();
  }

  private static String general(String metric) {
    String raw = metric.endsWith(CALIBRATED) ? metric.replace(CALIBRATED, "") : metric;
    return raw.replaceFirst("^utility-[0-9.]+$", "utility-λ").replaceFirst("/.*", "/MODEL");
  }

  /** A test set on which every family has all its metrics, those on subsets among them. */
  private static TestSet example() {
    OutcomeTable outcomes =
        new OutcomeTable(
            ModelPool.of("a", "b"),
            FloatMatrix.of(new float[] {0, 1}),
            FloatMatrix.of(new float[] {1, 2}));
    String dataset = ReferenceAccuracies.PUBLISHED.byDataset().keySet().iterator().next();
    return TestSet.of(outcomes, List.of(new Query("q", "q", dataset)), outcomes);
  }

  private static Map<String, Map<String, MetricDefinition>> byFamily() {
    Map<String, Map<String, MetricDefinition>> families = new LinkedHashMap<>();
    for (MetricFamily family : MetricFamilies.all()) {
      Map<String, MetricDefinition> definitions = new LinkedHashMap<>();
      for (Metric metric : family.on(EXAMPLE)) {
        String name = general(metric.name());
        if (isOnAll(metric)) {
          definitions.putIfAbsent(name, metric.definition().called(name));
        }
      }
      families.put(family.name(), definitions);
    }
    return families;
  }
}
