package org.routerlab.datasets.formats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.routerlab.core.Query;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.files.Row;
import org.routerlab.datasets.files.Scan;
import org.routerlab.datasets.files.SourceFile;

/** Reads the routing files of {@link LlmRouter}: a line a query and model. */
final class LlmRouterRouting {

  private static final String[] FIELDS = {
    "task_name",
    "query",
    "ground_truth",
    "gt",
    "metric",
    "task_id",
    "embedding_id",
    "model_name",
    "performance",
    "input_tokens",
    "prompt_tokens",
    "output_tokens",
    "completion_tokens"
  };

  private final ListedPrices prices;
  private final OutcomeRecorder recorder = new OutcomeRecorder();
  private final Map<Key, Integer> rows = new HashMap<>();

  private LlmRouterRouting(ListedPrices prices) {
    this.prices = prices;
  }

  /** What makes a query, beside its text: the authors number queries by these. */
  private record Key(String task, String text, String answer, String metric) {}

  static Benchmark read(LlmRouter format, LlmRouterFiles files) {
    SourceFile first = files.anyRouting();
    LlmRouterRouting reader = new LlmRouterRouting(files.prices());
    for (String split : LlmRouterFiles.SPLITS) {
      reader.rows.clear();
      files
          .routing(split)
          .ifPresent(file -> Scan.jsonLines(file, FIELDS).forEach(row -> reader.add(row, split)));
    }
    Map<String, String> provenance =
        format.provenance(
            LlmRouter.Outcomes.ROUTING, reader.prices.toJson(reader.recorder.models()));
    return reader.recorder.finish(format.name(), first, Benchmark.TOKEN_COSTS, provenance);
  }

  private void add(Row row, String split) {
    int query = query(row, split);
    String name = row.text("model_name");
    int model = recorder.model(name);
    float input = row.amount(either(row, "input_tokens", "prompt_tokens"));
    float output = row.amount(either(row, "output_tokens", "completion_tokens"));
    recorder.score(query, model, row.score("performance"), row.place());
    recorder.tokens(query, model, input, output);
    recorder.cost(query, model, (float) prices.of(name).of(input, output));
  }

  private int query(Row row, String split) {
    String text = row.text("query");
    String answer = row.optionalText(either(row, "ground_truth", "gt")).orElse("");
    String metric = row.optionalText("metric").orElse("");
    Key key = new Key(row.text("task_name"), text, answer, metric);
    Integer known = rows.get(key);
    String number = row.optionalText("embedding_id").orElse(null);
    if (known != null) {
      if (number != null && !recorder.query(known).id().equals(split + "-" + number)) {
        String rule = "the number of the same query before, " + recorder.query(known).id();
        throw row.bad("embedding_id", rule, SourceFile.quote(number));
      }
      return known;
    }
    Map<String, String> tags = new TreeMap<>(Map.of(Benchmark.SPLIT_TAG, split));
    for (String field : List.of("metric", "task_id")) {
      row.optionalText(field).ifPresent(value -> tags.put(field, value));
    }
    String id = split + "-" + Optional.ofNullable(number).orElse(Integer.toString(rows.size()));
    int query = recorder.add(new Query(id, text, key.task(), tags), row.place());
    rows.put(key, query);
    return query;
  }

  /** The first of two names of a field, unless only the second has a value. */
  private static String either(Row row, String name, String otherName) {
    return !row.has(name) && row.has(otherName) ? otherName : name;
  }
}
