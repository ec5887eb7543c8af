package org.routerlab.experiments.cli;

import java.util.Locale;
import org.routerlab.experiments.Lineup;

/** All routers with the letters of their groups, for a person. */
final class LineupText {

  private LineupText() {}

  static String of(Lineup found) {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "%s (test, %,d queries), encoder %s, by %s (%s)%n%n",
            found.benchmark(),
            found.queries(),
            found.encoder(),
            found.metric(),
            found.unit()));
    int widest =
        found.routers().stream().mapToInt(place -> place.router().length()).max().orElse(0);
    for (Lineup.Place place : found.routers()) {
      out.append(
          String.format(
              Locale.ROOT,
              "%-" + Math.max(1, widest) + "s  %s  %s%s%n",
              place.router(),
              QueryText.interval(place.value()),
              place.letters(),
              place.deployable() ? "" : "  (hindsight)"));
    }
    out.append(
        String.format(
            Locale.ROOT,
            "%nRouters that share a letter cannot be told apart: the difference is not significant at a"
                + " level of%n%.0f %% for all pairs together (Holm).%n",
            100 * found.level()));
    return out.toString().replace(System.lineSeparator(), "\n");
  }
}
