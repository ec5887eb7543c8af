package org.routerlab.datasets.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.routerlab.core.Query;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.Price;
import org.routerlab.datasets.files.Place;
import org.routerlab.datasets.files.Row;
import org.routerlab.datasets.files.Scan;
import org.routerlab.datasets.files.SourceFile;

/** Reads the outcomes of {@link LlmRouter} that are in RouterDC's layout. */
final class LlmRouterScores {

  private final ListedPrices prices;
  private final OutcomeRecorder recorder = new OutcomeRecorder();

  private LlmRouterScores(ListedPrices prices) {
    this.prices = prices;
  }

  /** What the queries' file says of a query, as tags; its task is among them. */
  private record Asked(String task, Map<String, String> tags) {}

  static Benchmark read(LlmRouter format, LlmRouterFiles files) {
    List<String> splits = LlmRouterFiles.SPLITS.stream().filter(files::hasScores).toList();
    SourceFile first = files.scores(splits.isEmpty() ? "train" : splits.get(0));
    LlmRouterScores reader = new LlmRouterScores(files.prices());
    SortedSet<String> models = new TreeSet<>();
    for (String split : splits) {
      scan(files.scores(split))
          .forEach(row -> row.object("scores").forEach(score -> models.add(score.getKey())));
    }
    models.forEach(reader.recorder::model);
    for (String split : splits) {
      Map<String, Asked> asked = asked(files.queries(split));
      scan(files.scores(split)).forEach(row -> reader.add(row, split, asked));
    }
    Map<String, String> provenance =
        format.provenance(
            LlmRouter.Outcomes.ROUTER_DC, reader.prices.toJson(reader.recorder.models()));
    return reader.recorder.finish(format.name(), first, Benchmark.LIST_PRICE, provenance);
  }

  private static Scan scan(SourceFile file) {
    return Scan.jsonArray(file, "question", "scores", "cluster_id");
  }

  private static Map<String, Asked> asked(SourceFile file) {
    Map<String, Asked> asked = new HashMap<>();
    Scan.jsonLines(file, "task_name", "query", "metric", "task_id")
        .forEach(
            row -> {
              Map<String, String> tags = new TreeMap<>();
              for (String field : new String[] {"metric", "task_id"}) {
                row.optionalText(field).ifPresent(value -> tags.put(field, value));
              }
              asked.put(row.text("query"), new Asked(row.text("task_name"), tags));
            });
    return asked;
  }

  private void add(Row row, String split, Map<String, Asked> asked) {
    String question = row.text("question");
    Asked known = asked.get(question);
    if (known == null) {
      String rule = "a query of default_query_" + split + ".jsonl";
      throw row.bad("question", rule, SourceFile.quote(question));
    }
    Map<String, String> tags = new TreeMap<>(known.tags());
    tags.put(Benchmark.SPLIT_TAG, split);
    row.optionalText("cluster_id").ifPresent(cluster -> tags.put("cluster", cluster));
    String id = split + "-" + (row.number() - 1);
    Place place = row.place();
    int query = recorder.add(new Query(id, question, known.task(), tags), place);
    for (Map.Entry<String, JsonNode> score : row.object("scores")) {
      int model = recorder.model(score.getKey());
      recorder.score(query, model, row.score("scores", score), place);
      Price price = prices.of(score.getKey());
      recorder.cost(query, model, (float) ((price.input() + price.output()) / 2));
    }
  }
}
