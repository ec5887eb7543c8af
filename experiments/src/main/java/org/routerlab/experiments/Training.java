package org.routerlab.experiments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.routerlab.core.BadDataException;
import org.routerlab.core.CostPredictor;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.Progress;
import org.routerlab.core.Query;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.Seed;
import org.routerlab.core.Shared;
import org.routerlab.core.TrainingContext;
import org.routerlab.core.embedding.Encoder;
import org.routerlab.core.embedding.EncoderException;
import org.routerlab.learned.engine.CostEstimator;

/**
 * Trains the cells that are not finished, several at a time, and keeps each as soon as it is done.
 *
 * <p>A cell is trained by one thread from its own seed, so that the number of threads changes no
 * byte. A cell that fails does not stop the others.
 */
final class Training {

  /** How many of the failed trainings a message names. */
  private static final int SHOWN = 3;

  private final Workload workload;
  private final CellStore store;
  private final Function<String, Embedded> embedded;
  private final Optional<CostEstimator> estimator;
  private final Progress progress;
  private final String stage;
  private final Map<List<String>, Material> materials = new ConcurrentHashMap<>();

  /** The benchmark's queries with the embeddings of one encoder. */
  record Embedded(Encoder encoder, RoutingData data) {}

  /**
   * A training of an experiment's cells.
   *
   * @param embedded the data of an encoder by its name; called only where a cell needs it
   * @param estimator predicts costs for routers that do not predict them themselves
   * @param variant what the progress names; empty for the benchmark itself
   */
  Training(
      Workload workload,
      CellStore store,
      Function<String, Embedded> embedded,
      Optional<CostEstimator> estimator,
      Progress progress,
      String variant) {
    this.estimator = estimator;
    this.workload = workload;
    this.store = store;
    this.embedded = embedded;
    this.progress = progress;
    this.stage = variant.isEmpty() ? "training routers" : "training routers on " + variant;
  }

  /**
   * Trains what is missing.
   *
   * @return how many cells were trained
   * @throws IllegalArgumentException naming the first cell that failed for a reason of its input
   */
  int run(List<Cell.Task> tasks, int threads) throws IOException {
    List<Cell.Task> missing = new ArrayList<>();
    Map<String, List<Query>> queries = workload.queries();
    Set<String> keys = new HashSet<>();
    for (Cell.Task task : tasks) {
      // Entries that differ in their rule alone share a training.
      if (!keys.add(task.cell().key())) {
        continue;
      }
      if (store.setAsideIfDamaged(task.cell(), queries) || !store.contains(task.cell())) {
        missing.add(task);
      }
    }
    missing.stream().map(task -> task.cell().encoder()).distinct().forEach(embedded::apply);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      AtomicInteger done = new AtomicInteger();
      List<Future<?>> running = new ArrayList<>();
      for (Cell.Task task : missing) {
        running.add(
            executor.submit(
                () -> {
                  train(task);
                  progress.update(stage, done.incrementAndGet(), missing.size());
                }));
      }
      awaitAll(missing, running);
    } finally {
      executor.shutdownNow();
    }
    return missing.size();
  }

  private static void awaitAll(List<Cell.Task> tasks, List<Future<?>> running) throws IOException {
    List<String> failed = new ArrayList<>();
    Throwable first = null;
    for (int i = 0; i < running.size(); i++) {
      try {
        running.get(i).get();
      } catch (ExecutionException e) {
        Cell cell = tasks.get(i).cell();
        failed.add(cell.configuration() + " (seed " + cell.seed() + ")");
        first = first == null ? e.getCause() : first;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while training; run again to resume", e);
      }
    }
    if (first != null) {
      throw failure(first, failed, running.size());
    }
  }

  /** The reason first, then what failed, then what to do. */
  private static RuntimeException failure(Throwable first, List<String> failed, int trainings) {
    boolean isAll = failed.size() == trainings;
    String which =
        (isAll ? "all " : failed.size() + " of ")
            + trainings
            + " trainings failed ("
            + String.join(", ", failed.subList(0, Math.min(SHOWN, failed.size())))
            + (failed.size() > SHOWN ? " ..." : "")
            + (isAll ? ")" : "); the others are kept, run again to train only these");
    if (first instanceof UncheckedIOException io) {
      String reason = io.getCause().getMessage() + ": " + which;
      return new UncheckedIOException(new IOException(reason, io.getCause()));
    }
    if (first instanceof IllegalArgumentException
        || first instanceof EncoderException
        || first instanceof BadDataException) {
      return new IllegalArgumentException(first.getMessage() + ": " + which, first);
    }
    return new IllegalStateException(first.getMessage() + ": " + which, first);
  }

  private void train(Cell.Task task) {
    Cell cell = task.cell();
    long start = System.nanoTime();
    Material material = material(cell);
    TrainingContext context =
        new TrainingContext(new Seed(cell.seed()), material.encoder(), material.shared());
    Router router = task.method().train(material.train(), material.validation(), context);
    ModelRanking ties = ModelRanking.of(material.train().outcomes());
    Map<String, Predictions> parts = new TreeMap<>();
    Optional<CostPredictor> costs =
        estimator
            .filter(each -> CostEstimator.canFit(material.train()))
            .map(each -> fit(each, material, context));
    for (Map.Entry<String, RoutingData> part : material.asked().entrySet()) {
      RoutingData asked = part.getValue();
      parts.put(part.getKey(), Predictions.of(router, asked, ties, context.seed(), costs));
    }
    try {
      store.write(task, workload.queries(), parts, (System.nanoTime() - start) / 1e9);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CostPredictor fit(
      CostEstimator estimator, Material material, TrainingContext context) {
    RoutingData train = material.train();
    return material.shared().get(train, estimator, () -> estimator.fit(train, context));
  }

  /** The data of a cell; the same objects for all cells that differ in router and seed only. */
  private Material material(Cell cell) {
    return materials.computeIfAbsent(
        List.of(cell.encoder(), cell.without()),
        key -> {
          Embedded source = embedded.apply(cell.encoder());
          RoutingData validation = source.data().selectRows(workload.split().validation());
          int[] kept = workload.validation(cell.without());
          boolean whole = kept.length == validation.size();
          return new Material(
              source.encoder(),
              source.data().selectRows(workload.train(cell.without())),
              whole ? validation : source.data().selectRows(kept),
              Map.of(
                  "validation",
                  validation,
                  "test",
                  source.data().selectRows(workload.split().test())),
              new Shared());
        });
  }

  /**
   * What cells are trained on and asked.
   *
   * @param asked the queries whose predictions are kept, by part; a router sees no outcomes of them
   */
  private record Material(
      Encoder encoder,
      RoutingData train,
      RoutingData validation,
      Map<String, RoutingData> asked,
      Shared shared) {}
}
