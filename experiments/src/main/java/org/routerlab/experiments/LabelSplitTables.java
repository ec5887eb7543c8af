package org.routerlab.experiments;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.routerlab.core.Decisions;
import org.routerlab.eval.RouterRuns;
import org.routerlab.experiments.report.AnalysisTable;
import org.routerlab.experiments.report.AnalysisTable.Entry;
import org.routerlab.experiments.report.AnalysisTable.Unit;

/**
 * Routers with all labels on further draws of the test queries, such as of other sources: what an
 * interval over the queries of one draw does not tell.
 */
final class LabelSplitTables {

  private final List<LabelledRuns> splits = new ArrayList<>();
  private final List<Long> seeds = new ArrayList<>();
  private final FinishedRun run;
  private final String encoder;

  private LabelSplitTables(FinishedRun run, String encoder) {
    this.run = run;
    this.encoder = encoder;
  }

  /** Accuracies by split, and the leads over the routers that read no labels or choose lists. */
  static List<AnalysisTable> of(
      FinishedRun run,
      Map<String, FinishedRun> further,
      String encoder,
      Optional<ChosenUtterances> chosen)
      throws IOException {
    LabelSplitTables tables = new LabelSplitTables(run, encoder);
    List<FinishedRun> all = new ArrayList<>(List.of(run));
    all.addAll(further.values());
    for (FinishedRun each : all) {
      tables.seeds.add(each.config().split().seed());
      tables.splits.add(LabelledRuns.of(each, Map.of(), encoder, chosen));
    }
    return List.of(tables.accuracies(), tables.leads());
  }

  /** By router the accuracy in each split, in the order of the splits. */
  private Map<String, double[]> values() {
    Map<String, double[]> values = new LinkedHashMap<>();
    LabelledRuns first = splits.get(0);
    first.free().forEach(router -> values.put(router.router(), new double[splits.size()]));
    first.names().forEach(router -> values.put(router, new double[splits.size()]));
    values.forEach(
        (name, found) ->
            Arrays.setAll(
                found,
                split -> router(splits.get(split), name).map(r -> accuracy(r)).orElse(Double.NaN)));
    return values;
  }

  private static Optional<RouterRuns> router(LabelledRuns runs, String name) {
    return runs.free().stream()
        .filter(each -> each.router().equals(name))
        .findFirst()
        .or(() -> runs.of(name, LabelledRuns.ALL));
  }

  private static double accuracy(RouterRuns router) {
    return router.seeds().stream()
        .mapToDouble(
            run -> {
              Decisions decisions = run.selection().decisions();
              int right = 0;
              for (int row = 0; row < run.test().size(); row++) {
                int model = decisions.model(row);
                right += run.test().isCorrect(row, model) ? 1 : 0;
              }
              return right / (double) run.test().size();
            })
        .average()
        .orElseThrow();
  }

  private AnalysisTable accuracies() {
    Map<String, double[]> values = values();
    TableBuilder table =
        new TableBuilder(
                A2bLabelTables.NAME + "-splits",
                "Accuracy with all labels by draw of the test queries, " + encoder,
                "Routing accuracy on the test queries in %, by the seed that drew them, with all"
                    + " labels of the others.",
                "Seed of the split")
            .of(encoder);
    values.keySet().forEach(router -> table.column(router, Unit.PERCENT));
    for (int i = 0; i < seeds.size(); i++) {
      int split = i;
      table.row(
          seeds.get(i).toString(),
          0,
          values.values().stream().map(each -> Entry.value(each[split])).toList());
    }
    table.row(
        "mean, [lowest, highest]",
        1,
        values.values().stream().map(each -> spread(each, 1)).toList());
    return table.beside(run.config().published());
  }

  private AnalysisTable leads() {
    Map<String, double[]> values = values();
    LabelledRuns first = splits.get(0);
    TableBuilder table =
        new TableBuilder(
                A2bLabelTables.NAME + "-splits-lead",
                "Lead with all labels over "
                    + seeds.size()
                    + " draws of the test queries, "
                    + encoder,
                "Accuracy less that of the router of the row on the same test queries, in points:"
                    + " mean over the draws of test queries, [lowest, highest].",
                "Over")
            .of(encoder);
    first.names().forEach(router -> table.column(router, Unit.POINTS));
    for (RouterRuns baseline : first.baselines()) {
      double[] other = values.get(baseline.router());
      List<Entry> cells = new ArrayList<>();
      for (String router : first.names()) {
        double[] leads = values.get(router).clone();
        Arrays.setAll(leads, i -> leads[i] - other[i]);
        cells.add(router.equals(baseline.router()) ? Entry.text("–") : spread(leads, 100));
      }
      table.row(baseline.router(), 0, cells);
    }
    return table.beside(run.config().published());
  }

  private static Entry spread(double[] values, double factor) {
    return Entry.interval(
        factor * Arrays.stream(values).average().orElseThrow(),
        factor * Arrays.stream(values).min().orElseThrow(),
        factor * Arrays.stream(values).max().orElseThrow());
  }
}
