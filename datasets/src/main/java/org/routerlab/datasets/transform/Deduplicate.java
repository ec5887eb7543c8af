package org.routerlab.datasets.transform;

import java.util.BitSet;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.routerlab.core.OutcomeTable;
import org.routerlab.datasets.Benchmark;

/**
 * Leaves one query of every group of {@linkplain NearDuplicates near-duplicates}, the first.
 *
 * @param threshold the least cosine of a pair, in (0, 1]
 * @param action what becomes of the outcomes of the others
 * @param within the queries that are compared and removed; all others stay
 */
public record Deduplicate(double threshold, Action action, Scope within) implements Transform {

  /** What becomes of the outcomes of the removed queries. */
  public enum Action {
    /** They go too. */
    KEEP_FIRST,
    /**
     * The first query gets each model's mean over the observed scores, and over the known costs, of
     * the group.
     */
    MERGE
  }

  /** Among all queries. */
  public Deduplicate(double threshold, Action action) {
    this(threshold, action, Scope.all());
  }

  /** The threshold and the action of the source: keep the first at 0.999. */
  public static Deduplicate standard() {
    return new Deduplicate(NearDuplicates.THRESHOLD, Action.KEEP_FIRST);
  }

  @Override
  public String name() {
    String how = action == Action.MERGE ? "merge" : "keep-first";
    String where = within instanceof Scope.All ? "" : ", within " + within.name();
    return "deduplicate(" + threshold + ", " + how + where + ")";
  }

  @Override
  public Transformed apply(Benchmark benchmark, TextEmbeddings embeddings) {
    NearDuplicates found =
        NearDuplicates.among(within.rows(benchmark), embeddings.of(benchmark.texts()), threshold);
    OutcomeTable outcomes = benchmark.outcomes();
    if (action == Action.MERGE) {
      outcomes =
          Tables.mapped(
              outcomes.pool(),
              outcomes,
              scores -> GroupMeans.inFirstRows(scores, found.groups()),
              costs -> GroupMeans.inFirstRows(costs, found.groups()));
    }
    BitSet removed = new BitSet();
    for (DuplicateGroup group : found.groups()) {
      group.rows().subList(1, group.size()).forEach(removed::set);
    }
    int[] rows = IntStream.range(0, outcomes.size()).filter(row -> !removed.get(row)).toArray();
    Benchmark all = Tables.with(benchmark, benchmark.queries(), outcomes);
    Benchmark kept = rows.length == outcomes.size() ? all : Tables.ofRows(all, rows);
    int equal = found.ofEqualTexts(benchmark.texts());
    LabelDisagreement disagreement = found.disagreement(benchmark.outcomes());
    TreeMap<String, Double> counts = new TreeMap<>();
    counts.put("groups", (double) found.groups().size());
    counts.put("queries in groups", (double) found.covered());
    counts.put("queries removed", (double) removed.cardinality());
    counts.put("largest group", (double) found.maxSize());
    counts.put("groups of equal texts", (double) equal);
    counts.put("groups disagreeing", (double) disagreement.disagreeing());
    String description =
        ("%s: %d groups of %d queries, the largest of %d;"
                + " %d of equal texts, %d with contradicting labels; %s")
            .formatted(
                name(),
                found.groups().size(),
                found.covered(),
                found.maxSize(),
                equal,
                disagreement.disagreeing(),
                Transformed.sizes(benchmark, kept));
    return new Transformed(kept, description, counts);
  }
}
