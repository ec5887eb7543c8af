package org.routerlab.experiments;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.routerlab.core.Decisions;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.eval.Evaluation;
import org.routerlab.eval.RouterRuns;
import org.routerlab.eval.Selection;
import org.routerlab.eval.TestSet;

/**
 * A router of a results folder on the test queries, query by query. Rows are complete rows.
 *
 * @param runs one a seed
 * @param decisions what each run chose; empty for a run that draws models
 * @param scores what each run predicted for the complete rows; empty for one that only decides
 * @param kind what the scores mean, or {@value Predictions#NO_SCORES}
 */
record StoredRouter(
    RouterRuns runs,
    List<Optional<Decisions>> decisions,
    List<Optional<FloatMatrix>> scores,
    String kind) {

  /** A trained router with the predictions of each run for all given queries. */
  static StoredRouter of(RouterRuns runs, List<Predictions> onTest) {
    int[] rows = runs.test().givenRows();
    List<Optional<FloatMatrix>> scores =
        onTest.stream()
            .map(
                predictions ->
                    predictions instanceof Predictions.Scored scored
                        ? Optional.of(scored.scores().selectRows(rows))
                        : Optional.<FloatMatrix>empty())
            .toList();
    return new StoredRouter(runs, decisions(runs), scores, onTest.get(0).scoreKind());
  }

  /** A reference, which predicts nothing. */
  static StoredRouter reference(RouterRuns runs) {
    List<Optional<FloatMatrix>> none =
        runs.seeds().stream().map(run -> Optional.<FloatMatrix>empty()).toList();
    return new StoredRouter(runs, decisions(runs), none, Predictions.NO_SCORES);
  }

  private static List<Optional<Decisions>> decisions(RouterRuns runs) {
    return runs.seeds().stream()
        .map(Evaluation::selection)
        .map(
            selection ->
                selection.isDecided()
                    ? Optional.of(selection.decisions())
                    : Optional.<Decisions>empty())
        .toList();
  }

  String name() {
    return runs.router();
  }

  TestSet test() {
    return runs.test();
  }

  int seeds() {
    return runs.seeds().size();
  }

  /** The share of runs whose choice is right; of a draw its chance. */
  double right(int row) {
    double sum = 0;
    for (Evaluation run : runs.seeds()) {
      sum += run.selection().expect(row, (r, model) -> test().isCorrect(r, model) ? 1 : 0);
    }
    return sum / seeds();
  }

  /** The models chosen with the share of runs that chose them, the most chosen first. */
  Map<String, Double> chosen(int row) {
    double[] shares = new double[test().pool().size()];
    for (Evaluation run : runs.seeds()) {
      Selection selection = run.selection();
      Arrays.setAll(shares, model -> shares[model] + selection.share(row, model) / seeds());
    }
    Map<String, Double> chosen = new LinkedHashMap<>();
    IntStream.range(0, shares.length)
        .filter(model -> shares[model] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble(model -> -shares[model]))
        .forEach(model -> chosen.put(test().pool().name(model), shares[model]));
    return chosen;
  }

  /** The model a run chose; empty where it draws one. */
  Optional<Integer> choice(int run, int row) {
    return decisions.get(run).map(made -> made.model(row));
  }

  /** What a run predicted for its choice; NaN without scores. */
  double confidence(int run, int row) {
    return scores.get(run).isEmpty() || decisions.get(run).isEmpty()
        ? Double.NaN
        : scores.get(run).get().get(row, decisions.get(run).get().model(row));
  }

  /**
   * By how much the prediction for the chosen model is above the next highest, on average over the
   * runs; below 0 where a rule chose another one, NaN without scores.
   */
  double margin(int row) {
    double sum = 0;
    for (int run = 0; run < seeds(); run++) {
      double next = Double.NEGATIVE_INFINITY;
      for (int model = 0; model < test().pool().size(); model++) {
        boolean isRival = scores.get(run).isPresent() && choice(run, row).orElse(-1) != model;
        next = isRival ? Math.max(next, scores.get(run).get().get(row, model)) : next;
      }
      sum += confidence(run, row) - next;
    }
    return sum / seeds();
  }
}
