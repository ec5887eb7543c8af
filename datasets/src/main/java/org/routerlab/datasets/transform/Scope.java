package org.routerlab.datasets.transform;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.routerlab.core.Query;
import org.routerlab.core.Split;
import org.routerlab.datasets.Benchmark;

/**
 * Which queries a step looks at, or draws among: kept by id or tag, so that it outlives steps that
 * remove rows.
 *
 * <p>A step that judges models by their outcomes should see training queries alone; {@link All}
 * sees test queries too, which is hindsight.
 */
public sealed interface Scope {

  /** Its name in descriptions. */
  String name();

  /** Whether a query is in it. */
  boolean contains(Query query);

  /** The rows of its queries, ascending. */
  default int[] rows(Benchmark benchmark) {
    List<Query> queries = benchmark.queries();
    return IntStream.range(0, queries.size()).filter(row -> contains(queries.get(row))).toArray();
  }

  /** Every query, test queries among them. */
  record All() implements Scope {

    @Override
    public String name() {
      return "all queries";
    }

    @Override
    public boolean contains(Query query) {
      return true;
    }
  }

  /** The queries whose tag has a value, such as {@code split} and {@code train}. */
  record Tagged(String tag, String value) implements Scope {

    /** Rejects nulls. */
    public Tagged {
      Objects.requireNonNull(tag, "tag");
      Objects.requireNonNull(value, "value");
    }

    @Override
    public String name() {
      return tag + " " + value;
    }

    @Override
    public boolean contains(Query query) {
      return value.equals(query.tags().get(tag));
    }
  }

  /** The queries of given ids; ids that a benchmark lacks are no harm. */
  record Ids(String name, SortedSet<String> ids) implements Scope {

    /** Copies the ids. */
    public Ids {
      Objects.requireNonNull(name, "name");
      ids = Collections.unmodifiableSortedSet(new TreeSet<>(ids));
    }

    @Override
    public boolean contains(Query query) {
      return ids.contains(query.id());
    }
  }

  /** Every query, test queries among them. */
  static Scope all() {
    return new All();
  }

  /** The training queries of a split of {@code benchmark}. */
  static Scope train(Benchmark benchmark, Split split) {
    return ids("train", benchmark, split.train());
  }

  /** Train, validation and test of a split of {@code benchmark}, in this order. */
  static List<Scope> parts(Benchmark benchmark, Split split) {
    return List.of(
        train(benchmark, split),
        ids("validation", benchmark, split.validation()),
        ids("test", benchmark, split.test()));
  }

  /** The queries on given rows. */
  static Scope ids(String name, Benchmark benchmark, int[] rows) {
    SortedSet<String> ids = new TreeSet<>();
    for (int row : rows) {
      ids.add(benchmark.queries().get(row).id());
    }
    return new Ids(name, ids);
  }

  /** The queries that {@code test} accepts, by their ids. */
  static Scope ids(String name, Benchmark benchmark, Predicate<Query> test) {
    SortedSet<String> ids = new TreeSet<>();
    benchmark.queries().stream().filter(test).map(Query::id).forEach(ids::add);
    return new Ids(name, ids);
  }
}
