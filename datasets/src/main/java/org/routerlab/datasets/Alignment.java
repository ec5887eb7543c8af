package org.routerlab.datasets;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * Which columns correlate with each other, and which do not with those.
 *
 * <p>The correlation of two columns of which one is in another order is 0 but for chance, which
 * puts it within 3 / √rows. A column is out of order only where one of its kind would show more:
 * columns of very high or low means can correlate with others only so much.
 */
final class Alignment {

  /** A median correlation closer to 0 than this is suspect; true tables show 0.2 and more. */
  private static final double SUSPECT = 0.1;

  /** What the columns of a true table show at least. */
  private static final double TRUE_TABLE = 0.2;

  private static final double CERTAIN = 3;
  private static final double CERTAIN_OF_A_PAIR = 4;
  private static final double LIKELY = 2;

  /** How a column or a table looks. */
  enum Verdict {
    FINE,
    INVERTED,
    WEAK,
    NONE
  }

  private final Correlations correlations;
  private final CorrelationBounds bounds;
  private final boolean[] core;
  private final double level;

  private Alignment(Correlations correlations, CorrelationBounds bounds) {
    this.correlations = correlations;
    this.bounds = bounds;
    this.core = new boolean[correlations.columns()];
    for (int column = 0; column < core.length; column++) {
      core[column] = correlations.of(column, other -> true).length > 0;
    }
    int judged = coreSize();
    while (coreSize() > 2 && removeLeast()) {
      // The least goes, until all that are left correlate with each other.
    }
    double found = median(column -> core[column]);
    double rows = rows(column -> core[column]);
    // Of several pairs, one correlates by chance sooner than many columns do.
    double certain = coreSize() == 2 && judged > 2 ? CERTAIN_OF_A_PAIR : CERTAIN;
    boolean isCore =
        2 * coreSize() >= judged && found >= Math.max(SUSPECT, certain / Math.sqrt(rows));
    level = isCore ? found : Double.NaN;
  }

  /**
   * Looks at the columns of a table.
   *
   * @param correlations between the columns of the scores
   * @param scores whose means bound what is possible
   */
  static Alignment of(Correlations correlations, FloatMatrix scores) {
    return new Alignment(correlations, CorrelationBounds.of(scores));
  }

  /** Whether at least half of the columns correlate with each other. */
  boolean hasCore() {
    return !Double.isNaN(level);
  }

  /** The median correlation between the columns that correlate with each other. */
  double level() {
    return level;
  }

  /** The median correlation of a column with those; NaN where there is none. */
  double own(int column) {
    return Correlations.median(correlations.of(column, other -> core[other]));
  }

  /** The median over all pairs; NaN where no pair has an answer. */
  double median() {
    return median(column -> true);
  }

  /** How a column looks beside those that correlate; needs a {@linkplain #hasCore core}. */
  Verdict verdict(int column) {
    double own = own(column);
    if (core[column] || Double.isNaN(own)) {
      return Verdict.FINE;
    }
    double error = 1 / Math.sqrt(correlations.rows(column, other -> core[other]));
    double lost = level * bounds.share(column, core) - Math.abs(own);
    if (own <= -Math.max(SUSPECT, CERTAIN * error)) {
      return Verdict.INVERTED;
    } else if (Math.abs(own) >= SUSPECT || lost <= LIKELY * error) {
      return Verdict.FINE;
    }
    return Math.abs(own) < CERTAIN * error && lost > CERTAIN * error ? Verdict.NONE : Verdict.WEAK;
  }

  /** How the table looks where no columns correlate. */
  Verdict verdict() {
    double median = Math.abs(median());
    double error = 1 / Math.sqrt(rows(column -> true));
    double lost = TRUE_TABLE - median;
    if (Double.isNaN(median) || hasCore() || median >= SUSPECT || lost <= LIKELY * error) {
      return Verdict.FINE;
    }
    return lost > CERTAIN * error ? Verdict.NONE : Verdict.WEAK;
  }

  private int coreSize() {
    return (int) IntStream.range(0, core.length).filter(column -> core[column]).count();
  }

  private boolean removeLeast() {
    int least = -1;
    double leastMean = Double.POSITIVE_INFINITY;
    for (int column = 0; column < core.length; column++) {
      if (core[column]) {
        double[] with = correlations.of(column, other -> core[other]);
        double mean = Arrays.stream(with).average().orElse(0);
        boolean suspect = with.length == 0 || Correlations.median(with) < SUSPECT;
        if (suspect && mean < leastMean) {
          least = column;
          leastMean = mean;
        }
      }
    }
    if (least >= 0) {
      core[least] = false;
    }
    return least >= 0;
  }

  private double median(IntPredicate meant) {
    return Correlations.median(
        IntStream.range(0, core.length)
            .filter(meant)
            .mapToObj(column -> correlations.of(column, meant))
            .flatMapToDouble(Arrays::stream)
            .toArray());
  }

  private double rows(IntPredicate meant) {
    double[] rows =
        IntStream.range(0, core.length)
            .filter(meant)
            .mapToDouble(column -> correlations.rows(column, meant))
            .filter(count -> count > 0)
            .toArray();
    return rows.length == 0 ? 1 : Correlations.median(rows);
  }
}
