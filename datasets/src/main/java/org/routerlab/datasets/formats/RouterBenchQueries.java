package org.routerlab.datasets.formats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.routerlab.core.Query;
import org.routerlab.datasets.files.Place;
import org.routerlab.datasets.files.SourceFile;

/** Collects the rows of RouterBench's tables, and merges those that are parts of one query. */
final class RouterBenchQueries {

  private final List<String> models;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private int merged;
  private int repeated;

  RouterBenchQueries(List<String> models) {
    this.models = models;
  }

  /**
   * A query and its outcomes.
   *
   * @param place of the row that the query was taken from
   * @param cells scores, then costs, in the order of the models
   * @param most scores in one of its rows
   */
  private record Entry(Query query, Place place, float[] cells, int most) {}

  /** Adds a row; the cells are scores, then costs, in the order of the models. */
  void add(Place place, Query query, float[] cells) {
    Entry row = new Entry(query, place, cells, scores(cells));
    Entry earlier = entries.putIfAbsent(query.id(), row);
    if (earlier == null) {
      return;
    }
    if (isOther(earlier, row)) {
      if (!earlier.place().file().equals(place.file())) {
        throw place.bad(
            "every sample_id in one file",
            SourceFile.quote(query.id()) + " again, which is in " + earlier.place().file().path());
      }
      repeated++;
      return;
    }
    for (int i = 0; i < cells.length; i++) {
      cells[i] = Float.isNaN(cells[i]) ? earlier.cells()[i] : cells[i];
    }
    Entry main = row.most() > earlier.most() ? row : earlier;
    entries.put(query.id(), new Entry(main.query(), main.place(), cells, main.most()));
    merged++;
  }

  /** Says in a provenance how many rows went into others, or counted for nothing. */
  void note(Map<String, String> provenance) {
    if (merged > 0) {
      provenance.put("merged_rows", Integer.toString(merged));
    }
    if (repeated > 0) {
      provenance.put("repeated_rows", Integer.toString(repeated));
    }
  }

  /** All queries, in the order in which their first rows came. */
  OutcomeRecorder record() {
    OutcomeRecorder recorder = new OutcomeRecorder();
    models.forEach(recorder::model);
    for (Entry entry : entries.values()) {
      int row = recorder.add(entry.query(), entry.place());
      for (int m = 0; m < models.size(); m++) {
        recorder.score(row, m, entry.cells()[m], entry.place());
        recorder.cost(row, m, entry.cells()[models.size() + m]);
      }
    }
    return recorder;
  }

  private boolean isOther(Entry one, Entry other) {
    boolean twice = false;
    for (int m = 0; m < models.size(); m++) {
      twice |= !Float.isNaN(one.cells()[m]) && !Float.isNaN(other.cells()[m]);
    }
    return twice
        || !one.query().text().equals(other.query().text())
        || !one.query().dataset().equals(other.query().dataset());
  }

  private int scores(float[] cells) {
    int count = 0;
    for (int m = 0; m < models.size(); m++) {
      count += Float.isNaN(cells[m]) ? 0 : 1;
    }
    return count;
  }
}
