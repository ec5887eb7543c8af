package org.routerlab.datasets.formats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.routerlab.core.BadDataException;
import org.routerlab.datasets.files.JsonFields;
import org.routerlab.datasets.files.SourceFile;

/**
 * A result file of LLMRouterBench: one run of one model on one part of one dataset.
 *
 * @param part of the source dataset, such as {@code test} or {@code hybrid}
 * @param demo whether the run was a trial of a few queries
 * @param time when the run ended by the file's name, {@code YYYYMMDD_HHMMSS}; empty where it does
 *     not say
 */
record LlmRouterBenchFile(
    SourceFile file, String dataset, String part, String model, boolean demo, String time) {

  private static final Pattern TIME = Pattern.compile("(\\d{8}_\\d{6})\\.json$");

  /** What the fields before the records and the name of the file say. */
  static LlmRouterBenchFile of(SourceFile file) {
    Map<String, String> fields =
        JsonFields.read(file, Set.of("dataset_name", "split", "model_name", "demo"));
    Matcher time = TIME.matcher(file.name());
    return new LlmRouterBenchFile(
        file,
        required(file, fields, "dataset_name"),
        required(file, fields, "split"),
        required(file, fields, "model_name"),
        fields.getOrDefault("demo", "false").equals("true"),
        time.find() ? time.group(1) : "");
  }

  /** The newest run of every dataset, part and model, in the order of these. */
  static List<LlmRouterBenchFile> newest(List<LlmRouterBenchFile> runs) {
    Map<List<String>, LlmRouterBenchFile> newest =
        new TreeMap<>(
            Comparator.<List<String>, String>comparing(key -> key.get(0))
                .thenComparing(key -> key.get(1))
                .thenComparing(key -> key.get(2)));
    for (LlmRouterBenchFile run : runs) {
      newest.merge(
          List.of(run.dataset, run.part, run.model), run, (a, b) -> a.isOlderThan(b) ? b : a);
    }
    return new ArrayList<>(newest.values());
  }

  /** Whether the other run is on the same part of the same dataset. */
  boolean isOfSamePart(LlmRouterBenchFile other) {
    return dataset.equals(other.dataset) && part.equals(other.part);
  }

  private boolean isOlderThan(LlmRouterBenchFile other) {
    if (time.equals(other.time)) {
      throw new BadDataException(
          other.file.path().toString(),
          "",
          "one newest run of " + model + " on " + dataset + ", by the time in the file's name",
          "the same time in " + file.path());
    }
    return time.compareTo(other.time) < 0;
  }

  private static String required(SourceFile file, Map<String, String> fields, String name) {
    String value = fields.getOrDefault(name, "");
    if (value.isBlank()) {
      throw file.bad("", "a field " + name, "none");
    }
    return value;
  }
}
