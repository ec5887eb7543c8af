package org.routerlab.experiments.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.routerlab.eval.Better;
import org.routerlab.eval.MetricDefinition;
import org.routerlab.eval.MetricGlossary;

/**
 * How a metric is shown: its heading, its scale, which end is better, and what NaN means.
 *
 * @param header the heading
 * @param bracketed whether the interval is shown as [low, high] instead of ± half its width, as a
 *     ratio's interval is not symmetric
 * @param undefined why a value may be NaN
 */
record MetricStyle(
    String header,
    Family family,
    Scale scale,
    boolean higherIsBetter,
    boolean bracketed,
    String undefined) {

  /** The table a metric belongs to. */
  enum Family {
    /** How often the router is right. */
    ACCURACY("Accuracy"),
    /** What it costs to be right. */
    COST("Accuracy against cost"),
    /** The same of calibrated predictions. */
    CALIBRATED("Accuracy against cost, predictions calibrated"),
    /** What an allocation of all queries at once makes of the predictions; no per-query router. */
    BATCH("All test queries allocated as one batch"),
    /** Metrics that the experiment asks for. */
    FURTHER("Further metrics"),
    /** What the router does. */
    BEHAVIOUR("Behaviour");

    private final String title;

    Family(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  private static final String UTILITY = "utility-";
  private static final String CALIBRATED = "-calibrated";
  private static final String NO_CURVE =
      "a router that decides by itself obeys no budget, or all models cost the same";
  private static final String NO_QUERIES = "no queries";
  private static final List<String> ACRONYMS =
      List.of("aiq", "apgr", "bce", "cpt", "ece", "qnc", "rci");

  /** In the order of the columns; a utility's name goes on with its cost weight. */
  private static final Map<String, MetricStyle> KNOWN = known();

  /** How the metric called {@code name} is shown; an unknown one under its own name. */
  static MetricStyle of(String name) {
    if (name.endsWith(CALIBRATED)) {
      return of(raw(name)).calibrated();
    }
    if (name.startsWith(UTILITY)) {
      return cost("U(" + name.substring(UTILITY.length()) + ")", "a cost is unknown");
    }
    MetricStyle unknown =
        new MetricStyle(
            spaced(name), Family.BEHAVIOUR, Scale.PLAIN, true, false, "not defined here");
    return KNOWN.containsKey(name)
        ? KNOWN.get(name)
        : MetricGlossary.find(name).map(metric -> further(name, metric)).orElse(unknown);
  }

  private static MetricStyle further(String name, MetricDefinition metric) {
    Scale scale =
        switch (metric.unit()) {
          case "fraction" -> Scale.PERCENT;
          case "pp" -> Scale.POINTS;
          case "cost" -> Scale.COST;
          case "ratio", "bits" -> Scale.RATIO;
          default -> Scale.PLAIN;
        };
    Family family = metric.better() == Better.NEITHER ? Family.BEHAVIOUR : Family.FURTHER;
    boolean isHigher = metric.better() != Better.LOWER;
    String undefined = metric.undefined().isEmpty() ? NO_QUERIES : metric.undefined();
    return new MetricStyle(spaced(name), family, scale, isHigher, true, undefined);
  }

  /** The name of the metric that a calibrated one belongs to. */
  private static String raw(String name) {
    return name.substring(0, name.length() - CALIBRATED.length());
  }

  /** The same style in the table of calibrated predictions. */
  private MetricStyle calibrated() {
    Family among = family == Family.BATCH ? Family.BATCH : Family.CALIBRATED;
    return new MetricStyle(
        header + ", calibrated", among, scale, higherIsBetter, bracketed, undefined);
  }

  /** The place of a metric among the columns; unknown ones after known, calibrated ones last. */
  static int order(String name) {
    if (name.endsWith(CALIBRATED)) {
      return KNOWN.size() + 1 + order(raw(name));
    }
    String key = name.startsWith(UTILITY) ? UTILITY : name;
    int order = List.copyOf(KNOWN.keySet()).indexOf(key);
    return order < 0 ? KNOWN.size() : order;
  }

  private static Map<String, MetricStyle> known() {
    Map<String, MetricStyle> known = new LinkedHashMap<>();
    known.put("accuracy", accuracy("Accuracy", Scale.PERCENT, true, false, NO_QUERIES));
    known.put(
        "gap-closed",
        accuracy(
            "Gap closed",
            Scale.PERCENT,
            true,
            true,
            "the best single model is as good as the oracle, so there is no gap"));
    known.put("mean-cost", accuracy("Mean cost", Scale.COST, false, false, "a cost is unknown"));
    known.put("dataset-average", accuracy("Dataset avg.", Scale.PERCENT, true, false, NO_QUERIES));
    known.put("oracle-gap", accuracy("Oracle gap", Scale.POINTS, false, false, NO_QUERIES));
    known.put(
        "hold-out-change", accuracy("Hold-out change", Scale.POINTS, true, false, NO_QUERIES));
    known.put(UTILITY, cost("U", "a cost is unknown"));
    known.put("budget-area", cost("Area (budget)", NO_CURVE));
    known.put("lambda-area", cost("Area (λ)", NO_CURVE));
    known.put("budget-mean", cost("Mean (budget)", NO_CURVE));
    known.put("budget-peak", cost("Peak (budget)", NO_CURVE));
    known.put("lambda-peak", cost("Peak (λ)", NO_CURVE));
    known.put(
        "qnc",
        new MetricStyle(
            "QNC",
            Family.COST,
            Scale.RATIO,
            false,
            true,
            "the curve never reaches the accuracy of the best single model"));
    known.put(
        "batch-allocation-accuracy",
        new MetricStyle(
            "Accuracy of the batch",
            Family.BATCH,
            Scale.PERCENT,
            true,
            false,
            "a router that decides by itself has no scores to allocate by"));
    known.put("heuristic-agreement", behaviour("Agreement", Scale.PERCENT));
    known.put(
        "budget-heuristic-agreement",
        new MetricStyle(
            "Agreement (budget)",
            Family.BEHAVIOUR,
            Scale.PERCENT,
            true,
            false,
            "a router that decides by itself obeys no budget"));
    known.put("selection-entropy", behaviour("Entropy (bits)", Scale.RATIO));
    return known;
  }

  private static MetricStyle accuracy(
      String header, Scale scale, boolean higherIsBetter, boolean bracketed, String undefined) {
    return new MetricStyle(header, Family.ACCURACY, scale, higherIsBetter, bracketed, undefined);
  }

  private static MetricStyle cost(String header, String undefined) {
    return new MetricStyle(header, Family.COST, Scale.PERCENT, true, false, undefined);
  }

  private static MetricStyle behaviour(String header, Scale scale) {
    return new MetricStyle(header, Family.BEHAVIOUR, scale, true, false, NO_QUERIES);
  }

  /** Words for people; what a metric is of, after the slash, stays as it is. */
  private static String spaced(String name) {
    int slash = name.indexOf('/');
    String metric = slash < 0 ? name : name.substring(0, slash);
    String of = slash < 0 ? "" : ": " + name.substring(slash + 1);
    String words = metric.replace('-', ' ').replace('_', ' ');
    for (String acronym : ACRONYMS) {
      words = words.replaceFirst("^" + acronym + "\\b", acronym.toUpperCase(Locale.ROOT));
    }
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + of;
  }
}
