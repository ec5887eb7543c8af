package org.routerlab.experiments.cli;

import java.util.Locale;
import org.routerlab.experiments.Diagnosis;
import org.routerlab.experiments.Diagnosis.Mistake;
import org.routerlab.experiments.Diagnosis.OnQueries;

/** A diagnosis for a person. */
final class DiagnoseText {

  private final Diagnosis found;
  private final StringBuilder out = new StringBuilder();

  private DiagnoseText(Diagnosis found) {
    this.found = found;
  }

  static String of(Diagnosis found) {
    return new DiagnoseText(found).text();
  }

  private String text() {
    line(
        "%s on %s (test), encoder %s, %s%s; [low, high] are 95 %% intervals",
        found.router(),
        found.benchmark(),
        found.encoder(),
        found.runs() == 1 ? "one run" : "mean of " + found.runs() + " runs",
        found.configuration().isEmpty() ? "" : ", " + found.configuration());
    line("");
    figures(found.all());
    line("");
    line(
        "worst %d of %d datasets, against the best single model on training queries (%s)",
        found.datasets().size(), found.datasetCount(), found.bestSingle());
    found.datasets().forEach(this::figures);
    line("");
    line(
        "avoidable mistakes, where another model was right: %,d queries%s",
        found.mistakeCount(), order());
    found.mistakes().forEach(this::mistake);
    return out.toString();
  }

  private String order() {
    if (found.mistakes().isEmpty()) {
      return "";
    }
    return found.scores().equals("none")
        ? "; of "
            + found.router()
            + " there are no scores to tell the most confident, so first those"
            + " most runs get wrong and most models get right"
        : "; the most confident " + found.mistakes().size() + " by predicted " + scores();
  }

  private String scores() {
    return found.scores().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void figures(OnQueries on) {
    line("%s: %,d queries", on.name(), on.queries());
    line("  accuracy             %s", QueryText.interval(on.accuracy()));
    line(
        "  best single          %s, difference %s",
        QueryText.interval(on.bestSingle()), QueryText.difference(on.gained()));
    line(
        "  oracle               %s, missed %s",
        QueryText.interval(on.oracle()), QueryText.interval(on.missed()));
  }

  private void mistake(Mistake mistake) {
    line("  %s [%s] %s", mistake.id(), mistake.dataset(), QueryText.line(mistake.text()));
    line(
        "    chose %s%s; right: %s%s",
        QueryText.chosen(mistake.chosen()),
        Double.isNaN(mistake.confidence())
            ? ""
            : " (predicted " + QueryText.number(mistake.confidence()) + ")",
        String.join(", ", mistake.right()),
        found.runs() > 1
            ? "; wrong in " + mistake.wrongRuns() + " of " + found.runs() + " runs"
            : "");
  }

  private void line(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
