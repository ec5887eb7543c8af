package org.routerlab.experiments.cli;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.BenchmarkSummary;

/** A benchmark's figures for a terminal. */
final class DescribeText {

  private static final int DATASETS_SHOWN = 12;
  private static final int VALUE_WIDTH = 100;

  private DescribeText() {}

  static String of(BenchmarkSummary summary) {
    StringBuilder text = new StringBuilder(summary.name()).append('\n');
    Lines lines = new Lines();
    lines.add("queries", summary.queries() + parts(summary.parts()));
    lines.add("complete", summary.complete() + " queries have a score of every model");
    lines.add("observed", percent(summary.observed()) + " of all scores");
    lines.add("datasets", summary.datasets().size() + ": " + largest(summary.datasets()));
    lines.add("costs", costs(summary));
    lines.add("tokens", summary.tokens() ? "recorded" : "not recorded");
    String over = over(summary);
    lines.add(
        "best single", percent(summary.bestSingleScore()) + " " + summary.bestSingle() + over);
    lines.add("oracle", percent(summary.oracleScore()) + over);
    lines.add(
        "headroom",
        String.format(Locale.ROOT, "%.1f points between them", 100 * summary.headroom()));
    lines.add("fingerprint", summary.fingerprint());
    Lines provenance = new Lines();
    summary.provenance().forEach((name, value) -> provenance.add(name, shortened(value)));
    text.append(lines).append('\n').append(models(summary));
    return summary.provenance().isEmpty()
        ? text.toString()
        : text.append("\n  provenance\n").append(provenance).toString();
  }

  private static String over(BenchmarkSummary summary) {
    if (summary.complete() == summary.queries()) {
      return "";
    }
    return summary.complete() > 0
        ? " (over the " + summary.complete() + " complete queries)"
        : " (no complete query: over the observed scores)";
  }

  /** Names and values in two columns. */
  private static final class Lines {

    private final Map<String, String> values = new LinkedHashMap<>();

    void add(String name, String value) {
      values.put(name, value);
    }

    @Override
    public String toString() {
      int width = values.keySet().stream().mapToInt(String::length).max().orElse(1);
      StringBuilder text = new StringBuilder();
      values.forEach(
          (name, value) ->
              text.append(String.format(Locale.ROOT, "  %-" + width + "s  %s%n", name, value)));
      return text.toString();
    }
  }

  private static String parts(SortedMap<String, Integer> parts) {
    return parts.isEmpty()
        ? " (no published split)"
        : parts.entrySet().stream()
            .map(part -> part.getKey() + " " + part.getValue())
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private static String largest(Map<String, Integer> datasets) {
    List<Map.Entry<String, Integer>> ordered =
        datasets.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    String shown =
        ordered.stream()
            .limit(DATASETS_SHOWN)
            .map(dataset -> dataset.getKey() + " " + dataset.getValue())
            .collect(Collectors.joining(", "));
    int hidden = ordered.size() - DATASETS_SHOWN;
    return hidden > 0 ? shown + " and " + hidden + " more" : shown;
  }

  private static String costs(BenchmarkSummary summary) {
    return summary.costUnit().equals(Benchmark.NO_COSTS) ? "none recorded" : summary.costUnit();
  }

  private static String models(BenchmarkSummary summary) {
    int width = summary.models().stream().mapToInt(model -> model.name().length()).max().orElse(5);
    boolean costs = !summary.costUnit().equals(Benchmark.NO_COSTS);
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "  %-" + width + "s  %10s%s%n",
            summary.models().size() + " models",
            "mean score",
            costs ? String.format(Locale.ROOT, "  %12s", "mean cost") : ""));
    for (BenchmarkSummary.Model model : summary.models()) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-" + width + "s  %10.4f%s%n",
              model.name(),
              model.score(),
              costs ? String.format(Locale.ROOT, "  %12.6g", model.cost()) : ""));
    }
    return text.toString();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String shortened(String value) {
    String line = value.replaceAll("\\s+", " ");
    return line.length() <= VALUE_WIDTH ? line : line.substring(0, VALUE_WIDTH) + "…";
  }
}
