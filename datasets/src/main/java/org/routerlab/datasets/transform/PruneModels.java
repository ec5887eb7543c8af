package org.routerlab.datasets.transform;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Require;
import org.routerlab.datasets.Benchmark;

/**
 * Keeps the models that {@link GreedyPruning} keeps.
 *
 * @param models how many to keep; a pool of no more is kept whole
 * @param lambda what accuracy counts against similarity, in [0, 1]
 * @param judged the queries that models are judged by
 */
public record PruneModels(int models, double lambda, Scope judged) implements Transform {

  /** Rejects values out of range. */
  public PruneModels {
    Require.positive("models to keep", models);
    Require.between("lambda", lambda, 0, 1);
    Objects.requireNonNull(judged, "judged");
  }

  /** Prunes with {@link GreedyPruning#LAMBDA}. */
  public PruneModels(int models, Scope judged) {
    this(models, GreedyPruning.LAMBDA, judged);
  }

  @Override
  public String name() {
    return "prune-models(" + models + ", lambda " + lambda + ", by " + judged.name() + ")";
  }

  @Override
  public Transformed apply(Benchmark benchmark, TextEmbeddings embeddings) {
    OutcomeTable seen = benchmark.outcomes().selectRows(judged.rows(benchmark));
    GreedyPruning pruning = GreedyPruning.of(seen, models, lambda);
    ModelPool pool = benchmark.outcomes().pool();
    List<String> removed = pruning.steps().stream().map(step -> pool.name(step.removed())).toList();
    Benchmark kept = Tables.ofModels(benchmark, pruning.kept());
    TreeMap<String, Double> counts = new TreeMap<>();
    counts.put("models removed", (double) removed.size());
    counts.put("queries judged by", (double) seen.size());
    String description =
        name() + ": removed " + removed + "; " + Transformed.sizes(benchmark, kept);
    return new Transformed(kept, description, counts);
  }
}
