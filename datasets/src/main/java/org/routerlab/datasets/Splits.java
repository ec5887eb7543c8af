package org.routerlab.datasets;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.routerlab.core.Query;
import org.routerlab.core.Require;
import org.routerlab.core.Seed;
import org.routerlab.core.Split;
import org.routerlab.datasets.Parts.Part;

/**
 * The ways to divide a benchmark into train, validation and test.
 *
 * <p>Queries of equal text (white space aside) never straddle two parts. The same benchmark and
 * seed give the same split, whatever the order of the rows.
 */
public final class Splits {

  private static final String CATEGORY_TAG = "category";

  private Splits() {}

  /**
   * A random split, stratified by dataset: within each, every part is within one text of its share.
   *
   * @throws IllegalArgumentException where train or test would be empty
   */
  public static Split random(Benchmark benchmark, Fractions fractions, Seed seed) {
    Parts parts = new Parts(benchmark.queries().size());
    parts.deal(TextGroup.of(benchmark.queries()), fractions, seed);
    return parts.toSplit("random-" + fractions + "-seed" + seed.value());
  }

  /**
   * The published split, as the tag {@value Benchmark#SPLIT_TAG} has it.
   *
   * <p>Where a text is in several published parts, its queries stay in the last of train,
   * validation and test, and are dropped from the others; the split's name ends with how many were.
   * Where no query is published as validation, that part is drawn from train.
   *
   * @param validation the share of train to draw, in [0, 1), stratified by dataset; unused where
   *     the benchmark publishes a validation part
   * @throws IllegalArgumentException where a query has no such tag or another value, or no query is
   *     published as train or as test
   */
  public static Split given(Benchmark benchmark, double validation, Seed seed) {
    Fractions ofTrain = new Fractions(1 - validation, validation, 0);
    List<Query> queries = benchmark.queries();
    Parts parts = new Parts(queries.size());
    List<TextGroup> groups = TextGroup.of(queries);
    groups.forEach(group -> keepLastPart(group, queries, parts));
    boolean draw = validation > 0 && parts.rows(Part.VALIDATION).length == 0;
    if (draw) {
      List<TextGroup> train =
          groups.stream().filter(group -> lastPart(group, queries) == Part.TRAIN).toList();
      parts.deal(train, ofTrain, seed);
    }
    int dropped = parts.rows(Part.NONE).length;
    return parts.toSplit(
        "given"
            + (draw ? "-validation" + Fractions.shown(validation) + "-seed" + seed.value() : "")
            + (dropped > 0 ? "-dropped" + dropped : ""));
  }

  /**
   * Hold-out of whole datasets or categories, for out-of-distribution tests: their queries are in
   * test only, the others are split at random as by {@link #random}.
   *
   * <p>A query of the same text as a held-out one is in test too.
   *
   * @param names values of {@link Query#dataset()} or of the tag {@code category}
   * @param fractions of the others; a test fraction of 0 leaves the held-out queries alone in test
   * @throws IllegalArgumentException where a name is unknown, or no query is left to train on
   */
  public static Split holdOut(
      Benchmark benchmark, Collection<String> names, Fractions fractions, Seed seed) {
    List<Query> queries = benchmark.queries();
    SortedSet<String> heldOut = new TreeSet<>(names);
    SortedSet<String> known = datasetsAndCategories(queries);
    heldOut.forEach(name -> Require.known("dataset or category", name, known));
    return holdOut(
        benchmark,
        "hold-out(" + String.join(",", heldOut) + " in test)",
        query -> isOf(query, heldOut),
        fractions,
        seed);
  }

  /**
   * Hold-out of all queries whose tag has one of some values, such as the tag {@code source}: the
   * same as of whole datasets.
   *
   * @param tag every query must have it
   * @param values of the tag
   * @param fractions of the others; a test fraction of 0 leaves the held-out queries alone in test
   * @throws IllegalArgumentException where a query lacks the tag, a value is unknown, or no query
   *     is left to train on
   */
  public static Split holdOut(
      Benchmark benchmark, String tag, Collection<String> values, Fractions fractions, Seed seed) {
    SortedSet<String> heldOut = new TreeSet<>(values);
    SortedSet<String> known = new TreeSet<>();
    benchmark.groupedBy(tag).queries().forEach(query -> known.add(query.dataset()));
    heldOut.forEach(value -> Require.known(tag, value, known));
    return holdOut(
        benchmark,
        "hold-out(" + tag + ": " + String.join(",", heldOut) + " in test)",
        query -> heldOut.contains(query.tags().get(tag)),
        fractions,
        seed);
  }

  /**
   * A split by groups within each dataset, such as the sources of a route: whole groups are drawn
   * for test, so that nothing of their kind was seen in training; the other groups are divided
   * between train and validation at random.
   *
   * <p>Of every dataset groups are drawn until they have the test share of its queries, one at
   * least; one is always left to train on, even where it is most of the dataset.
   *
   * @param tag every query must have it, and every dataset at least two values of it
   * @param fractions the test fraction must be above 0
   * @throws IllegalArgumentException where a query lacks the tag or a dataset is all of one value
   */
  public static Split byGroup(Benchmark benchmark, String tag, Fractions fractions, Seed seed) {
    Require.positive("test fraction of a split by " + tag, fractions.test());
    List<Query> grouped = benchmark.groupedBy(tag).queries();
    UnseenGroups unseen =
        UnseenGroups.draw(tag, benchmark.queries(), grouped, fractions.test(), seed);
    double ofRest = fractions.train() / (fractions.train() + fractions.validation());
    return holdOut(
        benchmark,
        "by-group(" + tag + ": " + unseen + " in test)",
        query -> unseen.contains(query.dataset(), query.tags().get(tag)),
        new Fractions(ofRest, 1 - ofRest, 0),
        seed);
  }

  /**
   * The split as published: {@linkplain #given given} with every query, else drawn by the {@link
   * SplitProtocol} that the benchmark's provenance names, with that protocol's seed.
   *
   * @param validation the share of a given train part to draw where no validation part is published
   * @param seed of that draw
   * @throws IllegalArgumentException where neither is there
   */
  public static Split published(Benchmark benchmark, double validation, Seed seed) {
    boolean isGiven =
        benchmark.queries().stream()
            .allMatch(query -> query.tags().containsKey(Benchmark.SPLIT_TAG));
    Optional<SplitProtocol> protocol = SplitProtocol.of(benchmark);
    if (isGiven || protocol.isEmpty()) {
      return given(benchmark, validation, seed);
    }
    return random(benchmark, protocol.get().fractions(), new Seed(protocol.get().seed()));
  }

  private static Split holdOut(
      Benchmark benchmark,
      String name,
      Predicate<Query> isHeldOut,
      Fractions fractions,
      Seed seed) {
    List<Query> queries = benchmark.queries();
    Predicate<TextGroup> inTest =
        group -> group.rows().stream().map(queries::get).anyMatch(isHeldOut);
    List<TextGroup> groups = TextGroup.of(queries);
    Parts parts = new Parts(queries.size());
    groups.stream().filter(inTest).forEach(group -> parts.put(group, Part.TEST));
    parts.deal(groups.stream().filter(inTest.negate()).toList(), fractions, seed);
    return parts.toSplit(name + "-" + fractions + "-seed" + seed.value());
  }

  private static void keepLastPart(TextGroup group, List<Query> queries, Parts parts) {
    Part last = lastPart(group, queries);
    group.rows().stream()
        .filter(row -> part(queries.get(row)) == last)
        .forEach(row -> parts.put(row, last));
  }

  private static Part lastPart(TextGroup group, List<Query> queries) {
    return group.rows().stream()
        .map(row -> part(queries.get(row)))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static Part part(Query query) {
    String value = query.tags().getOrDefault(Benchmark.SPLIT_TAG, "");
    return switch (value) {
      case "train" -> Part.TRAIN;
      case "validation" -> Part.VALIDATION;
      case "test" -> Part.TEST;
      default ->
          throw new IllegalArgumentException(
              "a given split needs the tag 'split' to be train, validation or test but query '"
                  + query.id()
                  + "' has '"
                  + value
                  + "'; use a random split");
    };
  }

  private static boolean isOf(Query query, Collection<String> names) {
    return names.contains(query.dataset())
        || names.contains(query.tags().getOrDefault(CATEGORY_TAG, query.dataset()));
  }

  private static SortedSet<String> datasetsAndCategories(List<Query> queries) {
    SortedSet<String> known = new TreeSet<>();
    for (Query query : queries) {
      known.add(query.dataset());
      known.add(query.tags().getOrDefault(CATEGORY_TAG, query.dataset()));
    }
    return known;
  }
}
