package org.routerlab.datasets.formats;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.routerlab.datasets.Benchmark;

/**
 * LLMRouter: queries as JSON lines, outcomes either in RouterDC's layout or as JSON lines of a
 * query and a model each, and a price list.
 *
 * <p><b>RouterDC's layout</b>: arrays of {@code {question, scores {model: score}, cluster_id}}, to
 * which the task is joined by the text of the question from the queries of the same split; of
 * queries with the same text, the last one counts. A query is known by split and position in the
 * array, from 0. Models are in alphabetical order, as their order differs from record to record.
 * There are no tokens; the cost of a call is the mean of its model's two prices.
 *
 * <p><b>Routing files</b>: {@code {task_name, query, ground_truth, metric, model_name, performance,
 * input_tokens, output_tokens, embedding_id}}, a line a query and model. {@code ground_truth} may
 * be called {@code gt}, the tokens {@code prompt_tokens} and {@code completion_tokens}. A query is
 * what agrees in the first four, and known by split and {@code embedding_id}, or position among the
 * queries where there is none. The authors cut the splits by lines, so that a query may be in both
 * with some of the models each. A failed call stands there with 0 tokens and a performance of 0,
 * and counts as that. The cost is tokens × price.
 *
 * <p>Files may lie in one folder, or where the repository has them below {@code data}. Published
 * splits are train and test; either may be missing. The tag {@code metric} says how was scored,
 * {@code task_id} is the publisher's, {@code cluster} RouterDC's.
 *
 * <p>Layout: ulab-uiuc/LLMRouter@4e7a796, {@code data/}, {@code
 * llmrouter/utils/data_processing.py}; field names of the routing files: its {@code
 * llmrouter/data/README.md} at 322c2cf.
 *
 * @param outcomes which files tell the outcomes
 */
public record LlmRouter(Outcomes outcomes) implements Format {

  /** Which files tell the outcomes. */
  public enum Outcomes {
    /** The routing files where there is one, otherwise RouterDC's layout. */
    ANY,
    /** The routing files. */
    ROUTING,
    /** RouterDC's layout. */
    ROUTER_DC
  }

  /** Requires the choice. */
  public LlmRouter {
    Objects.requireNonNull(outcomes, "outcomes");
  }

  /** The routing files where there is one. */
  public LlmRouter() {
    this(Outcomes.ANY);
  }

  @Override
  public String name() {
    return "llmrouter";
  }

  @Override
  public String files() {
    return "default_llm.json, and default_routing_SPLIT_data.jsonl, or default_query_SPLIT.jsonl with"
        + " dcrouter_SPLIT.json";
  }

  @Override
  public String documentation() {
    return "https://github.com/ulab-uiuc/LLMRouter/tree/4e7a796942ce26e9d5f2b93191c7c2585c99c2e3";
  }

  @Override
  public Benchmark read(Path source) {
    LlmRouterFiles files = new LlmRouterFiles(source);
    boolean routing =
        outcomes == Outcomes.ROUTING || outcomes == Outcomes.ANY && files.hasRouting();
    return routing ? LlmRouterRouting.read(this, files) : LlmRouterScores.read(this, files);
  }

  /** What is known of a benchmark that was read from these outcomes, with these prices as JSON. */
  Map<String, String> provenance(Outcomes read, String prices) {
    return Map.of(
        "format", name(), "licence", "MIT", "outcomes", read.name(), Benchmark.PRICES, prices);
  }
}
