package org.routerlab.datasets.formats;

import java.nio.file.Path;
import java.util.Objects;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.OutOfRangeScores;

/**
 * LLMRouterBench: a tree of JSON files, one for each dataset, part of it, and model, with an array
 * {@code records} of {@code {index, origin_query, prompt, score, cost, prompt_tokens,
 * completion_tokens, …}}.
 *
 * <p>Dataset, part and model are read inside the files, because the folders of the release are not
 * uniform. Of several runs of a model on the same part the newest by the time in the file's name
 * counts, runs that say {@code demo} never do; the provenance counts both. A query is known by
 * dataset, part and {@code index}; all files of a part must list the same ones with the same text,
 * blanks aside. A model without a file for a part was not observed there. A score of null was not
 * observed, and a cost of 0 for an answer with tokens was not recorded; the provenance counts
 * these.
 *
 * <p>The parts ({@code test}, {@code hybrid}, {@code verified} …) are those of the source datasets,
 * so they are in the tag {@code part}. No split for routers is published: the authors draw one by
 * prompts.
 *
 * <p>Layout: ynulihao/LLMRouterBench@0e267fb, {@code data_collector/storage.py} (writer) and {@code
 * baselines/data_loader.py} (reader).
 *
 * @param text what a router sees; the authors' baselines route on {@code PROMPT}
 * @param outOfRange what happens to scores outside [0, 1]; the authors' scorers give none
 */
public record LlmRouterBench(Text text, OutOfRangeScores outOfRange) implements Format {

  /** The provenance entry that counts runs that a newer one replaces. */
  static final String OLDER_RUNS = "older_runs_left_out";

  /** The provenance entry that counts trial runs. */
  static final String DEMO_RUNS = "demo_runs_left_out";

  /** The provenance entry that counts costs of 0 for answers that have tokens. */
  static final String UNRECORDED_COSTS = "unrecorded_costs";

  /** Which text of a record is the query's. */
  public enum Text {
    /** The question with the instructions, as the models got it. */
    PROMPT("prompt"),
    /** The question alone. */
    ORIGIN_QUERY("origin_query");

    private final String field;

    Text(String field) {
      this.field = field;
    }

    String field() {
      return field;
    }
  }

  /** Requires both choices. */
  public LlmRouterBench {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(outOfRange, "outOfRange");
  }

  /** What a router sees is the prompt; a score outside [0, 1] is an error. */
  public LlmRouterBench() {
    this(Text.PROMPT, OutOfRangeScores.REJECT);
  }

  @Override
  public String name() {
    return "llmrouterbench";
  }

  @Override
  public String files() {
    return "results/bench/DATASET/SPLIT/MODEL/*.json: objects with an array records";
  }

  @Override
  public String documentation() {
    return "https://github.com/ynulihao/LLMRouterBench/tree/0e267fb1a3c469d33f1b738b50975680f14fae30";
  }

  @Override
  public Benchmark read(Path source) {
    return new LlmRouterBenchTree(this, source).read();
  }
}
