package org.routerlab.datasets.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.routerlab.core.Query;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.files.Row;
import org.routerlab.datasets.files.Scan;
import org.routerlab.datasets.files.SourceFile;

/**
 * RouterDC: a JSON array a task and part, of {@code {question, scores {model: score}, cluster_id}}.
 *
 * <p>The task is the name of the file and the part its ending, {@code _train}, {@code -test} …;
 * files without one are test sets. A query is known by file and position, as texts repeat. Scores
 * are shares of right attempts, or the probability of the right option where it was chosen and 0
 * otherwise. The order of the models may differ from row to row.
 *
 * <p>Layout: the files of shuhao02/RouterDC@0e63989, {@code datasets/split2_model7}, and the code
 * that reads them, {@code train_router_mdeberta.py}.
 */
public record RouterDc() implements Format {

  @Override
  public String name() {
    return "routerdc";
  }

  @Override
  public String files() {
    return "TASK_train.json, TASK_test.json …: arrays of {question, scores, cluster_id}";
  }

  @Override
  public String documentation() {
    return "https://github.com/shuhao02/RouterDC/tree/0e63989c5bf4363330b8a4616386e3f7f116d9f8";
  }

  @Override
  public Benchmark read(Path source) {
    OutcomeRecorder recorder = new OutcomeRecorder();
    List<SourceFile> files = SourceFile.all(source, ".json");
    for (SourceFile file : files) {
      Part part = Part.of(file);
      Scan.jsonArray(file, "question", "scores", "cluster_id")
          .forEach(row -> add(row, part, recorder));
    }
    return recorder.finish(name(), files.get(0), Benchmark.NO_COSTS, Map.of("format", name()));
  }

  private static void add(Row row, Part part, OutcomeRecorder recorder) {
    Map<String, String> tags = new TreeMap<>(Map.of(Benchmark.SPLIT_TAG, part.split()));
    row.optionalText("cluster_id").ifPresent(cluster -> tags.put("cluster", cluster));
    String id = part.task() + "-" + part.split() + "-" + (row.number() - 1);
    int query = recorder.add(new Query(id, row.text("question"), part.task(), tags), row.place());
    for (Map.Entry<String, JsonNode> score : row.object("scores")) {
      recorder.score(
          query, recorder.model(score.getKey()), row.score("scores", score), row.place());
    }
  }

  /** What the name of a file says. */
  private record Part(String task, String split) {

    private static final List<String> SPLITS = List.of("train", "validation", "test");

    /** The dataset of queries whose task nothing names, as in routing-table folders. */
    private static final String NO_TASK = "all";

    static Part of(SourceFile file) {
      String stem = file.stem();
      for (String split : SPLITS) {
        for (String joint : new String[] {"_", "-"}) {
          if (stem.endsWith(joint + split)) {
            return new Part(stem.substring(0, stem.length() - split.length() - 1), split);
          }
        }
      }
      return SPLITS.contains(stem) ? new Part(NO_TASK, stem) : new Part(stem, "test");
    }
  }
}
