package org.routerlab.datasets.formats;

import java.nio.file.Path;
import org.routerlab.datasets.Benchmark;

/**
 * RouteLLM: two models on MMLU (a CSV a subject), GSM8K (one CSV) and MT-Bench (JSON lines).
 *
 * <p>The CSV files have a column {@code prompt} and one a model with {@code True} or {@code False};
 * GSM8K has the answers, too, in columns {@code MODEL_response}, whose length in characters (code
 * points) is the cost, for want of another. MMLU's subject is in the name of the file. Prompts
 * repeat, so a query is known by file and position, from 0: {@code mmlu-anatomy-7}, {@code
 * gsm8k-12}; in MT-Bench by its {@code question_id}: {@code mtbench-81}. Any of the three folders
 * may be missing; all CSV files must have the same models.
 *
 * <p>MT-Bench's prompt is its turns with a blank line between them, and its score a tenth of the
 * mean of a judge's ratings, which are between 1 and 10; a rating of -1 says that the judge gave
 * none. A model that is judged on a question must be judged on each of its turns once.
 *
 * <p>The publication is a test set only. The tag {@code category} is the subject, {@code gsm8k}, or
 * MT-Bench's category; the tag {@code contaminated} says whether the prompt (in MT-Bench: one of
 * its turns) is listed in the folder's {@code contaminated_prompts.jsonl}, compared as text:
 * positions in that file count by an order that is not the files'.
 *
 * <p>Layout: lm-sys/RouteLLM@0b64fda, {@code routellm/evals/}, read by {@code benchmarks.py}.
 *
 * @param dropContaminated whether contaminated prompts are left out, as the authors do
 */
public record RouteLlm(boolean dropContaminated) implements Format {

  /** Contaminated prompts are kept, and marked. */
  public RouteLlm() {
    this(false);
  }

  @Override
  public String name() {
    return "routellm";
  }

  @Override
  public String files() {
    return "mmlu/responses/mmlu_SUBJECT.csv, gsm8k/gsm8k_responses.csv, mt_bench/question.jsonl and"
        + " judgements.jsonl; contaminated_prompts.jsonl in each folder";
  }

  @Override
  public String documentation() {
    return "https://github.com/lm-sys/RouteLLM/tree/0b64fdafe049e596a3f5657c219329f24af24198";
  }

  @Override
  public Benchmark read(Path source) {
    return new RouteLlmReader(this, source).read();
  }
}
