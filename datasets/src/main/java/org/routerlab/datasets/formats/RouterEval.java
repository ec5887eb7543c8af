package org.routerlab.datasets.formats;

import java.nio.file.Path;
import org.routerlab.core.BadDataException;
import org.routerlab.datasets.Benchmark;

/**
 * RouterEval: one benchmark, pool size and group of candidates, as text that was converted from the
 * authors' pickles.
 *
 * <p>RouterEval publishes its tables as Python pickles ({@code mmlu_router_dataset.pkl} …), which
 * run code where they are read, so RouterLab does not read them; {@code docs/datasets.md} has the
 * program that converts them. A folder then holds, by names of the authors:
 *
 * <ul>
 *   <li>{@code models.txt}: the candidates, a name a line;
 *   <li>{@code train_score.csv}, {@code val_score.csv}, {@code test_score.csv}: numbers in [0, 1]
 *       without a header, a line a query and a column a candidate; an empty cell was not observed;
 *   <li>{@code train_prompt.jsonl} …: {@code {prompt}}, a line a query in the same order;
 *   <li>{@code split_index.json}, optional: {@code {train_indices, val_indices, test_indices}}, the
 *       number of each query in the benchmark;
 *   <li>{@code routereval.json}, optional: {@code {benchmark, difficulty, size, group}}, which are
 *       in the pickle's name and keys.
 * </ul>
 *
 * <p>A split may be missing, but not one of its two files. The dataset is the benchmark, {@code
 * all} where no file names it. A query is known by benchmark, split and number, which is the
 * position in the split, from 0, where there are no numbers. Embeddings and TruthfulQA's {@code
 * train_label} are not read. There are neither costs nor tokens. Candidates were selected by their
 * accuracy on all queries, those of the test split too, so a pool is no random sample.
 *
 * <p>Layout: MilkThink-Lab/RouterEval@2edf54d, {@code get_router_dataset.py} (writer), {@code
 * test_router.py} (reader), {@code quick_start.ipynb}.
 */
public record RouterEval() implements Format {

  @Override
  public String name() {
    return "routereval";
  }

  @Override
  public String files() {
    return "models.txt, SPLIT_score.csv, SPLIT_prompt.jsonl of train, val and test; split_index.json";
  }

  @Override
  public String documentation() {
    return "https://github.com/MilkThink-Lab/RouterEval, converted as docs/datasets.md tells";
  }

  @Override
  public Benchmark read(Path source) {
    if (source.toString().endsWith(".pkl")) {
      throw pickle(source);
    }
    return new RouterEvalReader(source).read();
  }

  /** The error that there is a pickle instead of text. */
  static BadDataException pickle(Path file) {
    return new BadDataException(
        file.toString(),
        "",
        "text converted from a pickle by the program in docs/datasets.md, section RouterEval",
        "the pickle, which could run code where it is read");
  }
}
