package org.routerlab.datasets.formats;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.routerlab.core.Query;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.Fractions;
import org.routerlab.datasets.Price;
import org.routerlab.datasets.SplitProtocol;
import org.routerlab.datasets.files.Row;
import org.routerlab.datasets.files.Scan;
import org.routerlab.datasets.files.SourceFile;

/**
 * R2-Bench of R2-Router: CSV files {@code data/ORG/MODEL/BUDGET_judge.csv}, a file for each model
 * and budget of output tokens, of {@code {key, original_prompt, actual_token_count,
 * correctness_score, …}}.
 *
 * <p>The pool is of pairs {@code ORG/MODEL@BUDGET}, by model and growing budget, or of the models
 * at one budget, {@code ORG/MODEL}. Some pairs were never published; the provenance names them.
 * Queries are those of all files together, known by {@code key}; a blank score or count is unknown.
 * Some files lack the line breaks of the prompts: their texts must be the same but for blanks, and
 * the one with most lines is kept. Tasks and splits are not published, so the dataset is {@code
 * all}; the queries are those of SPROUT's train split. The costs are output tokens × the authors'
 * prices, as input tokens were not recorded; the other columns, answers among them, are not read.
 *
 * <p>Layout: JiaqiXue/R2-Bench at 1b62346. Prices: UCF-ML-Research/R2-Router@b0b2291, {@code
 * ood_evaluation/run_ood.py}, and for models that it lacks {@code r2_router/config.json}.
 *
 * @param budget a budget such as {@code 100}, or {@code all} for every pair
 */
public record R2Bench(String budget) implements Format {

  private static final String ALL = "all";
  private static final String KEY = "key";
  private static final String PROMPT = "original_prompt";
  private static final String TOKENS = "actual_token_count";
  private static final String SCORE = "correctness_score";

  /** US dollars per million output tokens; the last three are of config.json. */
  private static final AuthorsPrices PRICES =
      new AuthorsPrices(
          Map.ofEntries(
              output("GLM-4.5-Air", 0.85),
              output("GLM-4.6", 1.75),
              output("gemma-3-4b-it", 0.06815),
              output("Llama-3.1-70B-Instruct", 0.40),
              output("Llama-3.2-3B-Instruct", 0.02),
              output("Qwen2.5-Math-1.5B-Instruct", 0.09),
              output("Qwen2.5-Math-7B-Instruct", 0.35),
              output("Qwen3-0.6B", 0.0173),
              output("Qwen3-235B-A22B-Instruct-2507", 0.55),
              output("Qwen3-Next-80B-A3B-Instruct", 0.6),
              output("Mistral-7B-Instruct-v0.2", 0.19),
              output("gemma-3-1b-it", 0.04),
              output("gemma-3-270m-it", 0.02)));

  /** Requires a budget. */
  public R2Bench {
    Objects.requireNonNull(budget, "budget");
    if (!budget.matches(ALL + "|" + R2BenchFile.BUDGET)) {
      throw new IllegalArgumentException(
          "budget must be 'all', 'unlimited' or a number of tokens but is '" + budget + "'");
    }
  }

  /** Every pair of a model and a budget. */
  public R2Bench() {
    this(ALL);
  }

  private static final SplitProtocol PROTOCOL =
      new SplitProtocol(new Fractions(0.6, 0.1, 0.3), 42, "The Routing Plateau, Table 8");

  @Override
  public String name() {
    return "r2-bench";
  }

  @Override
  public String files() {
    return "data/ORG/MODEL/BUDGET_judge.csv: key, original_prompt, correctness_score …";
  }

  @Override
  public String documentation() {
    return "https://huggingface.co/datasets/JiaqiXue/R2-Bench";
  }

  @Override
  public Benchmark read(Path source) {
    List<R2BenchFile> all = R2BenchFile.all(source);
    List<R2BenchFile> files =
        all.stream().filter(file -> budget.equals(ALL) || file.budget().equals(budget)).toList();
    if (files.isEmpty()) {
      throw new SourceFile(source)
          .bad(
              "",
              "files of the budget " + budget,
              "the budgets " + all.stream().map(R2BenchFile::budget).distinct().toList());
    }
    OutcomeRecorder recorder = new OutcomeRecorder();
    Map<String, String> listed = new TreeMap<>();
    for (R2BenchFile file : files) {
      String model = budget.equals(ALL) ? file.pair() : file.model();
      int column = recorder.model(model);
      listed.put(model, file.shortModel());
      Set<String> keys = new HashSet<>();
      Scan.csv(file.file())
          .requiring(KEY, PROMPT, TOKENS, SCORE)
          .only(List.of(KEY, PROMPT, TOKENS, SCORE))
          .forEach(row -> add(row, keys, file.shortModel(), column, recorder));
    }
    Map<String, String> provenance = new TreeMap<>();
    provenance.put("format", name());
    provenance.put("licence", "MIT");
    provenance.put("budget", budget);
    provenance.putAll(PROTOCOL.entry());
    provenance.put("costs", "of output tokens alone");
    provenance.put("prices_source", "UCF-ML-Research/R2-Router@b0b2291, 2026-04-06");
    PRICES.note(listed, provenance);
    if (budget.equals(ALL)) {
      R2BenchFile.noteUnpublished(files, provenance);
    }
    return recorder.finish(name(), files.get(0).file(), AuthorsPrices.UNIT, provenance);
  }

  private static void add(
      Row row, Set<String> keys, String model, int column, OutcomeRecorder recorder) {
    String key = row.text(KEY);
    if (!keys.add(key)) {
      throw row.bad(KEY, "every key once", SourceFile.quote(key) + " again");
    }
    int query = query(row, key, recorder);
    float tokens = row.amount(TOKENS);
    recorder.score(query, column, row.score(SCORE), row.place());
    recorder.tokens(query, column, Float.NaN, tokens);
    recorder.cost(query, column, PRICES.cost(model, 0, tokens));
  }

  private static int query(Row row, String key, OutcomeRecorder recorder) {
    String prompt = row.text(PROMPT);
    int query = recorder.row(key);
    if (query < 0) {
      return recorder.add(new Query(key, prompt, ALL), row.place());
    }
    String earlier = recorder.query(query).text();
    if (!SameText.butForBlanks(earlier, prompt)) {
      throw row.bad(
          PROMPT,
          "the text that other files have for the key, " + SourceFile.quote(earlier),
          SourceFile.quote(prompt));
    }
    if (prompt.lines().count() > earlier.lines().count()) {
      recorder.reword(query, prompt);
    }
    return query;
  }

  private static Map.Entry<String, Price> output(String model, double price) {
    return Map.entry(model, new Price(0, price));
  }
}
