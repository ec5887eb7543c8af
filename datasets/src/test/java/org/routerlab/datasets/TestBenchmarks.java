package org.routerlab.datasets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

/** Benchmarks made up for tests. */
final class TestBenchmarks {

  private TestBenchmarks() {}

  /** Queries with a score of 0 and 1 for two models, no costs. */
  static Benchmark of(List<Query> queries) {
    float[] scores = new float[queries.size() * 2];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = i % 2;
    }
    return of(queries, 2, scores);
  }

  /** Queries with the given scores and no costs. */
  static Benchmark of(List<Query> queries, int models, float... scores) {
    FloatMatrix matrix = FloatMatrix.wrap(queries.size(), models, scores);
    return Benchmark.of("test", queries, new OutcomeTable(pool(models), matrix), "none", Map.of());
  }

  static ModelPool pool(int models) {
    List<String> names = new ArrayList<>();
    for (int model = 0; model < models; model++) {
      names.add("model-" + model);
    }
    return new ModelPool(names);
  }

  /** Queries of distinct texts in datasets of the given sizes. */
  static List<Query> queries(int... sizes) {
    List<Query> queries = new ArrayList<>();
    for (int dataset = 0; dataset < sizes.length; dataset++) {
      for (int i = 0; i < sizes[dataset]; i++) {
        String id = "d" + dataset + "-" + i;
        queries.add(new Query(id, "text " + id, "d" + dataset));
      }
    }
    return queries;
  }

  /** Scores that are 1 where a model's ability, plus noise, exceeds the query's difficulty. */
  static float[] correlatedScores(int queries, int models, Seed seed) {
    SplittableRandom random = seed.stream("scores");
    float[] scores = new float[queries * models];
    for (int row = 0; row < queries; row++) {
      double difficulty = random.nextDouble();
      for (int model = 0; model < models; model++) {
        scores[row * models + model] = random.nextDouble() * 0.6 + 0.2 > difficulty ? 1 : 0;
      }
    }
    return scores;
  }

  /** The scores with the rows of one column in another order. */
  static float[] withShuffledColumn(float[] scores, int models, int column, Seed seed) {
    List<Float> values = new ArrayList<>();
    for (int i = column; i < scores.length; i += models) {
      values.add(scores[i]);
    }
    Collections.shuffle(values, new Random(seed.derive("shuffle").value()));
    float[] shuffled = scores.clone();
    for (int row = 0; row < values.size(); row++) {
      shuffled[row * models + column] = values.get(row);
    }
    return shuffled;
  }
}
