package org.routerlab.datasets.formats;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.routerlab.core.Query;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.Price;
import org.routerlab.datasets.files.ParquetSchema;
import org.routerlab.datasets.files.Row;
import org.routerlab.datasets.files.Scan;
import org.routerlab.datasets.files.SourceFile;

/**
 * SPROUT of CARROT: Parquet files {@code train-*}, {@code validation-*} and {@code test-*} of
 * {@code {key, dataset, dataset_level, dataset_idx, prompt, golden_answer}} and a struct for each
 * model, {@code {num_input_tokens, num_output_tokens, score, response, …}}.
 *
 * <p>Every further column is a model; all files must have the same. The query's id is {@code key}.
 * A struct or score of null was not observed. Costs are not published: they are tokens × the
 * authors' prices, unknown for a model that these lack (o3-mini in SPROUT-o3mini). The answers are
 * never read.
 *
 * <p>Layout: somerstep/CARROT@2d47d1f, {@code carrot/gen_sprout.py} (reader) and {@code
 * carrot/constants.py} (prices), and the data set's page.
 */
public record Sprout() implements Format {

  private static final List<String> SPLITS = List.of("train", "validation", "test");
  private static final Set<String> QUERY_COLUMNS =
      Set.of("key", "dataset", "dataset_level", "dataset_idx", "prompt", "golden_answer");
  private static final List<String> OUTCOME_FIELDS =
      List.of("score", "num_input_tokens", "num_output_tokens");

  /** SPROUT_COSTS of carrot/constants.py, of 2026-04-09. */
  private static final AuthorsPrices PRICES =
      new AuthorsPrices(
          Map.ofEntries(
              Map.entry("aws-claude-3-5-sonnet-v1", new Price(3, 15)),
              Map.entry("aws-titan-text-premier-v1", new Price(0.8, 3.2)),
              Map.entry("openai-gpt-4o", new Price(2.5, 10)),
              Map.entry("openai-gpt-4o-mini", new Price(0.15, 0.6)),
              Map.entry("wxai-granite-3-2b-instruct-8k-max-tokens", new Price(0.1, 0.1)),
              Map.entry("wxai-granite-3-8b-instruct-8k-max-tokens", new Price(0.2, 0.2)),
              Map.entry("wxai-llama-3-1-70b-instruct", new Price(0.9, 0.9)),
              Map.entry("wxai-llama-3-1-8b-instruct", new Price(0.2, 0.2)),
              Map.entry("wxai-llama-3-2-1b-instruct", new Price(0.06, 0.06)),
              Map.entry("wxai-llama-3-2-3b-instruct", new Price(0.06, 0.06)),
              Map.entry("wxai-llama-3-3-70b-instruct", new Price(0.9, 0.9)),
              Map.entry("wxai-llama-3-405b-instruct", new Price(3.5, 3.5)),
              Map.entry("wxai-mixtral-8x7b-instruct-v01", new Price(0.6, 0.6))));

  @Override
  public String name() {
    return "sprout";
  }

  @Override
  public String files() {
    return "train-*.parquet, validation-*.parquet, test-*.parquet: a struct column a model";
  }

  @Override
  public String documentation() {
    return "https://huggingface.co/datasets/CARROT-LLM-Routing/SPROUT";
  }

  @Override
  public Benchmark read(Path source) {
    List<SourceFile> files =
        SourceFile.tree(source, ".parquet").stream()
            .sorted(Comparator.comparing(file -> SPLITS.indexOf(split(file))))
            .toList();
    OutcomeRecorder recorder = new OutcomeRecorder();
    List<String> models = models(files.get(0));
    models.forEach(recorder::model);
    for (SourceFile file : files) {
      requireSameModels(file, files.get(0), models);
      String split = split(file);
      scan(file, models).forEach(row -> add(row, split, models, recorder));
    }
    Map<String, String> provenance = new TreeMap<>();
    provenance.put("format", name());
    provenance.put("licence", "none named");
    provenance.put("prices_source", "somerstep/CARROT@2d47d1f, carrot/constants.py, 2026-04-09");
    Map<String, String> listed = new LinkedHashMap<>();
    models.forEach(model -> listed.put(model, model));
    PRICES.note(listed, provenance);
    return recorder.finish(name(), files.get(0), AuthorsPrices.UNIT, provenance);
  }

  private static String split(SourceFile file) {
    return SPLITS.stream()
        .filter(split -> file.stem().matches(split + "([-_.].*)?"))
        .findFirst()
        .orElseThrow(() -> file.bad("", "a name that begins with one of " + SPLITS, file.name()));
  }

  private static List<String> models(SourceFile file) {
    List<String> models = new ArrayList<>();
    ParquetSchema.of(file)
        .forEach(
            (column, type) -> {
              if (!QUERY_COLUMNS.contains(column)) {
                for (String field : OUTCOME_FIELDS) {
                  if (!type.matches("STRUCT\\((.*, )?\"?" + field + "\"? .*")) {
                    throw file.bad(
                        "column " + SourceFile.quote(column),
                        "a struct with " + OUTCOME_FIELDS + ", as of a model",
                        type);
                  }
                }
                models.add(column);
              }
            });
    return models;
  }

  private static void requireSameModels(SourceFile file, SourceFile first, List<String> models) {
    List<String> own = models(file);
    if (own.size() != models.size() || !own.containsAll(models)) {
      throw file.bad("", "the models of " + first.path() + ", " + models, own.toString());
    }
  }

  private static Scan scan(SourceFile file, List<String> models) {
    Scan scan = Scan.parquet(file).requiring("key", "dataset", "prompt");
    List<String> wanted = new ArrayList<>(List.of("key", "dataset", "prompt"));
    if (scan.columns().contains("dataset_level")) {
      wanted.add("dataset_level");
    }
    for (String model : models) {
      for (String field : OUTCOME_FIELDS) {
        scan = scan.field(model, field);
        wanted.add(model + "." + field);
      }
    }
    return scan.only(wanted);
  }

  private static void add(Row row, String split, List<String> models, OutcomeRecorder recorder) {
    Map<String, String> tags = new TreeMap<>(Map.of(Benchmark.SPLIT_TAG, split));
    if (row.hasColumn("dataset_level")) {
      row.optionalText("dataset_level").ifPresent(level -> tags.put("level", level));
    }
    Query query = new Query(row.text("key"), row.text("prompt"), row.text("dataset"), tags);
    int number = recorder.add(query, row.place());
    for (String name : models) {
      int model = recorder.model(name);
      float input = row.amount(name + ".num_input_tokens");
      float output = row.amount(name + ".num_output_tokens");
      recorder.score(number, model, row.score(name + ".score"), row.place());
      recorder.tokens(number, model, input, output);
      recorder.cost(number, model, PRICES.cost(name, input, output));
    }
  }
}
