package org.routerlab.experiments.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.routerlab.semantic.RouteDecision;
import org.routerlab.semantic.SimilarUtterance;

/** Prints decisions of a semantic router for people. */
final class RouteText {

  private final PrintWriter out;
  private final boolean usesWords;

  /**
   * A printer of decisions.
   *
   * @param usesWords whether similarities have a part that is due to common words
   */
  RouteText(PrintWriter out, boolean usesWords) {
    this.out = out;
    this.usesWords = usesWords;
  }

  /**
   * One decision over several lines.
   *
   * @param model behind the chosen route; empty where that is not known
   */
  void print(RouteDecision decision, String model) {
    out.printf(Locale.ROOT, "route    %s%n", decision.route());
    if (!model.isEmpty()) {
      out.printf(Locale.ROOT, "model    %s%n", model);
    }
    out.printf(Locale.ROOT, "score    %.3f", decision.score());
    out.println(
        usesWords ? String.format(Locale.ROOT, ", of it %.3f by words", decision.sparse()) : "");
    out.printf(Locale.ROOT, "margin   %.3f over the next route%n", decision.margin());
    out.println("fallback " + fallback(decision));
    out.println("routes");
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
