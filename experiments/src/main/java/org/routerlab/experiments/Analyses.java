package org.routerlab.experiments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.routerlab.core.Progress;
import org.routerlab.core.embedding.Encoder;

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
    Encoder first = encoders.values().iterator().next();
    List<Analysed> parts = new ArrayList<>();
    for (String set : run.config().tables()) {
      parts.add(
          switch (set) {
            case GROUPS -> Analysed.of(TradeOffTables.groups(run));
            case TRADE_OFF -> Analysed.of(TradeOffTables.tradeOff(run));
            case COLLAPSE -> Analysed.of(TradeOffTables.collapse(run));
            case POOLS -> Analysed.of(TradeOffTables.pools(run));
            case SELECTION -> Analysed.of(SelectionTables.selection(run));
            case ENCODERS -> Analysed.of(SelectionTables.encoders(run));
            case CONFIGURATIONS -> Analysed.of(SelectionTables.configurations(run));
            case PairTables.NAME -> PairTables.of(run);
            case SplitTables.NAME -> Analysed.of(SplitTables.of(run, splits));
            case WrrTables.NAME -> Analysed.of(WrrTables.of(run, variants, first::embed));
            case A2bTables.NAME -> Analysed.of(A2bTables.of(run));
            case A2bLabelTables.NAME ->
                Analysed.of(A2bLabelTables.of(run, variants, splits, encoders));
            case SweepAnalysis.NAME -> SweepAnalysis.of(run, encoders);
            default -> Analysed.of(List.of());
          });
    }
    Analysed all = Analysed.all(parts);
    return new Analysed(PublishedApart.of(all.tables()), all.charts(), all.routeFiles());
  }

  /** The names of the files that analyses of an experiment leave. */
  static List<String> files(ExperimentConfig config, Collection<String> encoders) {
    List<String> names = new ArrayList<>();
    if (config.tables().stream().anyMatch(SETS::contains)) {
      names.add(Analysed.FILE);
      names.add(Analysed.CSV);
    }
    if (config.tables().contains(SweepAnalysis.NAME)) {
      encoders.forEach(encoder -> names.add(Analysed.routeFile(encoder)));
    }
    return names;
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
