package org.routerlab.datasets.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.routerlab.core.Query;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.files.Row;
import org.routerlab.datasets.files.Scan;
import org.routerlab.datasets.files.SourceFile;

/**
 * MixInstruct of LLM-Blender: JSON lines ({@code .jsonl}) or one array ({@code .json}) of {@code
 * {id, instruction, input, output, candidates: [{model, decoding_method, text, scores {metric:
 * number}}]}}.
 *
 * <p>Outcomes are soft: how near an answer comes to a reference that GPT-4 or ChatGPT wrote, by a
 * metric of the choice; {@link MixInstructMetric} says how each is mapped to [0, 1]. A query's text
 * is instruction and input, with a line break between them where both are there; its dataset is its
 * source, the first part of the id. Costs and tokens are not published. The order of candidates may
 * differ from row to row; a model may have only one in each.
 *
 * <p>The names of the files begin with the split: {@code train}, {@code val} or {@code test}, all
 * three published. Of several files of a split those with {@code cmp} in their name, which repeat
 * the queries with pairwise comparisons, are left out.
 *
 * <p>Layout: the page of llm-blender/mix-instruct, and yuchenlin/LLM-Blender@2a67366, {@code
 * llm_blender/pair_ranker/data.py} (reader).
 *
 * @param metric what counts as the score; routers are trained on {@code BARTSCORE}, exponentiated,
 *     in the literature
 */
public record MixInstruct(MixInstructMetric metric) implements Format {

  private static final Map<String, String> SPLITS =
      Map.of("train", "train", "val", "validation", "test", "test");

  /** Requires a metric. */
  public MixInstruct {
    Objects.requireNonNull(metric, "metric");
  }

  /** The exponentiated BARTScore. */
  public MixInstruct() {
    this(MixInstructMetric.BARTSCORE);
  }

  @Override
  public String name() {
    return "mix-instruct";
  }

  @Override
  public String files() {
    return "train*.jsonl, val*.jsonl, test*.jsonl: {id, instruction, input, candidates}";
  }

  @Override
  public String documentation() {
    return "https://huggingface.co/datasets/llm-blender/mix-instruct";
  }

  @Override
  public Benchmark read(Path source) {
    OutcomeRecorder recorder = new OutcomeRecorder();
    ScoreClip clip = new ScoreClip();
    Map<String, SourceFile> files = fileOfSplit(SourceFile.all(source, ".jsonl", ".json"));
    for (String split : List.of("train", "validation", "test")) {
      if (files.containsKey(split)) {
        scan(files.get(split)).forEach(row -> add(row, split, recorder, clip));
      }
    }
    Map<String, String> provenance = new TreeMap<>();
    provenance.put("format", name());
    provenance.put("licence", "MIT");
    provenance.put("metric", metric.field());
    provenance.put("score", metric.mapping());
    clip.note(provenance);
    return recorder.finish(
        name(), files.values().iterator().next(), Benchmark.NO_COSTS, provenance);
  }

  private static Map<String, SourceFile> fileOfSplit(List<SourceFile> files) {
    Map<String, List<SourceFile>> filesOfSplit = new TreeMap<>();
    for (SourceFile file : files) {
      filesOfSplit.computeIfAbsent(split(file), split -> new ArrayList<>()).add(file);
    }
    Map<String, SourceFile> chosen = new TreeMap<>();
    filesOfSplit.forEach(
        (split, all) -> {
          List<SourceFile> plain =
              all.stream().filter(file -> !file.stem().contains("cmp")).toList();
          List<SourceFile> left = plain.isEmpty() ? all : plain;
          if (left.size() > 1) {
            throw left.get(1)
                .bad("", "one file of the split " + split, "also " + left.get(0).path());
          }
          chosen.put(split, left.get(0));
        });
    return chosen;
  }

  private static String split(SourceFile file) {
    return SPLITS.keySet().stream()
        .filter(file.stem()::startsWith)
        .findFirst()
        .map(SPLITS::get)
        .orElseThrow(() -> file.bad("", "a name that begins with train, val or test", file.name()));
  }

  private static Scan scan(SourceFile file) {
    String[] fields = {"id", "instruction", "input", "candidates"};
    Scan scan =
        file.name().endsWith(".jsonl")
            ? Scan.jsonLines(file, fields)
            : Scan.jsonArray(file, fields);
    return scan.thinning("candidates", "model", "scores");
  }

  private void add(Row row, String split, OutcomeRecorder recorder, ScoreClip clip) {
    String id = row.optionalText("id").orElse(split + "-" + (row.number() - 1));
    int slash = id.indexOf('/');
    String dataset = slash > 0 ? id.substring(0, slash) : "all";
    Query query = new Query(id, text(row), dataset, Map.of(Benchmark.SPLIT_TAG, split));
    int number = recorder.add(query, row.place());
    JsonNode candidates = row.json("candidates");
    if (candidates.isEmpty()) {
      throw row.bad("candidates", "an array of {model, scores}", "none");
    }
    for (JsonNode candidate : candidates) {
      String model = candidate.path("model").asText("");
      if (model.isBlank()) {
        throw row.bad("candidates", "a model of every candidate", "none");
      }
      float score = clip.of(metric.map(value(row, model, candidate.path("scores"))));
      recorder.score(number, recorder.model(model), score, row.place());
    }
  }

  private double value(Row row, String model, JsonNode scores) {
    if (!scores.has(metric.field())) {
      List<String> there = new ArrayList<>();
      scores.fieldNames().forEachRemaining(there::add);
      throw row.bad("candidates." + model, "a score '" + metric.field() + "'", "only " + there);
    }
    return row.number("candidates." + model, Map.entry(metric.field(), scores.get(metric.field())));
  }

  private static String text(Row row) {
    String instruction = row.optionalText("instruction").orElse("");
    String input = row.optionalText("input").orElse("");
    String text =
        instruction.isBlank() ? input : input.isBlank() ? instruction : instruction + "\n" + input;
    if (text.isBlank()) {
      throw row.bad("input", "a text in instruction or input", "none");
    }
    return text;
  }
}
