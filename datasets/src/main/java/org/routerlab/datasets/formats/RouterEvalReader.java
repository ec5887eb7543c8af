package org.routerlab.datasets.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Query;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.files.JsonDocument;
import org.routerlab.datasets.files.Place;
import org.routerlab.datasets.files.Row;
import org.routerlab.datasets.files.Scan;
import org.routerlab.datasets.files.SourceFile;

/** Reads the folder of {@link RouterEval}, a split after the other. */
final class RouterEvalReader {

  private static final String[] SPLITS = {"train", "val", "test"};
  private static final String MODELS = "models.txt";
  private static final String NO_BENCHMARK = "all";
  private static final String ORIGIN = "routereval.json";
  private static final List<String> ORIGINS = List.of("benchmark", "difficulty", "size", "group");

  private final Path folder;
  private final OutcomeRecorder recorder = new OutcomeRecorder();
  private final List<String> columns = new ArrayList<>();
  private final SortedMap<String, String> provenance = new TreeMap<>();
  private RouterEvalIndex index = new RouterEvalIndex(Map.of());

  RouterEvalReader(Path folder) {
    this.folder = folder;
  }

  Benchmark read() {
    refusePickles();
    SourceFile models = SourceFile.require(folder, MODELS);
    Set<String> names = new HashSet<>();
    Scan.csv(models, List.of("model")).forEach(row -> addModel(row, names));
    provenance.put("format", new RouterEval().name());
    provenance.put("licence", "MIT");
    SourceFile.find(folder, ORIGIN).ifPresent(this::readOrigin);
    SourceFile.find(folder, RouterEvalIndex.FILE)
        .ifPresent(file -> index = RouterEvalIndex.read(file, SPLITS));
    for (String split : SPLITS) {
      Optional<SourceFile> prompts = SourceFile.find(folder, split + "_prompt.jsonl");
      if (prompts.isPresent() || SourceFile.find(folder, split + "_score.csv").isPresent()) {
        readSplit(split);
      }
    }
    if (recorder.size() == 0) {
      SourceFile.require(folder, "train_score.csv", "val_score.csv", "test_score.csv");
    }
    return recorder.finish(new RouterEval().name(), models, Benchmark.NO_COSTS, provenance);
  }

  /** Says what to do where only pickles are there, as after a download; also in folders below. */
  private void refusePickles() {
    if (!Files.isDirectory(folder) || SourceFile.find(folder, MODELS).isPresent()) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      Optional<Path> pickle =
          files.filter(file -> file.toString().endsWith(".pkl")).sorted().findFirst();
      if (pickle.isPresent()) {
        throw RouterEval.pickle(pickle.get());
      }
    } catch (IOException | UncheckedIOException e) {
      throw new BadDataException(folder.toString(), "", "a readable folder", e.toString(), e);
    }
  }

  private void addModel(Row row, Set<String> names) {
    String name = row.text("model");
    if (!names.add(name)) {
      throw row.bad("model", "every model once", SourceFile.quote(name) + " again");
    }
    recorder.model(name);
    // The engine takes names that differ in case for the same column; a number tells them apart.
    columns.add(columns.size() + 1 + ": " + name);
  }

  private void readOrigin(SourceFile file) {
    for (Map.Entry<String, JsonNode> entry : JsonDocument.object(file)) {
      JsonNode value = entry.getValue();
      if (!ORIGINS.contains(entry.getKey()) || !value.isValueNode() || value.asText().isBlank()) {
        String found = SourceFile.quote(entry.getKey() + ": " + value);
        throw file.bad("", "a text or number each of " + ORIGINS, found);
      }
      provenance.put(entry.getKey(), value.asText());
    }
    String size = provenance.getOrDefault("size", "" + columns.size());
    if (!size.equals("" + columns.size())) {
      throw file.bad("'size'", "the number of models in " + MODELS + ", " + columns.size(), size);
    }
  }

  private void readSplit(String split) {
    SourceFile prompts = SourceFile.require(folder, split + "_prompt.jsonl");
    SourceFile scores = SourceFile.require(folder, split + "_score.csv");
    int first = recorder.size();
    Scan.jsonLines(prompts, "prompt").forEach(row -> addQuery(row, split));
    int queries = recorder.size() - first;
    if (!index.isEmpty()) {
      requireLines(prompts, queries, index.size(split), RouterEvalIndex.FILE);
    }
    int[] lines = {0};
    Scan.csv(scores, columns)
        .forEach(
            row -> {
              if (lines[0]++ < queries) {
                addScores(row, first + lines[0] - 1);
              }
            });
    requireLines(scores, lines[0], queries, prompts.name());
  }

  private static void requireLines(SourceFile file, int lines, int expected, String other) {
    if (lines != expected) {
      throw file.bad("", "a line for each of the " + expected + " in " + other, lines + " lines");
    }
  }

  private void addQuery(Row row, String split) {
    int position = Math.toIntExact(row.number() - 1);
    String text = row.text("prompt");
    if (!index.isEmpty() && position >= index.size(split)) {
      String rule = "no more lines than numbers in " + RouterEvalIndex.FILE + ", ";
      throw row.bad("prompt", rule + index.size(split), "a further one");
    }
    String benchmark = provenance.get("benchmark");
    String number = split + "-" + (index.isEmpty() ? position : index.number(split, position));
    String id = benchmark == null ? number : benchmark + "-" + number;
    String tag = split.equals("val") ? "validation" : split;
    Map<String, String> tags = Map.of(Benchmark.SPLIT_TAG, tag);
    recorder.add(
        new Query(id, text, benchmark == null ? NO_BENCHMARK : benchmark, tags), row.place());
  }

  private void addScores(Row row, int query) {
    Place place = row.place();
    for (int model = 0; model < columns.size(); model++) {
      recorder.score(query, model, row.score(columns.get(model)), place);
    }
  }
}
