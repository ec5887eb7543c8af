package org.routerlab.datasets.formats;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.files.Scan;
import org.routerlab.datasets.files.SourceFile;

/**
 * EmbedLLM: {@code train.csv}, {@code val.csv} and {@code test.csv} with a row a query and model,
 * {@code prompt_id, prompt, category, model_name, label}.
 *
 * <p>A query's id is {@code prompt_id}, which belongs to one split and one prompt; its dataset is
 * the {@code category} of its first row. The same pair of query and model may have several rows, as
 * some prompts are in several variants of a task: the greatest label counts, as for the authors,
 * and the provenance says how many rows there were besides, {@code repeated_outcomes}, how many of
 * these had another label than the rows before, {@code contradicting_outcomes}, and how many
 * queries have further categories, {@code queries_of_several_categories}. A pair without a row was
 * not observed; the authors count it as 0. Costs and tokens are not published.
 *
 * <p>Order is that of {@code question_order.csv} and {@code model_order.csv}, where they are there,
 * which may list more than the other files have, but no less; and of first appearance otherwise.
 *
 * <p>Layout: richardzhuang0412/EmbedLLM@9b27630, {@code data_preprocessing/download_data.py} and
 * {@code algorithm/knn.py} (readers).
 */
public record EmbedLlm() implements Format {

  private static final Map<String, String> FILE_OF_SPLIT = new LinkedHashMap<>();

  private static final String[] COLUMNS = {
    "prompt_id", "prompt", "category", "model_name", "label"
  };

  static {
    FILE_OF_SPLIT.put("train", "train.csv");
    FILE_OF_SPLIT.put("validation", "val.csv");
    FILE_OF_SPLIT.put("test", "test.csv");
  }

  @Override
  public String name() {
    return "embedllm";
  }

  @Override
  public String files() {
    return "train.csv, val.csv, test.csv: prompt_id, prompt, category, model_name, label;"
        + " question_order.csv and model_order.csv where there";
  }

  @Override
  public String documentation() {
    return "https://huggingface.co/datasets/RZ412/EmbedLLM";
  }

  @Override
  public Benchmark read(Path source) {
    SourceFile first = SourceFile.require(source, FILE_OF_SPLIT.values().toArray(String[]::new));
    EmbedLlmOutcomes outcomes = new EmbedLlmOutcomes();
    FILE_OF_SPLIT.forEach(
        (split, name) ->
            SourceFile.find(source, name)
                .map(file -> Scan.csv(file).requiring(COLUMNS).only(List.of(COLUMNS)))
                .ifPresent(scan -> scan.forEach(row -> outcomes.add(row, split))));
    Map<String, String> provenance = new TreeMap<>();
    provenance.put("format", name());
    provenance.put("licence", "Apache-2.0");
    outcomes.note(provenance);
    OutcomeRecorder recorder =
        outcomes.record(
            ListedOrder.of(source, "question_order.csv", "prompt_id"),
            ListedOrder.of(source, "model_order.csv", "model_name"));
    return recorder.finish(name(), first, Benchmark.NO_COSTS, provenance);
  }
}
