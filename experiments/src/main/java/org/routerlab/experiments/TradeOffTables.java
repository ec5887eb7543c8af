package org.routerlab.experiments;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.routerlab.core.OutcomeTable;
import org.routerlab.eval.Bootstrap;
import org.routerlab.eval.CollapseByBudget;
import org.routerlab.eval.Metrics;
import org.routerlab.eval.NotSeparableGroups;
import org.routerlab.eval.Objective;
import org.routerlab.eval.OperatingPoints;
import org.routerlab.eval.PairedComparison;
import org.routerlab.eval.ParetoDistance;
import org.routerlab.eval.PoolCurve;
import org.routerlab.eval.PoolSearch;
import org.routerlab.eval.PoolValue;
import org.routerlab.eval.RouterRuns;
import org.routerlab.eval.SubPool;
import org.routerlab.eval.TradeOff;
import org.routerlab.experiments.report.AnalysisTable;
import org.routerlab.experiments.report.AnalysisTable.Entry;
import org.routerlab.experiments.report.AnalysisTable.Unit;

/** Routers among themselves: groups, trade-offs with cost, collapse, small pools. */
final class TradeOffTables {

  private static final double LEVEL = 0.05;
  private static final int LARGEST_POOL = 10;

  private TradeOffTables() {}

  /** Which routers cannot be told apart, and what difference could have been seen. */
  static List<AnalysisTable> groups(FinishedRun run) throws IOException {
    List<AnalysisTable> tables = new ArrayList<>();
    Bootstrap bootstrap = run.bootstrap();
    for (String encoder : run.encoders()) {
      List<RouterRuns> routers = run.routers(encoder);
      NotSeparableGroups groups = NotSeparableGroups.of(routers, Metrics.accuracy(), LEVEL);
      TableBuilder table =
          new TableBuilder(
                  "groups",
                  "Routers that cannot be told apart, " + encoder,
                  "By accuracy, the best first. Routers that share a letter cannot be told apart"
                      + " (5 %, Holm-corrected over all pairs). Behind: the best less the router, in"
                      + " points; p: corrected over these comparisons; detectable: the least true"
                      + " difference that 80 % of such test sets would show.",
                  "Router")
              .column("Accuracy", Unit.PERCENT)
              .column("Groups", Unit.COUNT)
              .column("Behind", Unit.POINTS)
              .column("Holm p", Unit.PLAIN)
              .column("Detectable", Unit.POINTS);
      if (groups.routers().isEmpty()) {
        continue;
      }
      RouterRuns best = named(routers, groups.routers().get(0));
      List<RouterRuns> others = routers.stream().filter(runs -> runs != best).toList();
      List<PairedComparison> compared =
          PairedComparison.with(best, others, Metrics.accuracy(), bootstrap);
      for (String router : groups.routers()) {
        List<Entry> cells = new ArrayList<>();
        cells.add(TableBuilder.entry(run.result(router, encoder, "accuracy", "all")));
        cells.add(Entry.text(groups.letters(router)));
        compared.stream()
            .filter(each -> each.router().equals(router))
            .findFirst()
            .ifPresentOrElse(
                each -> {
                  cells.add(
                      Entry.interval(
                          -100 * each.difference().value(),
                          -100 * each.difference().high(),
                          -100 * each.difference().low()));
                  cells.add(Entry.value(each.correctedP()));
                  cells.add(Entry.value(100 * each.minimumDetectable()));
                },
                () -> cells.addAll(List.of(Entry.text("–"), Entry.text("–"), Entry.text("–"))));
        table.row(router, 0, cells);
      }
      tables.add(table.of(encoder).beside(run.config().published()));
    }
    return tables;
  }

  private static RouterRuns named(List<RouterRuns> routers, String name) {
    return routers.stream().filter(runs -> runs.router().equals(name)).findFirst().orElseThrow();
  }

  /** Distances from the front of accuracy and cost, and the front itself. */
  static List<AnalysisTable> tradeOff(FinishedRun run) throws IOException {
    List<AnalysisTable> tables = new ArrayList<>();
    if (!run.test().hasCosts()) {
      return tables;
    }
    double[] lambdas = run.config().lambdas().stream().mapToDouble(Double::doubleValue).toArray();
    for (String encoder : run.encoders()) {
      List<RouterRuns> routers = run.routers(encoder);
      ParetoDistance distances = ParetoDistance.of(run.test(), routers, run.bootstrap());
      TableBuilder table =
          new TableBuilder(
                  "pareto-distance",
                  "Distance from the Pareto front, " + encoder,
                  String.format(
                      Locale.ROOT,
                      "The mean distance of a router's configurations by cost weight from the front of"
                          + " all deployable routers and single models, cost [%s, %s] and accuracy"
                          + " [%.3f, %.3f] each scaled to [0, 1]; lower is better.",
                      number(distances.leastCost()),
                      number(distances.greatestCost()),
                      distances.leastAccuracy(),
                      distances.greatestAccuracy()),
                  "Router")
              .column("Distance", Unit.PLAIN)
              .column("Configurations", Unit.COUNT);
      for (ParetoDistance.Place place : distances.routers()) {
        table.row(
            place.router(),
            TableBuilder.entry(place.distance()),
            Entry.value(place.configurations()));
      }
      tables.add(table.of(encoder).beside(run.config().published()));
      List<RouterRuns> points = new ArrayList<>();
      routers.forEach(runs -> points.addAll(OperatingPoints.of(runs, lambdas)));
      TradeOff tradeOff =
          TradeOff.of(
              run.test(),
              points,
              List.of(Objective.accuracy(run.test()), Objective.cost(run.test())),
              run.bootstrap());
      TableBuilder front =
          new TableBuilder(
                  "trade-off",
                  "The front of accuracy and cost, " + encoder,
                  String.format(
                      Locale.ROOT,
                      "What no router (at a cost weight, ROUTER@WEIGHT) or single model beats in both."
                          + " Hypervolume of the front %.4f [%.4f, %.4f], of the single models alone"
                          + " %.4f; gained by routing %.4f [%.4f, %.4f].",
                      tradeOff.hypervolume().value(),
                      tradeOff.hypervolume().low(),
                      tradeOff.hypervolume().high(),
                      tradeOff.ofSingleModels().value(),
                      tradeOff.gained().value(),
                      tradeOff.gained().low(),
                      tradeOff.gained().high()),
                  "Point")
              .column("Accuracy", Unit.PERCENT)
              .column("Cost", Unit.PLAIN)
              .column("On the front in resamples", Unit.PERCENT)
              .column("Contribution", Unit.PLAIN);
      for (TradeOff.Point point : tradeOff.front()) {
        front.row(
            point.name(),
            TableBuilder.entry(point.values().get(0)),
            Entry.text(number(point.values().get(1).value())),
            Entry.value(point.nonDominatedShare()),
            TableBuilder.entry(point.contribution()));
      }
      tables.add(front.of(encoder).beside(run.config().published()));
    }
    return tables;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }

  /** How far routers fall back to the dearest or to one model. */
  static List<AnalysisTable> collapse(FinishedRun run) throws IOException {
    List<AnalysisTable> tables = new ArrayList<>();
    if (!run.test().hasCosts()) {
      return tables;
    }
    for (String encoder : run.encoders()) {
      TableBuilder table =
          new TableBuilder(
                  "collapse",
                  "Router collapse by budget, " + encoder,
                  "Within the least, the middle and the largest budget (mean training costs): the"
                      + " collapse index, over-spending and the largest share of one model in %, and"
                      + " the effective number of models.",
                  "Router and budget")
              .column("RCI", Unit.PERCENT)
              .column("Over-spend", Unit.PERCENT)
              .column("Top model", Unit.PERCENT)
              .column("Effective models", Unit.RATIO)
              .column("Agreement", Unit.PERCENT);
      int group = 0;
      for (RouterRuns runs : run.routers(encoder)) {
        CollapseByBudget collapse = CollapseByBudget.of(runs, run.bootstrap());
        int last = collapse.points().size() - 1;
        for (int at : last < 0 ? new int[0] : new int[] {0, last / 2, last}) {
          CollapseByBudget.Point point = collapse.points().get(at);
          table.row(
              runs.router() + ", " + number(point.budget()),
              group,
              List.of(
                  TableBuilder.entry(point.collapse()),
                  TableBuilder.entry(point.overspending()),
                  TableBuilder.entry(point.topModelShare()),
                  TableBuilder.entry(point.effectiveModels()),
                  TableBuilder.entry(point.heuristicAgreement())));
        }
        group++;
      }
      tables.add(table.of(encoder).beside(run.config().published()));
    }
    return tables;
  }

  /** What small pools are worth, picked on training outcomes. */
  static List<AnalysisTable> pools(FinishedRun run) throws IOException {
    List<AnalysisTable> tables = new ArrayList<>();
    OutcomeTable train = run.workload().outcomes(run.workload().split().train());
    PoolSearch search = new PoolSearch(run.test().pool(), run.test().ranking());
    int most = Math.min(LARGEST_POOL, run.test().pool().size());
    List<SubPool> picked = search.greedy(PoolValue.oracle(train), most);
    for (String encoder : run.encoders()) {
      List<RouterRuns> routers = run.routers(encoder);
      List<PoolCurve> curves = new ArrayList<>();
      for (RouterRuns router : routers) {
        curves.add(PoolCurve.of(run.test(), picked, router, run.bootstrap()));
      }
      TableBuilder table =
          new TableBuilder(
                  "pools",
                  "Small pools, " + encoder,
                  "Models added one by one, each time the one that raises the oracle most on training"
                      + " queries; accuracies on test, in %, of the pool's oracle, of its best single"
                      + " model, and of routers restricted to it. Change: of the oracle against the"
                      + " whole pool, in points.",
                  "Models")
              .column("Added", Unit.COUNT)
              .column("Oracle", Unit.PERCENT)
              .column("Change", Unit.POINTS)
              .column("Best single", Unit.PERCENT);
      routers.forEach(router -> table.column(router.router(), Unit.PERCENT));
      for (int at = 0; at < picked.size(); at++) {
        PoolCurve.Step step = curves.get(0).steps().get(at);
        List<Entry> cells = new ArrayList<>();
        cells.add(Entry.text(step.pool().members().get(at)));
        cells.add(TableBuilder.entry(step.oracle()));
        cells.add(TableBuilder.points(step.oracleChange()));
        cells.add(TableBuilder.entry(step.bestSingle()));
        for (PoolCurve curve : curves) {
          cells.add(TableBuilder.entry(curve.steps().get(at).routed()));
        }
        table.row(Integer.toString(at + 1), 0, cells);
      }
      tables.add(table.of(encoder).beside(run.config().published()));
    }
    return tables;
  }
}
