package org.routerlab.experiments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.routerlab.core.Progress;
import org.routerlab.core.embedding.Encoder;
import org.routerlab.experiments.report.AnalysisChart;
import org.routerlab.experiments.report.AnalysisTable;

/** The analyses that an experiment asks for, from finished runs alone. */
final class Analyses {

  private static final String GROUPS = "groups";
  private static final String TRADE_OFF = "trade-off";
  private static final String COLLAPSE = "collapse";
  private static final String POOLS = "pools";
  private static final String SELECTION = "selection";
  private static final String ENCODERS = "encoders";
  private static final String CONFIGURATIONS = "configurations";

  /** What an experiment may ask for under {@code tables}, in the order of the documentation. */
  static final List<String> SETS =
      List.of(
          GROUPS,
          TRADE_OFF,
          COLLAPSE,
          POOLS,
          SELECTION,
          ENCODERS,
          CONFIGURATIONS,
          PairTables.NAME,
          SplitTables.NAME,
          WrrTables.NAME,
          A2bTables.NAME,
          A2bLabelTables.NAME,
          SweepAnalysis.NAME);

  private Analyses() {}

  /** Where a variant's results are, within those of its experiment. */
  static Path folder(Path results, String variant) {
    return results.resolve("variants").resolve(variant);
  }

  /**
   * The analyses of a finished run and its variants.
   *
   * @param encoders of the run by name, the first one first
   */
  static Analysed of(
      FinishedRun run, Map<String, FinishedRun> beside, Map<String, Encoder> encoders)
      throws IOException {
    Map<String, FinishedRun> variants = new LinkedHashMap<>(beside);
    variants.keySet().retainAll(run.config().variants().keySet());
    Map<String, FinishedRun> splits = new LinkedHashMap<>(beside);
    splits.keySet().removeAll(variants.keySet());
    List<AnalysisTable> tables = new ArrayList<>();
    List<AnalysisChart> charts = new ArrayList<>();
    SortedMap<String, String> routeFiles = new TreeMap<>();
    Encoder first = encoders.values().iterator().next();
    for (String set : run.config().tables()) {
      tables.addAll(
          switch (set) {
            case GROUPS -> TradeOffTables.groups(run);
            case TRADE_OFF -> TradeOffTables.tradeOff(run);
            case COLLAPSE -> TradeOffTables.collapse(run);
            case POOLS -> TradeOffTables.pools(run);
            case SELECTION -> SelectionTables.selection(run);
            case ENCODERS -> SelectionTables.encoders(run);
            case CONFIGURATIONS -> SelectionTables.configurations(run);
            case SplitTables.NAME -> SplitTables.of(run, splits);
            case WrrTables.NAME -> WrrTables.of(run, variants, first::embed);
            case A2bTables.NAME -> A2bTables.of(run);
            case A2bLabelTables.NAME -> A2bLabelTables.of(run, variants);
            default -> List.<AnalysisTable>of();
          });
    }
    if (run.config().tables().contains(PairTables.NAME)) {
      Analysed rates = PairTables.of(run);
      tables.addAll(rates.tables());
      charts.addAll(rates.charts());
    }
    if (run.config().tables().contains(SweepAnalysis.NAME)) {
      Analysed sweep = SweepAnalysis.of(run, encoders);
      tables.addAll(sweep.tables());
      charts.addAll(sweep.charts());
      routeFiles.putAll(sweep.routeFiles());
    }
    return new Analysed(tables, charts, routeFiles);
  }

  /** The analyses of a results folder, computed again. */
  static Analysed of(Path folder, Path dataDirectory, Path cacheDirectory, Progress progress)
      throws IOException {
    FinishedRun run = FinishedRun.open(folder, dataDirectory, cacheDirectory, progress);
    Map<String, FinishedRun> variants = new LinkedHashMap<>();
    for (String variant : run.config().beside().keySet()) {
      variants.put(
          variant,
          FinishedRun.open(folder(folder, variant), dataDirectory, cacheDirectory, progress));
    }
    return of(run, variants, ExperimentEncoders.of(run.config(), cacheDirectory, progress));
  }
}
