package org.routerlab.datasets.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.routerlab.core.Query;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.files.Row;
import org.routerlab.datasets.files.Scan;
import org.routerlab.datasets.files.SourceFile;

/** Reads the files of {@link RouterArena}, one after the other. */
final class RouterArenaReader {

  /** The provenance entry that counts costs of 0 for calls with tokens. */
  static final String UNRECORDED_COSTS = "unrecorded_costs";

  private static final String BATCH = "_batch";
  private static final String EVALUATION = "evaluation_result";
  private static final String TOKENS = "token_usage";

  private final RouterArena format;
  private final List<SourceFile> files;
  private final Optional<ListedPrices> prices;
  private final OutcomeRecorder recorder = new OutcomeRecorder();
  private final ScoreClip clip = new ScoreClip();
  private int unrecordedCosts;

  RouterArenaReader(RouterArena format, Path source) {
    this.format = format;
    this.files = SourceFile.all(source, ".jsonl");
    this.prices =
        format.costs() == RouterArena.Costs.RECORDED
            ? Optional.empty()
            : Optional.of(
                ListedPrices.read(
                    SourceFile.require(
                        files.get(0).path().resolveSibling(""),
                        "cost.json",
                        "../model_cost/cost.json"),
                    "input_token_price_per_million",
                    "output_token_price_per_million"));
  }

  Benchmark read() {
    for (SourceFile file : files) {
      int model = recorder.model(file.stem());
      Set<String> seen = new HashSet<>();
      Scan.jsonLines(
              file, "global_index", "question", "llm_selected", "success", TOKENS, EVALUATION)
          .forEach(row -> add(row, file.stem(), model, seen));
    }
    SortedMap<String, String> provenance =
        new TreeMap<>(Map.of("format", format.name(), "licence", "Apache-2.0"));
    provenance.put("costs", format.costs().name());
    prices.ifPresent(list -> provenance.put(Benchmark.PRICES, priceEntry(list)));
    clip.note(provenance);
    if (unrecordedCosts > 0) {
      provenance.put(UNRECORDED_COSTS, Integer.toString(unrecordedCosts));
    }
    String unit = prices.isPresent() ? Benchmark.TOKEN_COSTS : Benchmark.USD;
    return recorder.finish(format.name(), files.get(0), unit, provenance);
  }

  private void add(Row row, String name, int model, Set<String> seen) {
    String id = row.text("global_index");
    if (!seen.add(id)) {
      throw row.bad("global_index", "every query once", SourceFile.quote(id) + " again");
    }
    String selected = row.text("llm_selected");
    if (!selected.equals(name)) {
      String rule = "the model that the file is named after, '" + name + "'";
      throw row.bad("llm_selected", rule, SourceFile.quote(selected));
    }
    int query = query(row, id);
    if (row.optionalText("success").equals(Optional.of("false"))) {
      return;
    }
    float input = row.amount(TOKENS, row.field(TOKENS, "input_tokens"));
    float output = row.amount(TOKENS, row.field(TOKENS, "output_tokens"));
    recorder.tokens(query, model, input, output);
    recorder.score(query, model, score(row), row.place());
    recorder.cost(query, model, cost(row, name, input, output));
  }

  private int query(Row row, String id) {
    String question = row.text("question");
    int known = recorder.row(id);
    if (known < 0) {
      String label = before(id, id.lastIndexOf('_'));
      String category = before(label, label.indexOf('_'));
      Map<String, String> tags = Map.of(Benchmark.SPLIT_TAG, "test", "category", category);
      return recorder.add(new Query(id, question, label, tags), row.place());
    }
    if (!recorder.query(known).text().equals(question)) {
      String rule = "the question that an earlier file has for " + SourceFile.quote(id);
      throw row.bad("question", rule, SourceFile.quote(question));
    }
    return known;
  }

  private static String before(String text, int position) {
    return position <= 0 ? text : text.substring(0, position);
  }

  private float score(Row row) {
    Map.Entry<String, JsonNode> score = row.field(EVALUATION, "score");
    String metric = row.field(EVALUATION, "metric").getValue().asText();
    if (metric.equals("error")) {
      return Float.NaN;
    }
    double value = row.number(EVALUATION, score);
    return metric.equals("meteor_score") && value >= -1 && value < 0
        ? clip.of(value)
        : row.score(EVALUATION, score);
  }

  private float cost(Row row, String model, float input, float output) {
    if (prices.isPresent()) {
      return (float) prices.get().of(listed(model)).of(input, output);
    }
    float cost = row.amount(EVALUATION, row.field(EVALUATION, "inference_cost"));
    if (cost == 0 && input + output > 0) {
      unrecordedCosts++;
      return Float.NaN;
    }
    return cost;
  }

  /** The name of a model in the price list, which has no batch runs of their own. */
  private static String listed(String model) {
    return model.endsWith(BATCH) ? model.substring(0, model.length() - BATCH.length()) : model;
  }

  private String priceEntry(ListedPrices list) {
    SortedMap<String, String> listedNames = new TreeMap<>();
    recorder.models().forEach(model -> listedNames.put(model, listed(model)));
    return list.toJson(listedNames);
  }
}
