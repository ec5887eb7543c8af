package org.routerlab.experiments.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a metric is shown: its heading, its scale, which end is better, and what NaN means.
 *
 * @param header the heading; {@code $1} stands for the first group of the pattern
 * @param bracketed whether the interval is shown as [low, high] instead of ± half its width, as a
 *     ratio's interval is not symmetric
 * @param undefined why a value may be NaN
 */
record MetricStyle(
    Pattern name,
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

  private static final String NO_CURVE = "no point of the curve has a cost";

  /** In the order of the columns; the first pattern that matches a name decides. */
  private static final List<MetricStyle> KNOWN =
      List.of(
          percent("accuracy", "Accuracy", "no queries"),
          new MetricStyle(
              Pattern.compile("gap-closed"),
              "Gap closed",
              Family.ACCURACY,
              Scale.PERCENT,
              true,
              true,
              "the best single model is as good as the oracle, so there is no gap"),
          percent("(?:hard|easy|unsolvable)-accuracy", "$0", "no such queries"),
          new MetricStyle(
              Pattern.compile("(?:mean-|realised-)?cost"),
              "Mean cost",
              Family.ACCURACY,
              Scale.COST,
              false,
              false,
              "a cost is unknown"),
          percent("dataset-(?:average|accuracy)|.*average.*", "Dataset avg.", "no queries"),
          new MetricStyle(
              Pattern.compile("oracle-gap"),
              "Oracle gap",
              Family.ACCURACY,
              Scale.POINTS,
              false,
              false,
              "no queries"),
          cost(
              "(?i:cost-utility|utility|u)(?:lambda|λ|[-@({=_])*([0-9]*\\.?[0-9]+)\\)?",
              "U($1)",
              "a cost is unknown"),
          cost(".*budget.*area.*|.*area.*budget.*", "Area (budget)", NO_CURVE),
          cost(".*lambda.*area.*|.*area.*lambda.*", "Area (λ)", NO_CURVE),
          cost(".*area.*", "Area", NO_CURVE),
          cost(".*budget.*mean.*|.*mean.*budget.*", "Mean (budget)", NO_CURVE),
          cost(".*budget.*peak.*|.*peak.*budget.*", "Peak (budget)", NO_CURVE),
          cost(".*lambda.*peak.*|.*peak.*lambda.*", "Peak (λ)", NO_CURVE),
          cost(".*peak.*", "Peak", NO_CURVE),
          new MetricStyle(
              Pattern.compile("qnc|quality-neutral-cost"),
              "QNC",
              Family.COST,
              Scale.RATIO,
              false,
              true,
              "the curve never reaches the accuracy of the best single model"),
          behaviour("(?:mean|budget)-.*agreement.*|.*agreement-.*mean.*", "Mean agreement"),
          behaviour(".*agreement.*", "Agreement"),
          new MetricStyle(
              Pattern.compile(".*entropy.*"),
              "Entropy (bits)",
              Family.BEHAVIOUR,
              Scale.RATIO,
              true,
              false,
              "no queries"));

  /** How the metric called {@code name} is shown; an unknown one under its own name. */
  static MetricStyle of(String name) {
    for (MetricStyle style : KNOWN) {
      Matcher matcher = style.name.matcher(name);
      if (matcher.matches()) {
        return style.withHeader(
            matcher.groupCount() > 0
                ? style.header.replace("$1", matcher.group(1))
                : style.header.replace("$0", spaced(name)));
      }
    }
    return new MetricStyle(
        Pattern.compile(Pattern.quote(name)),
        spaced(name),
        Family.BEHAVIOUR,
        Scale.PLAIN,
        true,
        false,
        "not defined on these queries");
  }

  /** The place of a metric among the columns; unknown ones come last. */
  static int order(String name) {
    for (int i = 0; i < KNOWN.size(); i++) {
      if (KNOWN.get(i).name.matcher(name).matches()) {
        return i;
      }
    }
    return KNOWN.size();
  }

  private MetricStyle withHeader(String newHeader) {
    return new MetricStyle(name, newHeader, family, scale, higherIsBetter, bracketed, undefined);
  }

  private static MetricStyle percent(String name, String header, String undefined) {
    return new MetricStyle(
        Pattern.compile(name), header, Family.ACCURACY, Scale.PERCENT, true, false, undefined);
  }

  private static MetricStyle cost(String name, String header, String undefined) {
    return new MetricStyle(
        Pattern.compile(name), header, Family.COST, Scale.PERCENT, true, false, undefined);
  }

  private static MetricStyle behaviour(String name, String header) {
    return new MetricStyle(
        Pattern.compile(name), header, Family.BEHAVIOUR, Scale.PERCENT, true, false, "no queries");
  }

  private static String spaced(String name) {
    String words = name.replace('-', ' ').replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
