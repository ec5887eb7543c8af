package org.routerlab.experiments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.routerlab.core.EmbeddedQueries;
import org.routerlab.core.Progress;
import org.routerlab.core.Require;
import org.routerlab.core.RoutingData;
import org.routerlab.core.embedding.Encoder;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.eval.Evaluation;
import org.routerlab.eval.References;
import org.routerlab.experiments.Choice.Candidate;
import org.routerlab.experiments.ExperimentConfig.RouterConfig;
import org.routerlab.experiments.Training.Embedded;

/**
 * Runs an experiment: embeds, trains what is not finished, chooses on validation, measures on test,
 * writes the results folder.
 *
 * <p>Killed at any point, the next run goes on from the finished cells and ends with the same
 * bytes, timings apart.
 */
public final class Runner {

  private final ExperimentConfig config;
  private final Options options;
  private final Progress progress;
  private final String part;
  private final Workload workload;
  private final CellStore store;
  private final String splitFingerprint;
  private final Map<String, Encoder> encoders;
  private final Map<String, Embedded> embedded = new LinkedHashMap<>();

  private int trainedBeside;

  /** What this run found; null until it is done. */
  private FinishedRun finished;

  /** Made before anything is trained, so that a transform that cannot be applied is found first. */
  private final Map<String, Runner> variants = new LinkedHashMap<>();

  /**
   * Where an experiment finds and leaves things.
   *
   * @param dataDirectory routing tables
   * @param resultsFolder created where missing
   * @param cacheDirectory embeddings, shared by all experiments
   * @param threads trainings side by side; results do not depend on it
   */
  public record Options(Path dataDirectory, Path resultsFolder, Path cacheDirectory, int threads) {

    /** Rejects fewer than one thread. */
    public Options {
      Require.positive("threads", threads);
    }
  }

  /**
   * What a run tells its user.
   *
   * @param text the comparison and where it was written
   * @param trained how many cells were trained; the others were finished before
   * @param isAsExpected whether every expected figure is within its tolerance
   */
  public record Summary(String text, int trained, boolean isAsExpected) {}

  /**
   * A run.
   *
   * @param encoders of the experiment; its variants share them, as each has read its whole model
   * @param part the name of this part of an experiment; empty for the experiment itself
   */
  private Runner(
      ExperimentConfig config,
      Options options,
      Map<String, Encoder> encoders,
      Progress progress,
      String part) {
    this.config = config;
    this.options = options;
    this.progress = progress;
    this.part = part;
    this.encoders = encoders;
    this.workload = Workload.load(config, options.dataDirectory(), this::embed);
    this.splitFingerprint = workload.splitFingerprint();
    this.store = new CellStore(options.resultsFolder(), workload.benchmark().outcomes().pool());
    for (Map.Entry<String, ExperimentConfig> each : config.beside().entrySet()) {
      Path folder = Analyses.folder(options.resultsFolder(), each.getKey());
      Options own =
          new Options(options.dataDirectory(), folder, options.cacheDirectory(), options.threads());
      variants.put(
          each.getKey(), new Runner(each.getValue(), own, encoders, progress, each.getKey()));
    }
  }

  /**
   * Runs an experiment.
   *
   * @throws IllegalArgumentException on a configuration that cannot be run
   * @throws IOException where the results folder cannot be written
   */
  public static Summary run(ExperimentConfig config, Options options, Progress progress)
      throws IOException {
    long start = System.nanoTime();
    Map<String, Encoder> encoders =
        ExperimentEncoders.of(config, options.cacheDirectory(), progress);
    return new Runner(config, options, encoders, progress, "").run(start);
  }

  private Summary run(long start) throws IOException {
    List<Cell.Task> planned = plan();
    variants.values().forEach(Runner::plan);
    ResultsWriter writer = new ResultsWriter(options.resultsFolder(), config);
    writer.prepare();
    FileChannel lock = writer.lock();
    try {
      store.removeLeftovers();
      return run(planned, writer, start);
    } finally {
      lock.close();
    }
  }

  private Summary run(List<Cell.Task> planned, ResultsWriter writer, long start)
      throws IOException {
    Training training =
        new Training(workload, store, this::embedded, config.costEstimator(), progress, part);
    List<Cell.Task> tasks = planned;
    int trained = 0;
    if (config.select().twoStage()) {
      Stages stages = new Stages(config, store);
      List<Cell.Task> first = stages.first(planned);
      trained += training.run(first, options.threads());
      Set<Cell.Setting> finalists =
          measuring(first.stream().map(Cell.Task::cell).toList()).finalists();
      trained += training.run(stages.second(planned, finalists), options.threads());
      tasks = stages.all(planned, finalists);
      trained += training.run(stages.rest(tasks), options.threads());
    } else {
      trained += training.run(tasks, options.threads());
    }
    List<Cell> cells = new ArrayList<>(tasks.stream().map(Cell.Task::cell).toList());
    List<Candidate> candidates = measuring(cells).choose();
    List<Cell.Task> heldOut = planHoldOuts(tasks, candidates);
    trained += training.run(heldOut, options.threads());
    heldOut.forEach(task -> cells.add(task.cell()));
    Measuring measuring = measuring(cells);
    ObjectNode provenance = Provenance.of(config, workload, encoders.values(), measuring.test());
    Map<String, FinishedRun> beside = runVariants();
    boolean isNew = trained > 0 || !writer.isCurrent(cells, store, provenance);
    if (isNew) {
      Measured measured = measuring.measure(candidates);
      writer.write(measured, candidates, cells, store, provenance);
    }
    finished = new FinishedRun(config, workload, measuring, candidates, writer.results());
    boolean isAnalysed =
        isNew || trainedBeside > 0 || !writer.has(Analyses.files(config, encoders.keySet()));
    if (isAnalysed) {
      writer.writeAnalyses(Analyses.of(finished, beside, encoders));
    }
    Summary summary = writer.summary(workload, measuring.test(), candidates, trained, cells.size());
    if (isAnalysed) {
      writer.writeTiming((System.nanoTime() - start) / 1e9, trained + trainedBeside, cells, store);
    }
    String text =
        variants.isEmpty()
            ? ""
            : trainedBeside + " trainings were new in the variants and further splits\n";
    return new Summary(summary.text() + text, summary.trained(), summary.isAsExpected());
  }

  /** Runs the variants, each in a results folder of its own within this one. */
  private Map<String, FinishedRun> runVariants() throws IOException {
    Map<String, FinishedRun> beside = new LinkedHashMap<>();
    for (Map.Entry<String, Runner> variant : variants.entrySet()) {
      Runner runner = variant.getValue();
      trainedBeside += runner.run(System.nanoTime()).trained();
      // Dozens of variants would otherwise hold their vectors to the end.
      runner.embedded.clear();
      beside.put(variant.getKey(), runner.finished);
    }
    return beside;
  }

  private FloatMatrix embed(List<String> texts) {
    return encoders.values().iterator().next().embed(texts);
  }

  private Measuring measuring(List<Cell> cells) {
    return new Measuring(config, workload, store, cells, progress);
  }

  private synchronized Embedded embedded(String encoder) {
    return embedded.computeIfAbsent(
        encoder,
        name -> {
          Encoder cached = encoders.get(name);
          EmbeddedQueries queries =
              new EmbeddedQueries(
                  workload.benchmark().queries(), cached.embed(workload.benchmark().texts()));
          return new Embedded(cached, new RoutingData(queries, workload.benchmark().outcomes()));
        });
  }

  /** Every configuration of every router with every encoder and seed. */
  private List<Cell.Task> plan() {
    RouterRegistry registry = RouterRegistry.load();
    requireLabels();
    List<Cell.Task> tasks = new ArrayList<>();
    for (String encoder : encoders.keySet()) {
      for (RouterConfig router : config.routers()) {
        NamedRoutes.requireEncoder(router, encoders.get(encoder).identity());
        List<Grid.Configuration> grid = Grid.expand(router, registry);
        if (grid.size() > 1 && workload.split().validation().length == 0) {
          throw new IllegalArgumentException(
              "a grid needs validation queries to choose on but the split is " + workload.split());
        }
        for (Grid.Configuration configuration : grid) {
          for (long seed : config.seeds()) {
            tasks.add(task(encoder, router.label(), configuration, seed, ""));
          }
        }
      }
    }
    return tasks;
  }

  private List<Cell.Task> planHoldOuts(List<Cell.Task> tasks, List<Candidate> candidates) {
    List<Cell.Task> heldOut = new ArrayList<>();
    for (String group : config.holdOuts()) {
      for (Candidate candidate : candidates) {
        tasks.stream()
            .filter(task -> candidate.chosen() && isOf(task.cell(), candidate))
            .limit(candidate.seedless() ? 1 : Long.MAX_VALUE)
            .map(
                task ->
                    task(
                        task.cell().encoder(),
                        task.cell().router(),
                        new Grid.Configuration(task.cell().configuration(), task.method()),
                        task.cell().seed(),
                        group))
            .forEach(heldOut::add);
      }
    }
    return heldOut;
  }

  private static boolean isOf(Cell cell, Candidate candidate) {
    return cell.encoder().equals(candidate.encoder())
        && cell.router().equals(candidate.router())
        && cell.configuration().equals(candidate.configuration());
  }

  private Cell.Task task(
      String encoder, String router, Grid.Configuration configuration, long seed, String without) {
    Cell.DataFingerprint data =
        new Cell.DataFingerprint(
            workload.fingerprint(),
            splitFingerprint,
            encoders.get(encoder).identity().fingerprint());
    String description =
        Cell.describe(data, configuration.method(), config.costEstimator(), seed, without);
    Cell cell =
        new Cell(encoder, router, configuration.label(), seed, without, Cell.key(description));
    return new Cell.Task(cell, configuration.method(), description);
  }

  private void requireLabels() {
    Measuring untrained = measuring(List.of());
    List<String> references =
        References.of(untrained.test()).all().stream().map(Evaluation::router).toList();
    TreeSet<String> labels = new TreeSet<>();
    for (RouterConfig router : config.routers()) {
      if (references.contains(router.label())) {
        throw new IllegalArgumentException(
            "'"
                + router.label()
                + "' is a reference that stands in every table; leave it out, or "
                + "give the router another label");
      }
      if (!labels.add(router.label())) {
        throw new IllegalArgumentException(
            "routers must have different labels but '"
                + router.label()
                + "' occurs twice; set 'label' on one of them");
      }
    }
    requireExpectations(labels, references, untrained);
  }

  /** Finds a wrong name now rather than after the trainings. */
  private void requireExpectations(
      TreeSet<String> labels, List<String> references, Measuring untrained) {
    untrained.requireSelection();
    List<String> known = new ArrayList<>(labels);
    known.addAll(references);
    config
        .oracleShares()
        .forEach(share -> known.add(References.oracleWithChance(share, untrained.test()).router()));
    config.expect().forEach(row -> Require.known("router in expect", row.router(), known));
  }
}
