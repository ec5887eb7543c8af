package org.routerlab.datasets;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.Require;

/**
 * Queries with recorded outcomes, as published.
 *
 * @param name such as {@code llmrouter}
 * @param queries one a row; a published split is in the tag {@code split}
 * @param outcomes the same rows
 * @param costUnit what a cost of 1 is, such as {@code USD} or {@code output characters}; {@code
 *     none} where the benchmark records no costs
 * @param provenance source, commit, licence, caveats …; by name
 * @param tokens of the calls, where they were recorded; results do not depend on them, but costs by
 *     another price list are computed from them
 */
public record Benchmark(
    String name,
    List<Query> queries,
    OutcomeTable outcomes,
    String costUnit,
    SortedMap<String, String> provenance,
    Optional<TokenCounts> tokens) {

  /** The tag that holds a published split: {@code train}, {@code validation} or {@code test}. */
  public static final String SPLIT_TAG = "split";

  /** The cost unit of a benchmark that records no costs. */
  public static final String NO_COSTS = "none";

  /** The cost unit of costs that were computed from tokens and prices. */
  public static final String TOKEN_COSTS = "USD (tokens × list price)";

  /** The provenance entry with the prices that costs were computed by, as JSON. */
  public static final String PRICES = "prices_usd_per_1m";

  /** Rejects outcomes of another number of queries. */
  public Benchmark {
    Objects.requireNonNull(name, "name");
    queries = List.copyOf(queries);
    Require.equal("outcome rows", outcomes.size(), "queries", queries.size());
    Objects.requireNonNull(costUnit, "costUnit");
    provenance = Collections.unmodifiableSortedMap(new TreeMap<>(provenance));
    tokens.ifPresent(counts -> counts.requireShapeOf(outcomes));
  }

  /** A benchmark without recorded tokens. */
  public Benchmark(
      String name,
      List<Query> queries,
      OutcomeTable outcomes,
      String costUnit,
      SortedMap<String, String> provenance) {
    this(name, queries, outcomes, costUnit, provenance, Optional.empty());
  }

  /** A benchmark with the given provenance in any order. */
  public static Benchmark of(
      String name,
      List<Query> queries,
      OutcomeTable outcomes,
      String costUnit,
      Map<String, String> provenance) {
    return new Benchmark(name, queries, outcomes, costUnit, new TreeMap<>(provenance));
  }

  /** The texts of all queries, a row each. */
  public List<String> texts() {
    return queries.stream().map(Query::text).toList();
  }

  /**
   * The same benchmark with the value of a tag as the dataset of every query, for tables whose
   * dataset is one and the same, such as MMLU-Pro with {@code category}.
   *
   * @throws IllegalArgumentException where a query lacks the tag
   */
  public Benchmark groupedBy(String tag) {
    List<Query> grouped = queries.stream().map(query -> grouped(query, tag)).toList();
    return new Benchmark(name, grouped, outcomes, costUnit, provenance, tokens);
  }

  /** The same benchmark under another name. */
  public Benchmark named(String other) {
    return new Benchmark(other, queries, outcomes, costUnit, provenance, tokens);
  }

  /** The benchmark of the given rows, in that order; outcomes and tokens are views. */
  public Benchmark selectRows(int[] rows) {
    return new Benchmark(
        name,
        Arrays.stream(rows).mapToObj(queries::get).toList(),
        outcomes.selectRows(rows),
        costUnit,
        provenance,
        tokens.map(counts -> counts.selectRows(rows)));
  }

  private static Query grouped(Query query, String tag) {
    if (!query.tags().containsKey(tag)) {
      throw new IllegalArgumentException(
          "every query must have the tag '"
              + tag
              + "' but '"
              + query.id()
              + "' has "
              + query.tags().keySet());
    }
    return new Query(query.id(), query.text(), query.tags().get(tag), query.tags());
  }

  /**
   * The SHA-256, in hexadecimal, of everything that can influence a result: ids, texts, datasets
   * and tags of the queries, names of the models, bits of the scores and costs, in their order.
   * Name, cost unit, provenance and tokens do not count. Computed at each call; the same on every
   * machine.
   */
  public String fingerprint() {
    return Fingerprint.of(queries, outcomes);
  }
}
