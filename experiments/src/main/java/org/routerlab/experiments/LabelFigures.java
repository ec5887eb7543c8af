package org.routerlab.experiments;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.routerlab.core.Decisions;
import org.routerlab.core.Seed;
import org.routerlab.eval.Estimate;
import org.routerlab.eval.Evaluation;
import org.routerlab.eval.RouterRuns;
import org.routerlab.eval.TestSet;

/**
 * Accuracies by number of labels and what they are above others, with intervals over both the draws
 * of labels and the test queries.
 */
final class LabelFigures {

  /** Stands for all routes. */
  static final int EVERY_ROUTE = -1;

  /** A router that sends more of the queries than this to one route is constant. */
  static final double CONSTANT = 0.95;

  private final LabelledRuns runs;
  private final int[] gold;
  private final TwoWayBootstrap bootstrap;
  private final Map<RouterRuns, UtteranceAccuracy> accuracies = new IdentityHashMap<>();
  private final Map<RouterRuns, Boolean> constant = new IdentityHashMap<>();

  /**
   * Figures of some runs.
   *
   * @param routes the datasets of the test queries, by their place
   */
  LabelFigures(LabelledRuns runs, TestSet test, List<String> routes, int resamples, Seed seed) {
    this.runs = runs;
    gold = test.queries().stream().mapToInt(query -> routes.indexOf(query.dataset())).toArray();
    bootstrap = new TwoWayBootstrap(gold, routes.size(), resamples, seed);
  }

  LabelledRuns runs() {
    return runs;
  }

  /** The accuracy on the queries of a route, or of {@link #EVERY_ROUTE}. */
  Estimate accuracy(RouterRuns router, int route) {
    UtteranceAccuracy accuracy = accuracy(router);
    return route == EVERY_ROUTE ? accuracy.overall() : accuracy.route(route);
  }

  /** By how much it is above that of another router. */
  Estimate lead(RouterRuns router, RouterRuns baseline, int route) {
    UtteranceAccuracy own = accuracy(router);
    UtteranceAccuracy other = accuracy(baseline);
    return route == EVERY_ROUTE ? own.overallGain(other) : own.routeGain(other, route);
  }

  private UtteranceAccuracy accuracy(RouterRuns router) {
    return accuracies.computeIfAbsent(
        router,
        key -> {
          int[] right = new int[gold.length];
          for (int run = 0; run < router.seeds().size(); run++) {
            Evaluation evaluation = router.seeds().get(run);
            Decisions decisions = evaluation.selection().decisions();
            for (int row = 0; row < right.length; row++) {
              int model = decisions.model(row);
              right[row] |= evaluation.test().isCorrect(row, model) ? 1 << run : 0;
            }
          }
          // One stream a router: of paired routers only one has several runs.
          return bootstrap.accuracy(right, router.seeds().size(), router.router());
        });
  }

  /** Whether its runs send nearly all queries to one route, on average. */
  boolean isConstant(RouterRuns router) {
    return constant.computeIfAbsent(router, LabelFigures::sendsNearlyAllToOne);
  }

  private static boolean sendsNearlyAllToOne(RouterRuns router) {
    double sum = 0;
    for (Evaluation run : router.seeds()) {
      Decisions decisions = run.selection().decisions();
      int[] sent = new int[run.test().pool().size()];
      for (int row = 0; row < run.test().size(); row++) {
        sent[decisions.model(row)]++;
      }
      sum += Arrays.stream(sent).max().orElse(0) / (double) run.test().size();
    }
    return sum / router.seeds().size() > CONSTANT;
  }

  /** From how many labels on a router leads; {@code never} where it does not with all. */
  String aheadFrom(String router, RouterRuns baseline, int route) {
    NavigableMap<Integer, Boolean> leads = new TreeMap<>();
    for (int each : runs.numbers()) {
      Optional<RouterRuns> found = runs.of(router, each);
      found.ifPresent(
          some -> leads.put(each, !isConstant(some) && lead(some, baseline, route).low() > 0));
    }
    return aheadFrom(leads);
  }

  /** The least number from which on all lead, if there is one. */
  static String aheadFrom(NavigableMap<Integer, Boolean> leads) {
    String from = "never";
    for (Map.Entry<Integer, Boolean> lead : leads.descendingMap().entrySet()) {
      if (!lead.getValue()) {
        break;
      }
      from = LabelledRuns.title(lead.getKey());
    }
    return from;
  }
}
