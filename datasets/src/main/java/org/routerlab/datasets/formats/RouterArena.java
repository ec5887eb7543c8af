package org.routerlab.datasets.formats;

import java.nio.file.Path;
import java.util.Objects;
import org.routerlab.datasets.Benchmark;

/**
 * RouterArena: a file of JSON lines a model, {@code {global_index, question, llm_selected, success,
 * token_usage, evaluation_result}}, named after the model.
 *
 * <p>A query is known by its {@code global_index}, {@code LABEL_NUMBER}; the label, which may hold
 * further {@code _}, is the dataset, and what is before its first {@code _} the tag {@code
 * category}, by which the authors group. The files need not list the same queries, but the same
 * question where they do. The publication is a test set only.
 *
 * <p>Not observed are: a record without a score; a failed call; and a record whose metric is {@code
 * error}, where the scorer broke down and 0 was written. A negative METEOR, which the files have,
 * counts as 0; the provenance says how many. A recorded cost of 0 for a call with tokens says that
 * the authors' price list lacked the model: the cost is unknown, and the provenance counts these.
 * Totals of tokens are not read, as they exceed input and output for some models.
 *
 * <p>Layout: RouteWorks/RouterArena@4714a9a, {@code cached_results/}, {@code
 * llm_inference/pipeline.py} and {@code llm_evaluation/evaluate_models.py} (writers), {@code
 * model_cost/cost.json}.
 *
 * @param costs where the costs of calls are taken from
 */
public record RouterArena(Costs costs) implements Format {

  /** Where the costs of calls are taken from. */
  public enum Costs {
    /** The {@code inference_cost} of the records. */
    RECORDED,
    /**
     * Tokens, by the price list {@code cost.json} beside the records, which must have the model.
     */
    PRICE_LIST
  }

  /** Requires the choice. */
  public RouterArena {
    Objects.requireNonNull(costs, "costs");
  }

  /** Costs as recorded. */
  public RouterArena() {
    this(Costs.RECORDED);
  }

  @Override
  public String name() {
    return "routerarena";
  }

  @Override
  public String files() {
    return "MODEL.jsonl …; cost.json where costs are computed anew";
  }

  @Override
  public String documentation() {
    return "https://github.com/RouteWorks/RouterArena/tree/4714a9ad73e897a1241e73a86c9297fed2e871d8";
  }

  @Override
  public Benchmark read(Path source) {
    return new RouterArenaReader(this, source).read();
  }
}
