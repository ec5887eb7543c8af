package org.routerlab.experiments;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.routerlab.eval.MetricDefinition;
import org.routerlab.eval.MetricFamilies;
import org.routerlab.eval.MetricFamily;
import org.routerlab.eval.MetricGlossary;

/** Writes {@code docs/metrics.md} from the code. */
final class MetricDocs {

  private static final String WRITTEN =
      "<!-- Written from the code; a test compares. To write it again: "
          + MetricDocsTest.COMMAND
          + " -->\n\n";

  private MetricDocs() {}

  /** A section for every family of metrics, then one for every analysis. */
  static String metrics() throws IOException {
    StringBuilder out = new StringBuilder(WRITTEN + "# Metrics\n\n");
    out.append(
            "Notation: y[i, m] is the recorded score of model m on query i, c[i, m] its realised")
        .append(
            " cost, c~ the same on the scale of scores, p[i, m] a router's prediction, r(i) its")
        .append(
            " choice, m\\* the best single model on training outcomes, A an accuracy. Hard, easy and unsolvable queries are those of")
        .append(
            " The Routing Plateau, § 5.1: no model is right on unsolvable ones; hard ones only one model solves, or at")
        .append(
            " most max(8, half of the models) while m\\* does not; the other solvable ones are easy. Of a weak and a")
        .append(
            " strong model, A(f) is the accuracy where the share f of queries goes to the strong one, handed over by")
        .append(
            " falling p_strong - p_weak, equal ones evenly, and PGR(f) = (A(f) - A_weak) / (A_strong - A_weak). Every")
        .append(" metric is NaN on a test set or subset without queries, and comes with a paired")
        .append(" bootstrap interval over the test queries.\n\n")
        .append(
            "`metrics: [NAME, ...]` in an experiment reports a family or a single metric beside")
        .append(" the standard ones. `NAME-calibrated` is a metric of cost on predictions that one")
        .append(" common calibration has brought to the scale of accuracy.\n");
    for (MetricFamily family : MetricFamilies.all()) {
      out.append("\n## ").append(family.title()).append(" (`" + family.name() + "`)\n");
      List<MetricDefinition> metrics = MetricGlossary.of(family);
      metrics.stream()
          .filter(metric -> !isVariantIn(metric, metrics))
          .forEach(
              metric -> {
                out.append(section(metric));
                metrics.stream()
                    .filter(other -> other.variantOf().equals(metric.name()))
                    .forEach(other -> out.append(variant(other)));
              });
      List<String> onSubsets = MetricGlossary.onSubsets(family);
      if (!onSubsets.isEmpty()) {
        out.append("\nOn subsets of the queries: `")
            .append(String.join("`, `", onSubsets))
            .append("`.\n");
      }
    }
    out.append("\n# Analyses\n\nWhat is no single number of one router.\n");
    for (Class<?> type : DocumentedAnalyses.ALL) {
      SourceDocs docs = SourceDocs.of(type);
      out.append("\n## ").append(type.getSimpleName()).append("\n\n");
      docs.paragraphs().forEach(paragraph -> out.append(paragraph).append("\n\n"));
      docs.parameters().forEach((name, text) -> out.append("- `" + name + "`: " + text + "\n"));
    }
    return out.toString();
  }

  private static boolean isVariantIn(MetricDefinition metric, List<MetricDefinition> metrics) {
    return metrics.stream().anyMatch(other -> other.name().equals(metric.variantOf()));
  }

  private static String section(MetricDefinition metric) {
    String variant =
        metric.variantOf().isEmpty() ? "" : " Variant of `" + metric.variantOf() + "`.";
    return "\n### " + metric.name() + "\n\n" + text(metric) + variant + "\n";
  }

  private static String variant(MetricDefinition metric) {
    return "\n- Variant `" + metric.name() + "`: " + text(metric) + "\n";
  }

  private static String text(MetricDefinition metric) {
    String better =
        switch (metric.better()) {
          case HIGHER, LOWER -> metric.better().name().toLowerCase(Locale.ROOT) + " is better";
          case NEITHER -> "neither way is better";
        };
    String costs = metric.needsCosts() ? " Needs costs." : "";
    String undefined = metric.undefined().isEmpty() ? "" : " NaN " + metric.undefined() + ".";
    return "`"
        + metric.formula()
        + "`. Unit: "
        + metric.unit()
        + "; range: "
        + metric.range()
        + "; "
        + better
        + "."
        + costs
        + undefined
        + " Source: "
        + metric.source()
        + ".";
  }
}
