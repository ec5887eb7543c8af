package org.routerlab.experiments;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.routerlab.core.Query;
import org.routerlab.datasets.transform.PseudoSpecialist;
import org.routerlab.datasets.transform.Remaster;
import org.routerlab.eval.AgreementChange;
import org.routerlab.eval.Bootstrap;
import org.routerlab.eval.Metric;
import org.routerlab.eval.Metrics;
import org.routerlab.eval.References;
import org.routerlab.eval.RouterRuns;
import org.routerlab.experiments.report.AnalysisTable;
import org.routerlab.experiments.report.AnalysisTable.Entry;
import org.routerlab.experiments.report.AnalysisTable.Unit;

/**
 * What routers make of a variant of a benchmark, beside what they make of the benchmark itself.
 *
 * <p>Where both are tested on the same queries, changes have the interval of the paired difference.
 */
final class WrrVariantTables {

  private final FinishedRun original;
  private final String name;
  private final FinishedRun variant;
  private final Bootstrap bootstrap;

  private WrrVariantTables(FinishedRun original, String name, FinishedRun variant) {
    this.original = original;
    this.name = name;
    this.variant = variant;
    this.bootstrap = original.bootstrap();
  }

  static List<AnalysisTable> of(FinishedRun original, String name, FinishedRun variant)
      throws IOException {
    WrrVariantTables tables = new WrrVariantTables(original, name, variant);
    List<AnalysisTable> all = new ArrayList<>();
    List<String> specialists = tables.specialists();
    if (!specialists.isEmpty()) {
      all.add(tables.specialistAccuracies(specialists));
    }
    for (String encoder : original.encoders()) {
      all.add(tables.effect(encoder));
      if (!specialists.isEmpty()) {
        all.add(tables.agreement(encoder, specialists));
      }
    }
    return all;
  }

  /** What was done to the benchmark, a line a step. */
  private List<String> steps() {
    return variant.workload().benchmark().provenance().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(Remaster.PROVENANCE))
        .map(entry -> "Step: " + entry.getValue() + ".")
        .toList();
  }

  /** The datasets for which the variant has a specialist of its own. */
  private List<String> specialists() {
    List<TransformConfig> steps = variant.config().transforms();
    return steps.stream()
        .filter(step -> step.specialists() != null)
        .flatMap(step -> step.specialists().datasets().stream())
        .toList();
  }

  /** What the specialist of a dataset is called. */
  private static String specialist(String dataset) {
    return PseudoSpecialist.of(dataset).name();
  }

  private AnalysisTable specialistAccuracies(List<String> datasets) {
    TableBuilder table =
        new TableBuilder(
                id("specialists"),
                "Specialists added in " + name,
                "For each dataset: its share of all queries, the mean and the best accuracy of the"
                    + " pool, and the accuracy of the specialist, in %, on all queries.",
                "Dataset")
            .column("Share", Unit.PERCENT)
            .column("Mean", Unit.PERCENT)
            .column("Best", Unit.PERCENT)
            .column("Specialist", Unit.PERCENT);
    Workload made = variant.workload();
    List<Query> queries = made.benchmark().queries();
    Set<String> added =
        datasets.stream().map(WrrVariantTables::specialist).collect(Collectors.toSet());
    for (String dataset : datasets) {
      int[] rows =
          IntStream.range(0, queries.size())
              .filter(row -> queries.get(row).dataset().equals(dataset))
              .toArray();
      PoolBesideSpecialist found =
          PoolBesideSpecialist.of(made.outcomes(rows), added, specialist(dataset));
      table.row(
          dataset,
          Entry.value(rows.length / (double) queries.size()),
          Entry.value(found.mean()),
          Entry.value(found.best()),
          Entry.value(found.specialist()));
    }
    return published(table);
  }

  private AnalysisTable effect(String encoder) throws IOException {
    boolean costs = original.test().hasCosts() && variant.test().hasCosts();
    List<Metric> metrics =
        costs
            ? List.of(
                Metrics.accuracy(),
                Metrics.budgetMean(),
                Metrics.budgetPeak(),
                Metrics.budgetArea())
            : List.of(Metrics.accuracy());
    List<String> headers = List.of("Accuracy", "Avg. accuracy", "Peak accuracy", "Area");
    boolean paired = isPaired();
    TableBuilder table =
        new TableBuilder(
            id("effect"),
            "Routing on " + name + ", " + encoder,
            "Of each metric the value on the benchmark as it was, on the variant, and the change in"
                + " points"
                + (paired
                    ? " with the interval of the paired difference on the same test queries"
                    : "; the test queries differ, so that changes have no interval")
                + ", all in %. Averages, peaks and areas are over budgets.",
            "Router");
    for (int i = 0; i < metrics.size(); i++) {
      table.column(headers.get(i), Unit.PERCENT).column("on variant", Unit.PERCENT);
      table.column("change", Unit.POINTS);
    }
    Map<String, RouterRuns> before = byName(routers(original, encoder));
    for (RouterRuns after : routers(variant, encoder)) {
      List<Entry> cells = new ArrayList<>();
      for (Metric metric : metrics) {
        double ours = metric.value(after);
        double theirs = metric.value(before.get(after.router()));
        cells.add(Entry.value(theirs));
        cells.add(Entry.value(ours));
        cells.add(
            paired
                ? TableBuilder.points(bootstrap.change(after, before.get(after.router()), metric))
                : Entry.value(100 * (ours - theirs)));
      }
      table.row(after.router(), 0, cells);
    }
    steps().forEach(table::note);
    return published(table.of(encoder));
  }

  private AnalysisTable agreement(String encoder, List<String> datasets) throws IOException {
    boolean costs = original.test().hasCosts() && variant.test().hasCosts();
    Metric metric = costs ? Metrics.budgetHeuristicAgreement() : Metrics.heuristicAgreement();
    TableBuilder table =
        new TableBuilder(
            id("agreement"),
            "Agreement with the heuristic router on " + name + ", " + encoder,
            "Change of the share of queries for which a router chooses what the heuristic chooses"
                + (costs ? ", averaged over budgets" : "")
                + ", in points"
                + (isPaired()
                    ? ", with the interval of the paired difference."
                    : "; the test queries differ, so that each has resamples of its own."),
            "Queries");
    Map<String, RouterRuns> before = byName(original.routers(encoder));
    List<RouterRuns> after = variant.routers(encoder);
    after.forEach(runs -> table.column(runs.router(), Unit.POINTS));
    List<List<AgreementChange>> changes =
        after.stream()
            .map(
                runs ->
                    AgreementChange.of(
                        metric, before.get(runs.router()), runs, datasets, bootstrap))
            .toList();
    // All queries come first, then the datasets by name.
    table.row("overall", 0, changes.stream().map(each -> changed(each.get(0))).toList());
    List<String> byName = datasets.stream().distinct().sorted().toList();
    for (String dataset : datasets) {
      int at = 1 + byName.indexOf(dataset);
      table.row(dataset, 0, changes.stream().map(each -> changed(each.get(at))).toList());
    }
    return published(table.of(encoder));
  }

  private static Entry changed(AgreementChange agreement) {
    return TableBuilder.entry(agreement.change());
  }

  /** Whether both are tested on the same queries. */
  private boolean isPaired() {
    return original.test().hasQueriesOf(variant.test());
  }

  private static List<RouterRuns> routers(FinishedRun run, String encoder) throws IOException {
    List<RouterRuns> routers = new ArrayList<>(run.routers(encoder));
    routers.add(RouterRuns.of(References.of(run.test()).heuristic()));
    return routers;
  }

  private static Map<String, RouterRuns> byName(List<RouterRuns> routers) {
    return routers.stream().collect(Collectors.toMap(RouterRuns::router, Function.identity()));
  }

  private String id(String table) {
    return "wrr-" + table + "-" + name;
  }

  private AnalysisTable published(TableBuilder table) {
    return table.beside(original.config().published());
  }
}
