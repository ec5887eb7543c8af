package org.routerlab.experiments;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.transform.Scope;
import org.routerlab.datasets.transform.TaskScores;
import org.routerlab.eval.wrr.SpecialistScores;

/** The specialist scores of datasets, from training outcomes alone. */
record TrainSpecialistScores(Scope train) implements TaskScores {

  static TrainSpecialistScores in(Scope train) {
    return new TrainSpecialistScores(train);
  }

  @Override
  public Map<String, Double> of(Benchmark benchmark) {
    int[] rows = train.rows(benchmark);
    OutcomeTable outcomes = benchmark.outcomes().selectRows(rows);
    List<Query> queries = Arrays.stream(rows).mapToObj(benchmark.queries()::get).toList();
    return SpecialistScores.of(outcomes, queries, outcomes).byTask();
  }
}
