package org.routerlab.datasets.transform;

import java.util.TreeMap;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.datasets.Benchmark;

/**
 * Turns scores into 1 from a threshold on, and into 0 below it; what was not observed stays so.
 *
 * @param threshold in [0, 1]
 */
public record Binarise(double threshold) implements Transform {

  /** Rejects a threshold out of range. */
  public Binarise {
    Require.between("threshold", threshold, 0, 1);
  }

  @Override
  public String name() {
    return "binarise(" + threshold + ")";
  }

  @Override
  public Transformed apply(Benchmark benchmark, TextEmbeddings embeddings) {
    OutcomeTable before = benchmark.outcomes();
    float least = (float) threshold;
    float[] scores = before.scores().toArray();
    int changed = 0;
    for (int i = 0; i < scores.length; i++) {
      if (!Float.isNaN(scores[i])) {
        float label = scores[i] >= least ? 1 : 0;
        changed += label == scores[i] ? 0 : 1;
        scores[i] = label;
      }
    }
    FloatMatrix labels = FloatMatrix.wrap(before.size(), before.pool().size(), scores);
    OutcomeTable after = Tables.mapped(before.pool(), before, old -> labels, costs -> costs);
    TreeMap<String, Double> counts = new TreeMap<>();
    counts.put("scores changed", (double) changed);
    Benchmark made = Tables.with(benchmark, benchmark.queries(), after);
    String sizes = Transformed.sizes(benchmark, made);
    return new Transformed(made, name() + ": " + changed + " scores changed; " + sizes, counts);
  }
}
