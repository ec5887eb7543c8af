package org.routerlab.experiments;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.routerlab.eval.TestSet;

/** The avoidable mistakes of a router: a wrong model chosen though another was right. */
final class Mistakes {

  /**
   * A query with a mistake.
   *
   * @param chosen the models chosen by the wrong runs, with the share of all runs
   * @param confidence the mean prediction of these runs for their choice; NaN without scores
   */
  record Found(
      int row, Map<String, Double> chosen, double confidence, int wrongRuns, long rightModels) {}

  private Mistakes() {}

  /**
   * All queries on which some run is wrong though a model is right. The most confident first; then,
   * and where there are no scores, those that more runs get wrong, that more models get right, and
   * in the order of the test set. A run that draws models makes no choice and no mistake.
   */
  static List<Found> of(StoredRouter router) {
    List<Found> mistakes = new ArrayList<>();
    for (int row = 0; row < router.test().size(); row++) {
      Found found = on(router, row);
      if (found.wrongRuns() > 0 && found.rightModels() > 0) {
        mistakes.add(found);
      }
    }
    mistakes.sort(
        Comparator.<Found>comparingDouble(found -> -found.confidence())
            .thenComparingInt(found -> -found.wrongRuns())
            .thenComparingLong(found -> -found.rightModels())
            .thenComparingInt(Found::row));
    return mistakes;
  }

  private static Found on(StoredRouter router, int row) {
    TestSet test = router.test();
    List<Integer> wrong =
        IntStream.range(0, router.seeds())
            .filter(run -> router.choice(run, row).map(m -> !test.isCorrect(row, m)).orElse(false))
            .boxed()
            .toList();
    Map<String, Double> chosen = new LinkedHashMap<>();
    double confidence = 0;
    for (int run : wrong) {
      String model = test.pool().name(router.choice(run, row).orElseThrow());
      chosen.merge(model, 1.0 / router.seeds(), Double::sum);
      confidence += router.confidence(run, row) / wrong.size();
    }
    long right = IntStream.range(0, test.pool().size()).filter(m -> test.isCorrect(row, m)).count();
    return new Found(row, chosen, confidence, wrong.size(), right);
  }
}
