package org.routerlab.datasets.transform;

import java.util.Map;
import org.routerlab.datasets.Benchmark;

/** A score of every task of a benchmark, such as how much its specialists gain. */
@FunctionalInterface
public interface TaskScores {

  /** The score of every dataset, by its name; NaN or absent where there is none. */
  Map<String, Double> of(Benchmark benchmark);
}
