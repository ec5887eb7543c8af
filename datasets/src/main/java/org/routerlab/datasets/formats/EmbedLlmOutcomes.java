package org.routerlab.datasets.formats;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.routerlab.core.Query;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.files.Place;
import org.routerlab.datasets.files.Row;
import org.routerlab.datasets.files.SourceFile;

/** Collects the rows of EmbedLLM, of which several may tell of the same query and model. */
final class EmbedLlmOutcomes {

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Integer> columnOfModel = new LinkedHashMap<>();
  private final GrowingMatrix labels = new GrowingMatrix();
  private final Set<String> ofSeveralCategories = new HashSet<>();
  private int repeated;
  private int contradicting;

  /** A query, where its first row is, and its row of labels. */
  private record Entry(Query query, Place place, int row) {}

  void add(Row row, String split) {
    Entry entry = entry(row, split);
    int model = columnOfModel.computeIfAbsent(row.text("model_name"), n -> columnOfModel.size());
    float label = row.score("label");
    if (Float.isNaN(label)) {
      throw row.bad("label", "a score in [0, 1]", "none");
    }
    float earlier = labels.get(entry.row(), model);
    if (!Float.isNaN(earlier)) {
      repeated++;
      contradicting += label == earlier ? 0 : 1;
      label = Math.max(label, earlier);
    }
    labels.set(entry.row(), model, label);
  }

  /** Says in a provenance what rows told more than once. */
  void note(Map<String, String> provenance) {
    note("repeated_outcomes", repeated, provenance);
    note("contradicting_outcomes", contradicting, provenance);
    note("queries_of_several_categories", ofSeveralCategories.size(), provenance);
  }

  /** All of it, in these orders, or that of first appearance. */
  OutcomeRecorder record(Optional<ListedOrder> ofQueries, Optional<ListedOrder> ofModels) {
    OutcomeRecorder recorder = new OutcomeRecorder();
    List<String> models = sorted(columnOfModel.keySet(), ofModels);
    models.forEach(recorder::model);
    for (String id : sorted(entries.keySet(), ofQueries)) {
      Entry entry = entries.get(id);
      int row = recorder.add(entry.query(), entry.place());
      for (int m = 0; m < models.size(); m++) {
        float label = labels.get(entry.row(), columnOfModel.get(models.get(m)));
        recorder.score(row, m, label, entry.place());
      }
    }
    return recorder;
  }

  private static List<String> sorted(Set<String> names, Optional<ListedOrder> order) {
    return order.map(listed -> listed.sorted(names)).orElseGet(() -> List.copyOf(names));
  }

  private Entry entry(Row row, String split) {
    String id = row.text("prompt_id");
    String text = row.text("prompt");
    String category = row.text("category");
    Entry known = entries.get(id);
    if (known == null) {
      Query query = new Query(id, text, category, Map.of(Benchmark.SPLIT_TAG, split));
      Entry entry = new Entry(query, row.place(), entries.size());
      entries.put(id, entry);
      return entry;
    }
    String first = SourceFile.quote(id) + " of " + known.place().file().path();
    if (!known.query().tags().containsValue(split)) {
      throw row.bad("prompt_id", "a query in one split", first + " again");
    }
    if (!known.query().text().equals(text)) {
      String rule = "the prompt of " + first + ", " + known.place().where();
      throw row.bad("prompt", rule, SourceFile.quote(text));
    }
    if (!known.query().dataset().equals(category)) {
      ofSeveralCategories.add(id);
    }
    return known;
  }

  private static void note(String name, int count, Map<String, String> provenance) {
    if (count > 0) {
      provenance.put(name, Integer.toString(count));
    }
  }
}
