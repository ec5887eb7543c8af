package org.routerlab.datasets.formats;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.Fractions;
import org.routerlab.datasets.SplitProtocol;

/**
 * RouterBench: tables (CSV or Parquet) with a row a query, {@code sample_id, prompt, eval_name},
 * and for each model {@code m} its score, {@code m}, its answer, {@code m|model_response}, and its
 * cost in USD, {@code m|total_cost}.
 *
 * <p>It is published as pickles of pandas, which are programs; they must be exported first, and a
 * message says how. A model is what has a {@code |total_cost}; answers are never read. A prompt is
 * Python's print of a list of strings, its turns, which are joined with a blank line; of turns that
 * follow an equal one, the first counts, as the log of a model repeats some. A prompt that does not
 * begin as such a list is taken as it is. The dataset is {@code eval_name}; {@code cluster_id},
 * where there is one, becomes the tag {@code cluster}.
 *
 * <p><b>Rows of one query</b>: where the log of a model repeats the prompt, the publisher's table
 * has two rows of the same {@code sample_id}, one with that model's score, and with costs of the
 * repeated prompt, one with the others' scores. Rows of the same text and dataset of which no model
 * has two scores are merged, also over two files, and belong to the part of the row with most
 * scores; the provenance says how many, {@code merged_rows}. Of others within a file the first
 * counts, as for the authors; the provenance says how many did not, {@code repeated_rows}. A blank
 * score was not observed; the cost beside it is of no answer, and not read.
 *
 * <p>There is no published split; without one, the provenance names the Routing Plateau's. RouterDC
 * publishes slices in files {@code TASK_train} and {@code TASK_test}, whose split counts.
 *
 * <p>Layout: withmartian/routerbench@cc67d10, {@code evaluate_routers.py} (reader) and {@code
 * convertors/common.py} (writer); shuhao02/RouterDC@0e63989, {@code datasets/routerbench_zs}.
 *
 * @param shots 0 or 5: worked examples in the prompts, which decides where a folder has files of
 *     both, {@code *0shot*} and {@code *5shot*}; some evals have examples in either
 */
public record RouterBench(int shots) implements Format {

  private static final SplitProtocol PLATEAU =
      new SplitProtocol(new Fractions(0.6, 0.1, 0.3), 42, "The Routing Plateau, Table 8");

  /** Requires 0 or 5. */
  public RouterBench {
    if (shots != 0 && shots != 5) {
      throw new IllegalArgumentException("shots must be 0 or 5 but is " + shots);
    }
  }

  /** No worked examples. */
  public RouterBench() {
    this(0);
  }

  @Override
  public String name() {
    return "routerbench";
  }

  @Override
  public String files() {
    return "*.csv or *.parquet with sample_id, prompt, eval_name, MODEL …, MODEL|total_cost …";
  }

  @Override
  public String documentation() {
    return "https://huggingface.co/datasets/withmartian/routerbench";
  }

  @Override
  public Benchmark read(Path source) {
    RouterBenchFiles files = RouterBenchFiles.of(source, shots);
    Map<String, String> provenance = new TreeMap<>();
    provenance.put("format", name());
    provenance.put("licence", "none declared");
    files.note(provenance);
    if (!files.haveSplit()) {
      provenance.putAll(PLATEAU.entry());
    }
    RouterBenchQueries queries = new RouterBenchReader(files).read();
    queries.note(provenance);
    return queries.record().finish(name(), files.first(), Benchmark.USD, provenance);
  }
}
