package org.routerlab.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Progress;
import org.routerlab.core.Require;
import org.routerlab.eval.Bootstrap;
import org.routerlab.eval.Metric;
import org.routerlab.eval.TestSet;
import org.routerlab.experiments.Choice.Candidate;

/**
 * A results folder with its benchmark: what each router decided on the test queries, from the
 * stored predictions.
 *
 * <p>Which configuration stands for a router is read from {@code configurations.csv}; {@code
 * verify} checks that it is the one that was best on validation.
 */
final class StoredResults {

  private final Measuring measuring;
  private final List<Candidate> candidates;
  private final String benchmark;

  private StoredResults(FinishedRun run) {
    this.measuring = run.measuring();
    this.candidates = run.candidates();
    this.benchmark = run.workload().benchmark().name();
  }

  /**
   * Opens a folder that a run wrote.
   *
   * @param cacheDirectory embeddings, for experiments with transforms that compare texts
   * @throws BadDataException where it is no results folder, or the benchmark has changed since
   */
  static StoredResults open(Path folder, Path dataDirectory, Path cacheDirectory, Progress progress)
      throws IOException {
    return new StoredResults(FinishedRun.open(folder, dataDirectory, cacheDirectory, progress));
  }

  /**
   * Checks that a folder has some files.
   *
   * @throws BadDataException naming the first that is missing
   */
  static void requireFiles(Path folder, String... files) {
    for (String file : files) {
      if (!Files.isRegularFile(folder.resolve(file))) {
        throw new BadDataException(
            folder.toString(),
            "",
            "a results folder with " + file,
            Files.isDirectory(folder) ? "no such file" : "no such folder");
      }
    }
  }

  /** The fingerprint of the dataset when the folder was written. */
  static String fingerprint(Path folder) throws IOException {
    return RecordBinder.JSON
        .readTree(folder.resolve("provenance.json").toFile())
        .path("dataset")
        .path("fingerprint")
        .asText();
  }

  /**
   * The encoder asked for, or the only one.
   *
   * @throws IllegalArgumentException where there is no such encoder, or there are several and none
   *     is asked for
   */
  String encoder(Optional<String> asked) {
    Set<String> encoders = measuring.encoders();
    if (asked.isPresent()) {
      return Require.known("encoder", asked.get(), encoders);
    }
    if (encoders.size() > 1) {
      throw new IllegalArgumentException(
          "the results are of several encoders, of which one must be named: " + encoders);
    }
    return encoders.iterator().next();
  }

  /** The routers of the experiment with one encoder, as chosen on validation. */
  List<StoredRouter> routers(String encoder) throws IOException {
    return measuring.routers(candidates, encoder);
  }

  /** The references, which no training has part in. */
  List<StoredRouter> references() {
    return measuring.references().stream().map(StoredRouter::reference).toList();
  }

  /** The router of some, or the reference, of a name. */
  StoredRouter router(String name, List<StoredRouter> routers) {
    List<StoredRouter> all = new ArrayList<>(routers);
    all.addAll(references());
    Require.known("router", name, all.stream().map(StoredRouter::name).toList());
    return all.stream().filter(router -> router.name().equals(name)).findFirst().orElseThrow();
  }

  /** The configuration that stands for a router; empty for a reference. */
  String configuration(String router, String encoder) {
    return candidates.stream()
        .filter(candidate -> candidate.chosen() && candidate.encoder().equals(encoder))
        .filter(candidate -> candidate.router().equals(router))
        .map(Candidate::configuration)
        .findFirst()
        .orElse("");
  }

  /** A metric of the experiment on all test queries. */
  Metric metric(String name) {
    List<Metric> metrics = onAll().toList();
    List<String> names = metrics.stream().map(Metric::name).toList();
    Require.known("metric", name, names);
    return metrics.get(names.indexOf(name));
  }

  private Stream<Metric> onAll() {
    return measuring.metrics().stream().filter(metric -> metric.subset().equals("all"));
  }

  TestSet test() {
    return measuring.test();
  }

  Bootstrap bootstrap() {
    return measuring.bootstrap();
  }

  String benchmark() {
    return benchmark;
  }
}
