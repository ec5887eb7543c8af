package org.routerlab.datasets.formats;

import java.nio.file.Path;
import org.routerlab.datasets.Benchmark;

/**
 * Nine-by-30k and Nine-by-300k: nine models on 57 data sets, a row a query and model.
 *
 * <p><b>No public files of these benchmarks were found</b>, and their paper publishes no layout;
 * this one is RouterLab's own, of what the paper says is recorded for a call: {@code {query_id,
 * dataset, split, prompt, model, label, cost, prompt_tokens, completion_tokens, provider,
 * success}}, as JSON lines, CSV with a header or Parquet. {@code docs/datasets.md} tells which may
 * be missing. Other columns, such as answers, are not read, nor is {@code provider}: costs are
 * already by its rates.
 *
 * <p>{@code queries.jsonl}, {@code .csv} or {@code .parquet} may hold the first four columns, a row
 * a query; the rows of outcomes then need not repeat them, and must agree with it where they do.
 * All other files of these endings hold outcomes and are read by their names.
 *
 * <p>Not observed, and so never 0, are: a row that is missing, which is how Nine-by-300k is sparse;
 * a call that failed ({@code success} false), of which nothing counts and which another row may
 * repeat; and a row without a label. The provenance counts the failed calls. Labels are 0 or 1,
 * costs US dollars. Splits are train, validation (or {@code val}) and test, all three published:
 * 23,027 (30k) or 302,371 (300k), 3,000 and 5,000 queries, of which a folder need not have all.
 *
 * <p>Contents: appendix D of The Routing Plateau.
 */
public record NineBy() implements Format {

  @Override
  public String name() {
    return "nine-by";
  }

  @Override
  public String files() {
    return "*.jsonl, *.csv or *.parquet: {query_id, dataset, split, prompt, model, label, …};"
        + " queries.* where prompts are not repeated";
  }

  @Override
  public String documentation() {
    return "docs/datasets.md";
  }

  @Override
  public Benchmark read(Path source) {
    return new NineByReader(source).read();
  }
}
