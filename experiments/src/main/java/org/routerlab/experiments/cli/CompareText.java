package org.routerlab.experiments.cli;

import java.util.Locale;
import org.routerlab.eval.Better;
import org.routerlab.experiments.HeadToHead;
import org.routerlab.experiments.HeadToHead.Disagreement;
import org.routerlab.experiments.HeadToHead.Disagreements;
import org.routerlab.experiments.HeadToHead.Side;

/** A comparison for a person. */
final class CompareText {

  private final HeadToHead found;
  private final StringBuilder out = new StringBuilder();

  private CompareText(HeadToHead found) {
    this.found = found;
  }

  static String of(HeadToHead found) {
    return new CompareText(found).text();
  }

  private String text() {
    line(
        "%s against %s on %s (test), encoder %s, by %s%s",
        found.first().router(),
        found.second().router(),
        found.benchmark(),
        found.encoder(),
        found.metric(),
        unit());
    side(found.first());
    side(found.second());
    line(
        "  difference          %s, the 95 %% interval of %,d paired resamples of %,d queries",
        QueryText.difference(found.difference()), found.resamples(), found.queries());
    line(
        "  p                   %s; %s after Holm's correction for %,d comparisons with %s: all routers"
            + " of the experiment with this encoder%s",
        p(found.p()),
        p(found.correctedP()),
        found.family().size(),
        found.second().router(),
        found.first().configuration().isEmpty() ? ", and " + found.first().router() : "");
    line(
        "  detectable          %s: a true difference of this size is found four times out of five"
            + " at a level of 5 %% (standard error %s)",
        QueryText.number(found.minimumDetectable()), QueryText.number(found.standardError()));
    line(
        "  scores              more on %.1f queries, the same on %.1f, less on %.1f%s",
        found.scores().wins(),
        found.scores().ties(),
        found.scores().losses(),
        found.first().runs() * found.second().runs() > 1 ? " (means over runs)" : "");
    disagreements(found.first(), found.onlyFirst());
    disagreements(found.second(), found.onlySecond());
    return out.toString();
  }

  private String unit() {
    String better = found.better() == Better.NEITHER ? "" : found.better() + " is better";
    return " ("
        + found.unit()
        + (better.isEmpty() ? "" : ", " + better.toLowerCase(Locale.ROOT))
        + ")";
  }

  /** A share of resamples cannot be smaller than what one of them counts. */
  private String p(double p) {
    double least = 2.0 / (found.resamples() + 1);
    return p <= least ? "at most " + QueryText.number(least) : QueryText.number(p);
  }

  private void side(Side side) {
    line(
        "  %-19s %s, %s%s%s",
        side.router(),
        QueryText.interval(side.value()),
        side.runs() == 1 ? "one run" : "mean of " + side.runs() + " runs",
        side.configuration().isEmpty() ? "" : ", " + side.configuration(),
        side.deployable() ? "" : ", hindsight: it has seen test outcomes");
  }

  private void disagreements(Side right, Disagreements queries) {
    line("");
    line(
        found.first().runs() * found.second().runs() == 1 && !draws(queries)
            ? "only %s is right: %,d queries%s"
            : "%s is right in a greater share of runs: %,d queries%s",
        right.router(),
        queries.count(),
        queries.top().isEmpty() ? "" : "; the clearest " + queries.top().size());
    for (Disagreement query : queries.top()) {
      line("  %s [%s] %s", query.id(), query.dataset(), QueryText.line(query.text()));
      line(
          "    %s chose %s; %s chose %s%s",
          found.first().router(),
          QueryText.chosen(query.firstChose()),
          found.second().router(),
          QueryText.chosen(query.secondChose()),
          Double.isNaN(query.margin())
              ? ""
              : "; margin of " + right.router() + " " + QueryText.number(query.margin()));
    }
  }

  private static boolean draws(Disagreements queries) {
    return queries.top().stream()
        .anyMatch(query -> query.firstChose().size() + query.secondChose().size() > 2);
  }

  private void line(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
