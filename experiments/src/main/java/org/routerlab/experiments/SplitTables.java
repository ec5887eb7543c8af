package org.routerlab.experiments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.routerlab.eval.CorrectedResampledT;
import org.routerlab.experiments.report.AnalysisTable;
import org.routerlab.experiments.report.AnalysisTable.Entry;
import org.routerlab.experiments.report.AnalysisTable.Unit;

/**
 * Routers over several random splits: means, deviations, and whether they beat the best single
 * model whatever the split.
 */
final class SplitTables {

  /** What an experiment asks for these tables by. */
  static final String NAME = "splits";

  private static final double CONFIDENCE = 0.95;
  private static final String BEST_SINGLE = "best-single";
  private static final List<String> REFERENCES =
      List.of("random", BEST_SINGLE, "dataset-oracle", "oracle");

  /** Metrics with their headings, shown where they were measured. */
  private static final Map<String, String> GAINS =
      Map.of(
          "gain-random", "Gain@R",
          "gain-best", "Gain@B",
          "gap-oracle", "Gap@O");

  private final List<FinishedRun> runs;
  private final String encoder;

  private SplitTables(List<FinishedRun> runs, String encoder) {
    this.runs = runs;
    this.encoder = encoder;
  }

  /**
   * A table an encoder.
   *
   * @param splits the runs on further splits
   */
  static List<AnalysisTable> of(FinishedRun run, Map<String, FinishedRun> splits) {
    List<FinishedRun> runs = new ArrayList<>(List.of(run));
    runs.addAll(splits.values());
    List<AnalysisTable> tables = new ArrayList<>();
    for (String encoder : run.encoders()) {
      tables.add(new SplitTables(runs, encoder).table());
    }
    return tables;
  }

  private AnalysisTable table() {
    FinishedRun first = runs.get(0);
    double testToTrain =
        first.workload().split().test().length / (double) first.workload().split().train().length;
    TableBuilder table =
        new TableBuilder(
                "splits",
                "Over " + runs.size() + " random splits, " + encoder,
                String.format(
                    Locale.ROOT,
                    "Means over the splits and their standard deviations, in %%; the lead over the"
                        + " best single model in points, with the 95 %% interval and p of the"
                        + " corrected resampled t test (test / training queries %.2f), which is"
                        + " about routers trained on other queries too.",
                    testToTrain),
                "Router")
            .column("Accuracy", Unit.PERCENT)
            .column("Deviation", Unit.POINTS)
            .column("AvgAcc", Unit.PERCENT)
            .column("Deviation", Unit.POINTS)
            .column("Lead", Unit.POINTS)
            .column("p", Unit.PLAIN);
    List<String> gains =
        List.of("gain-random", "gain-best", "gap-oracle").stream()
            .filter(metric -> !Double.isNaN(mean(values(BEST_SINGLE, metric))))
            .toList();
    gains.forEach(metric -> table.column(GAINS.get(metric), Unit.PERCENT));
    for (String router : REFERENCES.subList(0, 2)) {
      table.row(router, 0, cells(router, testToTrain, gains));
    }
    first.candidates().stream()
        .filter(candidate -> candidate.chosen() && candidate.encoder().equals(encoder))
        .forEach(
            candidate ->
                table.row(candidate.router(), 1, cells(candidate.router(), testToTrain, gains)));
    for (String router : REFERENCES.subList(2, REFERENCES.size())) {
      table.row(router, 2, cells(router, testToTrain, gains));
    }
    return table.of(encoder).beside(first.config().published());
  }

  private List<Entry> cells(String router, double testToTrain, List<String> gains) {
    double[] accuracies = values(router, "accuracy");
    double[] averages = values(router, "dataset-average");
    List<Entry> cells = new ArrayList<>();
    for (double[] values : List.of(accuracies, averages)) {
      cells.add(Entry.value(mean(values)));
      cells.add(Entry.value(100 * deviation(values)));
    }
    double[] best = values(BEST_SINGLE, "accuracy");
    double[] leads = new double[best.length];
    Arrays.setAll(leads, i -> 100 * (accuracies[i] - best[i]));
    CorrectedResampledT test = CorrectedResampledT.of(leads, testToTrain, CONFIDENCE);
    cells.add(Entry.interval(test.mean(), test.low(), test.high()));
    cells.add(Entry.value(test.p()));
    gains.forEach(metric -> cells.add(Entry.value(mean(values(router, metric)))));
    return cells;
  }

  private double[] values(String router, String metric) {
    return runs.stream()
        .mapToDouble(run -> run.result(router, encoder, metric, "all").value())
        .toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /** Of the sample; NaN with one split. */
  private static double deviation(double[] values) {
    double mean = mean(values);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }
}
