package org.routerlab.experiments.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.routerlab.semantic.RouteDecision;
import org.routerlab.semantic.RouteSet;
import org.routerlab.semantic.SimilarUtterance;

/** Prints decisions of a semantic router for people. */
final class RouteText {

  private final PrintWriter out;
  private final RouteSet routes;

  /**
   * A printer of decisions.
   *
   * @param routes that are chosen from
   */
  RouteText(PrintWriter out, RouteSet routes) {
    this.out = out;
    this.routes = routes;
  }

  /**
   * One decision over several lines.
   *
   * @param model behind the chosen route; empty where that is not known
   * @param encoder whose similarities these are
   */
  void print(RouteDecision decision, String model, String encoder) {
    out.printf(Locale.ROOT, "route    %s%n", decision.route());
    if (!model.isEmpty()) {
      out.printf(Locale.ROOT, "model    %s%n", model);
    }
    out.printf(Locale.ROOT, "encoder  %s%n", encoder);
    out.printf(Locale.ROOT, "score    %.3f", decision.score());
    if (routes.similarity().usesWords()) {
      out.printf(Locale.ROOT, ", of it %.3f by words", decision.sparse());
    }
    boolean isWeighted = routes.routes().stream().anyMatch(route -> route.weight() != 0);
    out.println(isWeighted ? ", without the weight of its route" : "");
    out.printf(Locale.ROOT, "margin   %.3f %s%n", decision.margin(), margin(decision));
    out.println("fallback " + fallback(decision));
    out.println(isWeighted ? "routes, weights added" : "routes");
    decision
        .similarities()
        .forEach((route, similarity) -> out.printf(Locale.ROOT, "  %.3f  %s%n", similarity, route));
    out.println("nearest utterances");
    int width = decision.nearest().stream().mapToInt(near -> near.route().length()).max().orElse(1);
    for (SimilarUtterance near : decision.nearest()) {
      out.printf(
          Locale.ROOT,
          "  %.3f  %-" + Math.max(17, width) + "s %s%n",
          near.similarity(),
          near.route(),
          near.utterance());
    }
  }

  /** One decision on one line: route, score, margin, whether a threshold was missed, text. */
  void printLine(String text, RouteDecision decision) {
    out.printf(
        Locale.ROOT,
        "%s\t%.3f\t%.3f\t%s\t%s%n",
        decision.route(),
        decision.score(),
        decision.margin(),
        decision.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        QueryText.line(text));
  }

  private static String margin(RouteDecision decision) {
    if (decision.reason() == RouteDecision.Reason.ABSTAINED) {
      return "of the best route over the next";
    }
    return decision.margin() < 0
        ? "to the best other route, which misses its threshold"
        : "over the best other route";
  }

  private static String fallback(RouteDecision decision) {
    String missed =
        String.format(Locale.ROOT, "no route reached the threshold %.3f", decision.threshold());
    return switch (decision.reason()) {
      case REACHED ->
          String.format(Locale.ROOT, "no: the threshold %.3f is reached", decision.threshold());
      case FALLBACK -> "yes: " + missed;
      case ABSTAINED -> "none: " + missed + ", and there is no fall-back route";
      case BEST_BELOW -> "none: " + missed + "; the best route is taken";
    };
  }
}
