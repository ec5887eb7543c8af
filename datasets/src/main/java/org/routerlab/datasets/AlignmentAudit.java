package org.routerlab.datasets;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.routerlab.core.OutcomeTable;

/**
 * Finds columns whose rows were joined in the wrong order.
 *
 * <p>A hard query is hard for most models, so the columns of a true outcome table correlate; one
 * that was joined to the wrong queries correlates with none, and inflates the oracle.
 */
final class AlignmentAudit {

  /** A median correlation closer to 0 than this is suspect; true tables show 0.2 and more. */
  private static final double SUSPECT = 0.1;

  private AlignmentAudit() {}

  static List<Finding> of(OutcomeTable outcomes) {
    Correlations correlations = Correlations.of(outcomes.scores());
    double median = correlations.median();
    if (Double.isNaN(median)) {
      return List.of();
    }
    return Math.abs(median) < SUSPECT
        ? List.of(wholeTable(outcomes, median))
        : IntStream.range(0, outcomes.pool().size())
            .filter(model -> Math.abs(correlations.median(model)) < SUSPECT)
            .mapToObj(
                model -> column(outcomes.pool().name(model), correlations.median(model), median))
            .toList();
  }

  private static Finding wholeTable(OutcomeTable outcomes, double median) {
    return Finding.grave(
        String.format(
            Locale.ROOT,
            "the median correlation between model columns is %.3f, as if their rows were in"
                + " different orders; the oracle would then be inflated (it is %.3f)",
            median,
            oracle(outcomes)));
  }

  private static Finding column(String name, double own, double all) {
    return Finding.warning(
        String.format(
            Locale.ROOT,
            "the column of %s has a median correlation of %.3f with the others (%.3f among all);"
                + " its rows may be in another order",
            name,
            own,
            all));
  }

  private static double oracle(OutcomeTable outcomes) {
    return IntStream.range(0, outcomes.size())
        .mapToDouble(row -> best(outcomes.scores().row(row)))
        .filter(score -> score >= 0)
        .average()
        .orElse(Double.NaN);
  }

  private static double best(float[] scores) {
    double best = -1;
    for (float score : scores) {
      best = score > best ? score : best;
    }
    return best;
  }
}
