package org.routerlab.experiments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.routerlab.core.Progress;
import org.routerlab.core.Query;
import org.routerlab.core.Require;
import org.routerlab.eval.Better;
import org.routerlab.eval.Estimate;
import org.routerlab.eval.Metric;
import org.routerlab.eval.PairedComparison;
import org.routerlab.eval.WinTieLoss;

/**
 * Two routers of a results folder side by side, from the stored predictions.
 *
 * @param benchmark its name
 * @param encoder whose vectors the routers saw
 * @param metric compared by
 * @param unit of the metric
 * @param better which direction of the metric is better
 * @param queries how many test queries the metric rests on
 * @param resamples behind the interval and the p-value
 * @param first the router that is compared
 * @param second the baseline
 * @param difference the metric of the first less that of the second
 * @param p how surprising the difference is if there is none; never below 2 / (resamples + 1)
 * @param correctedP after Holm's correction for the family
 * @param family the routers that were compared with the second: all of the experiment with this
 *     encoder, and the first where it is a reference
 * @param standardError of the difference
 * @param minimumDetectable the true difference that so many queries find four times out of five, at
 *     a level of 5 %
 * @param scores on how many queries the first scores more, the same and less
 * @param onlyFirst queries on which the first is right and the second is not
 * @param onlySecond queries on which the second is right and the first is not
 */
public record HeadToHead(
    String benchmark,
    String encoder,
    String metric,
    String unit,
    Better better,
    int queries,
    int resamples,
    Side first,
    Side second,
    Estimate difference,
    double p,
    double correctedP,
    List<String> family,
    double standardError,
    double minimumDetectable,
    WinTieLoss scores,
    Disagreements onlyFirst,
    Disagreements onlySecond) {

  /**
   * One of the two.
   *
   * @param router its name
   * @param configuration what was chosen on validation; empty for a reference
   * @param runs over how many seeds figures are means
   * @param deployable whether it could be deployed: it has not seen test outcomes
   * @param value of the metric
   */
  public record Side(
      String router, String configuration, int runs, boolean deployable, Estimate value) {}

  /**
   * Queries on which only one of the two is right. With several runs those on which it is right in
   * a greater share of them.
   *
   * @param count how many there are
   * @param top the first of them: by the difference of these shares, then by the margin of the one
   *     that is right, then in the order of the test set
   */
  public record Disagreements(int count, List<Disagreement> top) {

    /** Copies the list. */
    public Disagreements {
      top = List.copyOf(top);
    }
  }

  /**
   * A query on which only one of the two is right.
   *
   * @param firstChose the models the first chose, each with the share of its runs
   * @param secondChose the same of the second
   * @param firstRight the share of runs in which the first is right
   * @param secondRight the same of the second
   * @param margin by how much the one that is right predicted more for its choice than for any
   *     other model; NaN without scores
   */
  public record Disagreement(
      String id,
      String dataset,
      String text,
      Map<String, Double> firstChose,
      Map<String, Double> secondChose,
      double firstRight,
      double secondRight,
      double margin) {}

  /** Copies the list. */
  public HeadToHead {
    family = List.copyOf(family);
  }

  /**
   * Compares two routers.
   *
   * @param cacheDirectory embeddings, for experiments with transforms that compare texts
   * @param first a router of the experiment or a reference
   * @param second another one, the baseline
   * @param encoder may be missing where the results are of one
   * @param metric a metric of the experiment
   * @param top how many disagreeing queries of each kind to name
   * @throws IllegalArgumentException where a name is unknown, saying what is known
   */
  public static HeadToHead of(
      Path folder,
      Path dataDirectory,
      Path cacheDirectory,
      String first,
      String second,
      Optional<String> encoder,
      String metric,
      int top,
      Progress progress)
      throws IOException {
    Require.between("top", top, 0, Integer.MAX_VALUE);
    if (first.equals(second)) {
      throw new IllegalArgumentException(
          "two different routers are compared but both are '" + first + "'");
    }
    FinishedRun results = FinishedRun.open(folder, dataDirectory, cacheDirectory, progress);
    String with = results.encoder(encoder);
    Metric by = results.metric(metric);
    List<StoredRouter> routers = results.storedRouters(with);
    StoredRouter one = results.router(first, routers);
    StoredRouter other = results.router(second, routers);
    List<StoredRouter> family = new ArrayList<>(routers);
    family.removeIf(router -> router.name().equals(second));
    if (family.stream().noneMatch(router -> router.name().equals(first))) {
      family.add(one);
    }
    PairedComparison pair =
        PairedComparison.with(
                other.runs(),
                family.stream().map(StoredRouter::runs).toList(),
                by,
                results.bootstrap())
            .stream()
            .filter(compared -> compared.router().equals(first))
            .findFirst()
            .orElseThrow();
    return new HeadToHead(
        results.benchmark(),
        with,
        metric,
        by.definition().unit(),
        by.definition().better(),
        by.queries(results.test()),
        results.bootstrap().resamples(),
        side(results, one, with, by),
        side(results, other, with, by),
        pair.difference(),
        pair.p(),
        pair.correctedP(),
        family.stream().map(StoredRouter::name).toList(),
        pair.standardError(),
        pair.minimumDetectable(),
        WinTieLoss.of(one.runs(), other.runs()),
        disagreements(one, other, one, top),
        disagreements(one, other, other, top));
  }

  private static Side side(
      FinishedRun results, StoredRouter router, String encoder, Metric metric) {
    return new Side(
        router.name(),
        results.configuration(router.name(), encoder),
        router.seeds(),
        router.runs().isDeployable(),
        results.bootstrap().estimate(router.runs(), metric));
  }

  private static Disagreements disagreements(
      StoredRouter first, StoredRouter second, StoredRouter right, int top) {
    StoredRouter wrong = right == first ? second : first;
    IntToDoubleFunction lead = row -> right.right(row) - wrong.right(row);
    List<Integer> rows =
        IntStream.range(0, right.test().size())
            .filter(row -> lead.applyAsDouble(row) > 0)
            .boxed()
            .toList();
    // NaN, where there is no margin, sorts as the lowest.
    Comparator<Integer> clearest =
        Comparator.<Integer>comparingDouble(row -> -lead.applyAsDouble(row))
            .thenComparingDouble(row -> -right.margin(row))
            .thenComparingInt(row -> row);
    return new Disagreements(
        rows.size(),
        rows.stream()
            .sorted(clearest)
            .limit(top)
            .map(row -> disagreement(first, second, row, right.margin(row)))
            .toList());
  }

  private static Disagreement disagreement(
      StoredRouter first, StoredRouter second, int row, double margin) {
    Query query = first.test().queries().get(row);
    return new Disagreement(
        query.id(),
        query.dataset(),
        query.text(),
        first.chosen(row),
        second.chosen(row),
        first.right(row),
        second.right(row),
        margin);
  }
}
