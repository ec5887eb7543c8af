package org.routerlab.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.routerlab.core.Seed;

/** Writes made-up benchmarks as large as the largest published ones, in their layouts. */
final class LoadingInputs {

  /** The models of the tree. */
  static final int TREE_MODELS = 20;

  /** The records of a trial run, which is in the tree and does not count. */
  static final int DEMO_RECORDS = 5;

  private static final int TABLE_MODELS = 9;
  private static final int PROMPT_CHARACTERS = 600;
  private static final int ANSWER_CHARACTERS = 800;

  private final SplittableRandom random = new Seed(1).stream("loading");
  private final String words = words();

  /**
   * A tree in LLMRouterBench's layout: a file for each dataset and each of 20 models, and one of a
   * trial run on the first dataset.
   *
   * @param datasetSizes queries of each dataset, at least 5
   */
  void writeTree(Path folder, int... datasetSizes) throws IOException {
    for (int dataset = 0; dataset < datasetSizes.length; dataset++) {
      List<String> prompts =
          Stream.generate(() -> text(PROMPT_CHARACTERS)).limit(datasetSizes[dataset]).toList();
      for (int model = 0; model < TREE_MODELS; model++) {
        writeRun(folder, "dataset-" + dataset, "model-" + model, prompts, false);
      }
      if (dataset == 0) {
        writeRun(folder, "dataset-0", "model-0", prompts.subList(0, DEMO_RECORDS), true);
      }
    }
  }

  private void writeRun(
      Path folder, String dataset, String model, List<String> prompts, boolean demo)
      throws IOException {
    String name = dataset + "-test-" + model + (demo ? "-20250102" : "-20250101") + "_000000.json";
    Path file = folder.resolve(dataset).resolve("test").resolve(model).resolve(name);
    Files.createDirectories(file.getParent());
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("{\n  \"performance\": 0.5,\n  \"time_taken\": 12.5,\n  \"prompt_tokens\": 9,\n");
      out.write(
          "  \"completion_tokens\": 9,\n  \"cost\": 0.5,\n  \"counts\": " + prompts.size() + ",\n");
      out.write("  \"model_name\": \"" + model + "\",\n  \"dataset_name\": \"" + dataset);
      out.write("\",\n  \"split\": \"test\",\n  \"demo\": " + demo + ",\n  \"records\": [");
      for (int i = 0; i < prompts.size(); i++) {
        out.write(i == 0 ? "\n" : ",\n");
        writeRecord(out, i, prompts.get(i));
      }
      out.write("\n  ]\n}");
    }
  }

  private void writeRecord(Writer out, int index, String prompt) throws IOException {
    int read = 100 + random.nextInt(200);
    int written = 50 + random.nextInt(400);
    out.write("    {\n      \"index\": " + index + ",\n      \"origin_query\": \"");
    out.write(prompt, 0, prompt.indexOf(' ', prompt.length() / 2));
    out.write("\",\n      \"prompt\": \"");
    out.write(prompt);
    out.write(
        "\",\n      \"prompt_tokens\": " + read + ",\n      \"completion_tokens\": " + written);
    out.write(",\n      \"cost\": " + (read + 3 * written) / 1e7 + ",\n      \"score\": ");
    out.write(
        random.nextInt(2) + ".0,\n      \"prediction\": \"B\",\n      \"ground_truth\": \"B\"");
    out.write(",\n      \"raw_output\": \"" + text(ANSWER_CHARACTERS));
    out.write("\",\n      \"extra_fields\": {}\n    }");
  }

  /** A routing-table folder of which each query was answered by three of nine models. */
  void writeSparseTable(Path folder, int queries) throws IOException {
    Files.createDirectories(folder);
    try (Writer texts = Files.newBufferedWriter(folder.resolve("queries.jsonl"));
        BufferedWriter scores = Files.newBufferedWriter(folder.resolve("scores.csv"));
        BufferedWriter costs = Files.newBufferedWriter(folder.resolve("cost_usd.csv"))) {
      String header = "id";
      for (int model = 0; model < TABLE_MODELS; model++) {
        header += ",model-" + model;
      }
      scores.write(header + "\n");
      costs.write(header + "\n");
      for (int query = 0; query < queries; query++) {
        String id = "q" + query;
        texts.write("{\"id\": \"" + id + "\", \"dataset\": \"dataset-" + query % 57 + "\", ");
        texts.write("\"split\": \"train\", \"prompt\": \"" + text(PROMPT_CHARACTERS) + "\"}\n");
        scores.write(id);
        costs.write(id);
        int first = random.nextInt(TABLE_MODELS);
        for (int model = 0; model < TABLE_MODELS; model++) {
          boolean observed = (model - first + TABLE_MODELS) % TABLE_MODELS < TABLE_MODELS / 3;
          scores.write(observed ? "," + random.nextInt(2) : ",");
          costs.write(observed ? "," + (100 + random.nextInt(900)) / 1e7 : ",");
        }
        scores.write("\n");
        costs.write("\n");
      }
    }
  }

  /** The same kind of benchmark in the layout of Nine-by: a file of queries, and a row a call. */
  void writeSparseCalls(Path folder, int queries) throws IOException {
    Files.createDirectories(folder);
    try (Writer texts = Files.newBufferedWriter(folder.resolve("queries.jsonl"));
        Writer calls = Files.newBufferedWriter(folder.resolve("outcomes.jsonl"))) {
      for (int query = 0; query < queries; query++) {
        String id = "{\"query_id\": \"q" + query + "\", ";
        texts.write(id + "\"dataset\": \"dataset-" + query % 57 + "\", \"split\": \"train\", ");
        texts.write("\"prompt\": \"" + text(PROMPT_CHARACTERS) + "\"}\n");
        int first = random.nextInt(TABLE_MODELS);
        for (int call = 0; call < TABLE_MODELS / 3; call++) {
          int model = (first + call) % TABLE_MODELS;
          int read = 100 + random.nextInt(200);
          int written = 50 + random.nextInt(400);
          calls.write(id + "\"model\": \"model-" + model + "\", \"label\": " + random.nextInt(2));
          calls.write(", \"cost\": " + (read + 3 * written) / 1e7 + ", \"prompt_tokens\": " + read);
          calls.write(", \"completion_tokens\": " + written + ", \"provider\": \"provider-");
          calls.write(random.nextInt(5) + "\", \"success\": true}\n");
        }
      }
    }
  }

  /** About so many characters of JSON text: a part of the long text, from a random place on. */
  private String text(int characters) {
    int length = characters / 2 + random.nextInt(characters);
    int from = words.indexOf(' ', random.nextInt(words.length() - 2 * characters)) + 1;
    return words.substring(from, words.indexOf(' ', from + length));
  }

  /** A long text of words, with the escapes of JSON and the signs beyond ASCII that texts have. */
  private String words() {
    StringBuilder text = new StringBuilder();
    while (text.length() < 1 << 20) {
      int letters = 2 + random.nextInt(8);
      for (int i = 0; i < letters; i++) {
        text.append((char) ('a' + random.nextInt(26)));
      }
      int sign = random.nextInt(40);
      text.append(sign == 0 ? ".\\n" : sign == 1 ? ", \\\"" : sign == 2 ? "é " : " ");
    }
    return text.toString();
  }
}
