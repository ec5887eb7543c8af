package org.routerlab.datasets.transform;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.TokenCounts;

/**
 * Puts the queries of another benchmark under those of the first.
 *
 * <p>An id that both have gets the name of the other benchmark before it in its rows. Costs stay
 * where both record them, in one unit; where one records none they are left out.
 *
 * @param other its queries come last
 * @param pools what to do where pools differ
 */
public record Merge(Benchmark other, Pools pools) implements Transform {

  /** What to do where pools differ. */
  public enum Pools {
    /** Reject; the order of the models may differ. */
    SAME,
    /** Take the models of both, in the order of the first; what was not recorded is unobserved. */
    UNION
  }

  /** Rejects nulls. */
  public Merge {
    Objects.requireNonNull(other, "other");
    Objects.requireNonNull(pools, "pools");
  }

  @Override
  public String name() {
    return "merge(" + other.name() + ", " + (pools == Pools.SAME ? "same pool" : "union") + ")";
  }

  @Override
  public Transformed apply(Benchmark benchmark, TextEmbeddings embeddings) {
    OutcomeTable first = benchmark.outcomes();
    OutcomeTable second = other.outcomes();
    ModelPool pool = pool(first.pool(), second.pool());
    boolean costs = first.hasCosts() && second.hasCosts();
    if (costs && !benchmark.costUnit().equals(other.costUnit())) {
      throw new IllegalArgumentException(
          "merged benchmarks must record costs in one unit but do in "
              + benchmark.costUnit()
              + " and "
              + other.costUnit());
    }
    FloatMatrix scores =
        FloatMatrix.concatenate(
            List.of(
                widened(first.scores(), first.pool(), pool),
                widened(second.scores(), second.pool(), pool)));
    FloatMatrix merged =
        costs
            ? FloatMatrix.concatenate(
                List.of(
                    widened(first.costs(), first.pool(), pool),
                    widened(second.costs(), second.pool(), pool)))
            : null;
    Benchmark made =
        new Benchmark(
            benchmark.name(),
            queries(benchmark.queries()),
            new OutcomeTable(pool, scores, merged),
            costs ? benchmark.costUnit() : Benchmark.NO_COSTS,
            benchmark.provenance(),
            tokens(benchmark, pool));
    TreeMap<String, Double> counts = new TreeMap<>();
    counts.put("queries added", (double) second.size());
    counts.put("models added", (double) pool.size() - first.pool().size());
    boolean lost = !costs && (first.hasCosts() || second.hasCosts());
    String description =
        name()
            + ": "
            + (lost ? "costs left out, as one of the two has none; " : "")
            + Transformed.sizes(benchmark, made);
    return new Transformed(made, description, counts);
  }

  private Optional<TokenCounts> tokens(Benchmark benchmark, ModelPool pool) {
    if (benchmark.tokens().isEmpty() || other.tokens().isEmpty()) {
      return Optional.empty();
    }
    ModelPool first = benchmark.outcomes().pool();
    ModelPool second = other.outcomes().pool();
    TokenCounts above = benchmark.tokens().get();
    TokenCounts below = other.tokens().get();
    return Optional.of(
        new TokenCounts(
            FloatMatrix.concatenate(
                List.of(widened(above.input(), first, pool), widened(below.input(), second, pool))),
            FloatMatrix.concatenate(
                List.of(
                    widened(above.output(), first, pool), widened(below.output(), second, pool)))));
  }

  private ModelPool pool(ModelPool first, ModelPool second) {
    Set<String> names = new LinkedHashSet<>(first.names());
    names.addAll(second.names());
    if (pools == Pools.SAME && (names.size() != first.size() || names.size() != second.size())) {
      throw new IllegalArgumentException(
          "merged benchmarks must have the same models but have "
              + first.names()
              + " and "
              + second.names()
              + "; merge with UNION");
    }
    return new ModelPool(List.copyOf(names));
  }

  private List<Query> queries(List<Query> first) {
    Set<String> ids = first.stream().map(Query::id).collect(Collectors.toSet());
    List<Query> all = new ArrayList<>(first);
    for (Query query : other.queries()) {
      String id = ids.contains(query.id()) ? other.name() + "/" + query.id() : query.id();
      all.add(new Query(id, query.text(), query.dataset(), query.tags()));
    }
    return all;
  }

  private static FloatMatrix widened(FloatMatrix matrix, ModelPool own, ModelPool pool) {
    float[] values = new float[Math.multiplyExact(matrix.rows(), pool.size())];
    int next = 0;
    for (int row = 0; row < matrix.rows(); row++) {
      for (String name : pool.names()) {
        int column = own.names().indexOf(name);
        values[next++] = column < 0 ? Float.NaN : matrix.get(row, column);
      }
    }
    return FloatMatrix.wrap(matrix.rows(), pool.size(), values);
  }
}
