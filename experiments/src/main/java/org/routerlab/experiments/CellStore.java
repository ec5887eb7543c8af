package org.routerlab.experiments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.routerlab.core.BadDataException;
import org.routerlab.core.ModelPool;
import org.routerlab.core.Query;
import org.routerlab.core.ScoreKind;

/**
 * The finished cells of a results folder, one folder each.
 *
 * <p>{@code cells/<key>/} holds {@code cell.json} (what was trained, and the SHA-256 of the other
 * files and of how they are to be read), {@code validation.csv} and {@code test.csv} (query id,
 * decision, then a score for every model or the models a cascade called) and {@code timing.json}. A
 * cell is written under another name and moved into place whole: a folder that exists is finished.
 */
final class CellStore {

  private static final List<String> PARTS = List.of("validation", "test");

  /** The key that only cascades have: whether the judge knew recorded scores. */
  private static final String HINDSIGHT = "hindsight";

  /** The key that only routers have that predict costs. */
  private static final String COSTS = "predictsCosts";

  /** The checksum of what {@code cell.json} says of the files, beside those of the files. */
  private static final String MEANING = "meaning";

  private static final System.Logger LOG = System.getLogger(CellStore.class.getName());

  private final Path directory;
  private final ModelPool pool;

  CellStore(Path resultsFolder, ModelPool pool) {
    this.directory = resultsFolder.resolve("cells");
    this.pool = pool;
  }

  /** What is kept of a cell: its predictions by part, {@code validation} and {@code test}. */
  record Finished(Map<String, Predictions> parts) {}

  boolean contains(Cell cell) {
    return Files.isRegularFile(folder(cell).resolve("cell.json"));
  }

  /** Keeps a cell. Another process may have been faster: then its copy, equal to ours, stays. */
  void write(
      Cell.Task task,
      Map<String, List<Query>> queries,
      Map<String, Predictions> parts,
      double seconds)
      throws IOException {
    Cell cell = task.cell();
    Files.createDirectories(directory);
    Path temporary =
        Files.createDirectory(
            directory.resolve(".tmp-" + cell.key() + "-" + ProcessHandle.current().pid()));
    try {
      ObjectNode json = RecordBinder.JSON.createObjectNode();
      json.set("cell", RecordBinder.JSON.readTree(task.description()));
      json.put("configuration", cell.configuration());
      json.put("scores", parts.get("test").scoreKind());
      if (parts.get("test") instanceof Predictions.Cascaded cascaded) {
        json.put(HINDSIGHT, cascaded.hindsight());
      }
      if (parts.get("test") instanceof Predictions.Scored scored && scored.costs().isPresent()) {
        json.put(COSTS, true);
      }
      String meaning = meaning(json);
      ObjectNode checksums = json.putObject("sha256");
      checksums.put(MEANING, meaning);
      for (String part : PARTS) {
        Path file = temporary.resolve(part + ".csv");
        PredictionsCsv.write(file, pool, queries.get(part), parts.get(part));
        checksums.put(part, Hashes.ofFile(file));
      }
      Files.writeString(
          temporary.resolve("timing.json"), "{\"trainAndPredictSeconds\":" + seconds + "}\n");
      Files.writeString(temporary.resolve("cell.json"), json.toPrettyString() + "\n");
      try {
        Files.move(temporary, folder(cell), StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        if (!contains(cell)) {
          throw e;
        }
      }
    } finally {
      delete(temporary);
    }
  }

  /**
   * Reads a finished cell back.
   *
   * @throws BadDataException where a file is missing or differs from what was written
   */
  Finished read(Cell cell, Map<String, List<Query>> queries) throws IOException {
    Path folder = folder(cell);
    Path description = folder.resolve("cell.json");
    if (!contains(cell)) {
      throw new BadDataException(description.toString(), "", "a finished cell", "no such file");
    }
    JsonNode json = RecordBinder.JSON.readTree(description.toFile());
    String key = Cell.key(json.path("cell").toString());
    if (!key.equals(cell.key())) {
      throw new BadDataException(
          description.toString(), "", "the description with hash " + cell.key(), "hash " + key);
    }
    String meaning = meaning(json);
    if (!meaning.equals(json.path("sha256").path(MEANING).asText())) {
      throw new BadDataException(
          description.toString(),
          "",
          "SHA-256 "
              + json.path("sha256").path(MEANING).asText()
              + " of what the predictions are, as when it was written",
          meaning);
    }
    String scores = json.path("scores").asText();
    Optional<ScoreKind> kind =
        scores.equals(Predictions.NO_SCORES)
            ? Optional.empty()
            : Optional.of(ScoreKind.valueOf(scores));
    Map<String, Predictions> parts = new TreeMap<>();
    for (String part : PARTS) {
      Path file = folder.resolve(part + ".csv");
      String expected = json.path("sha256").path(part).asText();
      String found = Files.exists(file) ? Hashes.ofFile(file) : "no file";
      if (!found.equals(expected)) {
        throw new BadDataException(
            file.toString(), "", "SHA-256 " + expected + " as when it was written", found);
      }
      parts.put(
          part,
          json.has(HINDSIGHT)
              ? PredictionsCsv.readCascade(
                  file, pool, queries.get(part), json.path(HINDSIGHT).asBoolean())
              : PredictionsCsv.read(
                  file, pool, queries.get(part), kind, json.path(COSTS).asBoolean()));
    }
    return new Finished(parts);
  }

  /** The hash of how the files of predictions are to be read. */
  private static String meaning(JsonNode json) {
    return Hashes.ofText(json.path("scores").toString() + json.path(HINDSIGHT) + json.path(COSTS));
  }

  /** Removes what a killed run left half-written; finished cells stay. */
  void removeLeftovers() throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> entries = Files.list(directory)) {
      for (Path entry : entries.sorted().toList()) {
        if (entry.getFileName().toString().startsWith(".tmp-")) {
          delete(entry);
        }
      }
    }
  }

  /** Whether a finished cell keeps a score for every model, not decisions alone. */
  boolean hasScores(Cell cell) throws IOException {
    String scores =
        RecordBinder.JSON
            .readTree(folder(cell).resolve("cell.json").toFile())
            .path("scores")
            .asText();
    return !scores.equals(Predictions.NO_SCORES);
  }

  /** The SHA-256 of a finished cell's predictions, as they were written. */
  String checksum(Cell cell) throws IOException {
    return RecordBinder.JSON
        .readTree(folder(cell).resolve("cell.json").toFile())
        .path("sha256")
        .toString();
  }

  /** How long training and predicting took, in seconds; NaN where it was not noted. */
  double seconds(Cell cell) throws IOException {
    Path timing = folder(cell).resolve("timing.json");
    return Files.isRegularFile(timing)
        ? RecordBinder.JSON
            .readTree(timing.toFile())
            .path("trainAndPredictSeconds")
            .asDouble(Double.NaN)
        : Double.NaN;
  }

  /**
   * Sets a finished cell aside, as {@code <key>.damaged}, where its files are not what was written.
   *
   * @return whether it was damaged
   */
  boolean setAsideIfDamaged(Cell cell, Map<String, List<Query>> queries) throws IOException {
    Path folder = folder(cell);
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try {
      read(cell, queries);
      return false;
    } catch (BadDataException | IOException e) {
      Path aside = directory.resolve(cell.key() + ".damaged");
      delete(aside);
      Files.move(folder, aside);
      LOG.log(Level.WARNING, e.getMessage() + "; set aside, and trained again");
      return true;
    }
  }

  Path folder(Cell cell) {
    return directory.resolve(cell.key());
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> entries = Files.walk(tree)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(entry);
      }
    }
  }
}
