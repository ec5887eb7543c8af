package org.routerlab.experiments;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.routerlab.core.Progress;
import org.routerlab.core.Seed;
import org.routerlab.eval.Bootstrap;
import org.routerlab.eval.Comparison;
import org.routerlab.eval.ConfigurationPlateau;
import org.routerlab.eval.Curve;
import org.routerlab.eval.HoldOutChange;
import org.routerlab.eval.Metric;
import org.routerlab.eval.Metrics;
import org.routerlab.eval.ModelPair;
import org.routerlab.eval.References;
import org.routerlab.eval.RouteLlm;
import org.routerlab.eval.RouterRuns;
import org.routerlab.eval.TestSet;
import org.routerlab.experiments.Choice.Candidate;

/**
 * Turns stored predictions into every number of a results folder.
 *
 * <p>Used by a run and, on the same stored predictions, by {@code verify}. Trains nothing.
 */
final class Measuring {

  private final ExperimentConfig config;
  private final Workload workload;
  private final CellStore store;
  private final List<Cell> cells;
  private final Progress progress;
  private final Bootstrap bootstrap;
  private final TestSet test;
  private final Deciding deciding;

  Measuring(
      ExperimentConfig config,
      Workload workload,
      CellStore store,
      List<Cell> cells,
      Progress progress) {
    this.config = config;
    this.workload = workload;
    this.store = store;
    this.cells = cells;
    this.progress = progress;
    this.bootstrap = new Bootstrap(config.resamples(), 0.95, new Seed(config.split().seed()));
    this.test = testSet("", workload.split().test());
    this.deciding = Deciding.of(config, workload.benchmark().outcomes().pool());
  }

  TestSet test() {
    return test;
  }

  Bootstrap bootstrap() {
    return bootstrap;
  }

  private TestSet testSet(String without, int[] rows) {
    return TestSet.of(
        workload.outcomes(workload.train(without)), workload.select(rows), workload.outcomes(rows));
  }

  /** Rejects an unknown metric to select by, and rules without the costs that they go by. */
  void requireSelection() {
    new Choice(test, config.select().metric(), deciding);
    deciding.requireCosts(test, "test");
    int[] rows = workload.split().validation();
    if (rows.length > 0) {
      deciding.requireCosts(testSet("", rows), "validation");
    }
  }

  /** Chooses configurations on validation; cells that leave out a group play no part. */
  List<Candidate> choose() throws IOException {
    int[] rows = workload.split().validation();
    List<Candidate> candidates = new ArrayList<>();
    for (String encoder : names(Cell::encoder)) {
      for (String router : names(Cell::router)) {
        Map<String, List<Cell>> configurations = new LinkedHashMap<>();
        cells.stream()
            .filter(cell -> cell.encoder().equals(encoder) && cell.router().equals(router))
            .filter(cell -> cell.without().isEmpty())
            .forEach(
                cell ->
                    configurations
                        .computeIfAbsent(cell.configuration(), key -> new ArrayList<>())
                        .add(cell));
        if (rows.length == 0) {
          String only = configurations.keySet().iterator().next();
          String scores = read(configurations.get(only), "test").get(0).scoreKind();
          candidates.add(
              new Candidate(
                  encoder,
                  router,
                  only,
                  scores,
                  Double.NaN,
                  true,
                  configurations.get(only).size(),
                  checkStages(configurations, List.of(only)).contains(only)));
        } else {
          candidates.addAll(choose(encoder, router, configurations));
        }
      }
    }
    return candidates;
  }

  private List<Candidate> choose(
      String encoder, String router, Map<String, List<Cell>> configurations) throws IOException {
    Map<String, List<Predictions>> predictions = new LinkedHashMap<>();
    for (Map.Entry<String, List<Cell>> entry : configurations.entrySet()) {
      predictions.put(entry.getKey(), read(entry.getValue(), "validation"));
    }
    Choice choice =
        new Choice(testSet("", workload.split().validation()), config.select().metric(), deciding);
    if (config.select().twoStage()) {
      int keep = config.select().keep();
      Set<String> seedless =
          checkStages(configurations, choice.finalists(router, predictions, keep));
      return choice.amongFinalists(encoder, router, predictions, keep, seedless);
    }
    return choice.among(encoder, router, predictions);
  }

  /**
   * In two-stage selection, checks that exactly the trainings it asks for are there.
   *
   * @return the configurations whose predictions do not depend on the seed
   */
  private Set<String> checkStages(Map<String, List<Cell>> configurations, List<String> finalists)
      throws IOException {
    Set<String> seedless = new LinkedHashSet<>();
    if (config.select().twoStage()) {
      Stages stages = new Stages(config, store);
      for (Map.Entry<String, List<Cell>> entry : configurations.entrySet()) {
        boolean isFinalist = finalists.contains(entry.getKey());
        stages.check(entry.getValue(), isFinalist);
        if (isFinalist && stages.isSeedless(entry.getValue())) {
          seedless.add(entry.getKey());
        }
      }
    }
    return seedless;
  }

  /** The configurations that the first stage of two-stage selection keeps. */
  Set<Cell.Setting> finalists() throws IOException {
    Set<Cell.Setting> finalists = new LinkedHashSet<>();
    int[] rows = workload.split().validation();
    if (rows.length == 0) {
      cells.forEach(cell -> finalists.add(cell.setting()));
      return finalists;
    }
    Choice choice = new Choice(testSet("", rows), config.select().metric(), deciding);
    Map<List<String>, Map<String, List<Predictions>>> routers = new LinkedHashMap<>();
    for (Cell cell : cells) {
      routers
          .computeIfAbsent(List.of(cell.encoder(), cell.router()), key -> new LinkedHashMap<>())
          .put(cell.configuration(), read(List.of(cell), "validation"));
    }
    routers.forEach(
        (key, configurations) ->
            choice
                .finalists(key.get(1), configurations, config.select().keep())
                .forEach(name -> finalists.add(new Cell.Setting(key.get(0), key.get(1), name))));
    return finalists;
  }

  /** Measures the chosen configurations on test. */
  Measured measure(List<Candidate> candidates) throws IOException {
    Measured measured = new Measured(config, workload);
    List<RouterRuns> references = references();
    List<Metric> metrics = metrics();
    Set<String> encoders = encoders();
    int done = 0;
    for (String encoder : encoders) {
      List<RouterRuns> routers =
          routers(candidates, encoder).stream().map(StoredRouter::runs).toList();
      List<RouterRuns> all = new ArrayList<>(references);
      all.addAll(routers);
      Comparison comparison = Comparison.of(test, all, metrics, bootstrap);
      measured.add(encoder, references, comparison);
      for (RouterRuns runs : routers) {
        addSeeds(measured, encoder, runs);
      }
      for (RouterRuns runs : test.hasCosts() ? all : List.<RouterRuns>of()) {
        boolean isReference = references.contains(runs);
        measured.addCurve(encoder, isReference, Curve.byBudget(runs, bootstrap));
        measured.addCurve(encoder, isReference, Curve.byLambda(runs, bootstrap));
      }
      addHoldOuts(measured, encoder, candidates, routers);
      if (config.tables().contains(PlateauTables.NAME)) {
        measured.addPlateau(
            PlateauTables.of(
                config,
                workload.benchmark().name(),
                chosen(candidates, encoder),
                routers,
                bootstrap));
      }
      progress.update("measuring", ++done, encoders.size());
    }
    measured.addCandidates(candidates);
    return measured;
  }

  /** The references, and the oracles with a chance that the experiment asks for. */
  List<RouterRuns> references() {
    List<RouterRuns> references = new ArrayList<>(References.of(test).runs());
    for (double share : config.oracleShares()) {
      references.add(RouterRuns.of(References.oracleWithChance(share, test)));
    }
    return references;
  }

  /** The chosen configurations with one encoder, on the test queries. */
  List<StoredRouter> routers(List<Candidate> candidates, String encoder) throws IOException {
    Calibrating calibrating =
        Calibrating.on(workload.outcomes(workload.split().validation()), deciding);
    List<StoredRouter> routers = new ArrayList<>();
    for (Candidate chosen : chosen(candidates, encoder)) {
      List<Map<String, Predictions>> parts = read(cellsOf(chosen, ""));
      List<Predictions> onTest = part(parts, "test");
      RouterRuns raw = deciding.runs(chosen.router(), test, onTest);
      routers.add(StoredRouter.of(calibrating.add(raw, part(parts, "validation"), onTest), onTest));
    }
    return routers;
  }

  /** The accuracy on test of every configuration of an encoder, chosen or not: hindsight. */
  List<ConfigurationPlateau.Configuration> accuracies(List<Candidate> candidates, String encoder)
      throws IOException {
    List<ConfigurationPlateau.Configuration> all = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (candidate.encoder().equals(encoder)) {
        List<Predictions> onTest = part(read(cellsOf(candidate, "")), "test");
        RouterRuns runs = deciding.runs(candidate.router(), test, onTest);
        all.add(
            new ConfigurationPlateau.Configuration(
                candidate.router(), candidate.configuration(), Metrics.accuracy().value(runs)));
      }
    }
    return all;
  }

  /** Of given pairs, metrics are added pair by pair, and those of the usual pair left out. */
  private List<String> furtherNames() {
    return config.metrics().stream()
        .filter(name -> config.pairs().isEmpty() || !name.equals(PairTables.FAMILY))
        .toList();
  }

  private void addSeeds(Measured measured, String encoder, RouterRuns runs) {
    if (runs.seeds().size() < 2) {
      return;
    }
    for (int i = 0; i < runs.seeds().size(); i++) {
      RouterRuns one = RouterRuns.of(runs.seeds().get(i));
      String seed = Long.toString(config.seeds().get(i));
      measured.addSeed(encoder, seed, runs.router(), bootstrap.estimate(one, Metrics.accuracy()));
    }
  }

  private void addHoldOuts(
      Measured measured, String encoder, List<Candidate> candidates, List<RouterRuns> routers)
      throws IOException {
    for (String group : config.holdOuts()) {
      TestSet without = testSet(group, workload.split().test());
      List<Candidate> chosen = chosen(candidates, encoder);
      for (int i = 0; i < chosen.size(); i++) {
        List<Cell> heldOut = cellsOf(chosen.get(i), group);
        if (!heldOut.isEmpty()) {
          RouterRuns runs = deciding.runs(chosen.get(i).router(), without, read(heldOut, "test"));
          measured.addHoldOut(
              encoder, group, HoldOutChange.of(runs, routers.get(i), Set.of(group), bootstrap));
        }
      }
    }
  }

  /** The metrics of the experiment: the standard ones, calibrated ones, accuracy by tags. */
  List<Metric> metrics() {
    double[] lambdas =
        config.lambdas().stream().mapToDouble(Double::doubleValue).filter(l -> l > 0).toArray();
    List<Metric> metrics = new ArrayList<>(Metrics.standard(test, lambdas));
    if (test.hasCosts()) {
      metrics.addAll(Metrics.calibrated(lambdas));
      if (config.tables().contains(ExperimentConfig.BATCH_ALLOCATION)) {
        metrics.add(Metrics.batchAllocationAccuracy());
        metrics.add(Metrics.calibrated(Metrics.batchAllocationAccuracy()));
      }
    }
    metrics.addAll(
        FurtherMetrics.of(config.metrics(), test, workload.benchmark().costUnit(), metrics));
    if (config.metrics().contains(PairTables.FAMILY)) {
      for (ExperimentConfig.Pair pair : config.pairs()) {
        metrics.addAll(
            RouteLlm.metrics(test, ModelPair.of(test.pool(), pair.weak(), pair.strong())));
      }
    }
    for (String tag : config.subsets()) {
      Set<String> values = new TreeSet<>();
      test.queries().forEach(query -> values.add(query.tags().getOrDefault(tag, "")));
      for (String value : values) {
        metrics.add(
            Metrics.accuracy()
                .on(
                    test.subset(
                        "tag:" + tag + "=" + value,
                        query -> query.tags().getOrDefault(tag, "").equals(value))));
      }
    }
    return metrics;
  }

  private List<Candidate> chosen(List<Candidate> candidates, String encoder) {
    return candidates.stream()
        .filter(candidate -> candidate.chosen() && candidate.encoder().equals(encoder))
        .toList();
  }

  /**
   * The cells of a configuration, a seed each, in the order of the seeds; only the first where its
   * predictions do not depend on the seed.
   */
  List<Cell> cellsOf(Candidate candidate, String without) {
    return cells.stream()
        .filter(cell -> cell.encoder().equals(candidate.encoder()))
        .filter(cell -> cell.router().equals(candidate.router()))
        .filter(cell -> cell.configuration().equals(candidate.configuration()))
        .filter(cell -> cell.without().equals(without))
        .limit(candidate.seedless() ? 1 : Long.MAX_VALUE)
        .toList();
  }

  private List<Predictions> read(List<Cell> chosen, String part) throws IOException {
    return part(read(chosen), part);
  }

  private List<Map<String, Predictions>> read(List<Cell> chosen) throws IOException {
    List<Map<String, Predictions>> parts = new ArrayList<>();
    for (Cell cell : chosen) {
      parts.add(store.read(cell, workload.queries()).parts());
    }
    return parts;
  }

  private static List<Predictions> part(List<Map<String, Predictions>> parts, String part) {
    return parts.stream().map(predictions -> predictions.get(part)).toList();
  }

  /** The encoders that routers were trained with. */
  Set<String> encoders() {
    return names(Cell::encoder);
  }

  private Set<String> names(Function<Cell, String> name) {
    Set<String> names = new LinkedHashSet<>();
    cells.forEach(cell -> names.add(name.apply(cell)));
    return names;
  }
}
