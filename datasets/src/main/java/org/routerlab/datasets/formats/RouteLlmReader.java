package org.routerlab.datasets.formats;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Query;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.files.Place;
import org.routerlab.datasets.files.Row;
import org.routerlab.datasets.files.Scan;
import org.routerlab.datasets.files.SourceFile;

/** Reads the folders of {@link RouteLlm}: MMLU, GSM8K, then MT-Bench. */
final class RouteLlmReader {

  private static final String PROMPT = "prompt";
  private static final String RESPONSE = "_response";

  private final RouteLlm format;
  private final Path source;
  private final OutcomeRecorder recorder = new OutcomeRecorder();
  private SourceFile first;
  private int contaminated;

  RouteLlmReader(RouteLlm format, Path source) {
    this.format = format;
    this.source = source;
  }

  Benchmark read() {
    Path mmlu = source.resolve("mmlu");
    Path gsm8k = source.resolve("gsm8k");
    Path mtBench = source.resolve("mt_bench");
    if (Files.isDirectory(mmlu)) {
      Set<String> listed = contaminated(mmlu);
      for (SourceFile file : SourceFile.all(mmlu.resolve("responses"), ".csv")) {
        String subject = file.stem().replaceFirst("^mmlu_", "");
        readTable(file, "mmlu-" + subject, "mmlu", subject, listed);
      }
    }
    if (Files.isDirectory(gsm8k)) {
      SourceFile file = SourceFile.require(gsm8k, "gsm8k_responses.csv");
      readTable(file, "gsm8k", "gsm8k", "gsm8k", contaminated(gsm8k));
    }
    if (Files.isDirectory(mtBench)) {
      SourceFile questions = SourceFile.require(mtBench, "question.jsonl");
      first = first == null ? questions : first;
      new MtBench(this, contaminated(mtBench))
          .read(questions, SourceFile.require(mtBench, "judgements.jsonl"));
    }
    if (first == null) {
      String found = Files.isDirectory(source) ? "none of them" : "no folder at this path";
      throw new BadDataException(
          source.toString(), "", "a folder with mmlu, gsm8k or mt_bench", found);
    }
    Map<String, String> provenance =
        Map.of(
            "format", format.name(),
            "licence", "Apache-2.0",
            "dropContaminated", Boolean.toString(format.dropContaminated()),
            "contaminated_prompts", Integer.toString(contaminated));
    return recorder.finish(format.name(), first, Benchmark.OUTPUT_CHARACTERS, provenance);
  }

  OutcomeRecorder recorder() {
    return recorder;
  }

  /** Adds a query and returns its row; -1 where it is left out. */
  int add(String id, String text, String dataset, String category, boolean listed, Place place) {
    contaminated += listed ? 1 : 0;
    if (listed && format.dropContaminated()) {
      return -1;
    }
    Map<String, String> tags = new TreeMap<>();
    tags.put(Benchmark.SPLIT_TAG, "test");
    tags.put("category", category);
    tags.put("contaminated", Boolean.toString(listed));
    return recorder.add(new Query(id, text, dataset, tags), place);
  }

  private void readTable(
      SourceFile file, String prefix, String dataset, String category, Set<String> listed) {
    Scan scan = Scan.csv(file).requiring(PROMPT);
    List<String> models = models(scan);
    if (first != null && !new HashSet<>(models).equals(new HashSet<>(recorder.models()))) {
      String rule = "the models of " + first.path().getFileName() + " " + recorder.models();
      throw file.bad("line 1", rule, models.toString());
    }
    first = first == null ? file : first;
    models.forEach(recorder::model);
    scan.forEach(
        row -> {
          String text = row.text(PROMPT);
          String id = prefix + "-" + (row.number() - 1);
          int query = add(id, text, dataset, category, listed.contains(text), row.place());
          if (query >= 0) {
            models.forEach(model -> addOutcome(row, query, model, scan));
          }
        });
  }

  private void addOutcome(Row row, int query, String name, Scan scan) {
    int model = recorder.model(name);
    recorder.score(query, model, row.score(name), row.place());
    if (scan.columns().contains(name + RESPONSE)) {
      String answer = row.optionalText(name + RESPONSE).orElse("");
      recorder.cost(query, model, answer.codePointCount(0, answer.length()));
    }
  }

  private static List<String> models(Scan scan) {
    return scan.columns().stream()
        .filter(column -> !column.equals(PROMPT))
        .filter(
            column ->
                !column.endsWith(RESPONSE)
                    || !scan.columns()
                        .contains(column.substring(0, column.length() - RESPONSE.length())))
        .toList();
  }

  private static Set<String> contaminated(Path folder) {
    Set<String> prompts = new HashSet<>();
    SourceFile file = SourceFile.require(folder, "contaminated_prompts.jsonl");
    Scan.jsonLines(file, "eval_prompt").forEach(row -> prompts.add(row.text("eval_prompt")));
    return prompts;
  }
}
