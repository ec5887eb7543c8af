package org.routerlab.eval;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A metric that no sums of columns tell, as of a curve along queries sorted by a router: it reads
 * how often a resample has each query.
 *
 * <p>A value takes a pass over the queries, so a {@link QueryMetric} or {@link SetMetric} is better
 * where there is one. Of several runs it is the mean of their values.
 */
public final class CountMetric implements Metric {

  private final MetricDefinition definition;
  private final Optional<QuerySubset> within;
  private final Function<Evaluation, ToDoubleFunction<int[]>> value;

  private CountMetric(
      MetricDefinition definition,
      Optional<QuerySubset> within,
      Function<Evaluation, ToDoubleFunction<int[]>> value) {
    this.definition = definition;
    this.within = within;
    this.value = value;
  }

  /**
   * A metric by what it makes of counts.
   *
   * @param value for a router, a function of how often each query counts, safe for use by several
   *     threads; NaN where it has no value, as where no query counts
   */
  public static CountMetric of(
      MetricDefinition definition, Function<Evaluation, ToDoubleFunction<int[]>> value) {
    return new CountMetric(definition, Optional.empty(), value);
  }

  @Override
  public MetricDefinition definition() {
    return definition;
  }

  @Override
  public String subset() {
    return within.map(QuerySubset::name).orElse(QuerySubset.ALL);
  }

  @Override
  public CountMetric on(QuerySubset subset) {
    return new CountMetric(definition, Optional.of(subset), value);
  }

  @Override
  public Reading reading(RouterRuns runs) {
    List<ToDoubleFunction<int[]>> values = runs.seeds().stream().map(value).toList();
    ToDoubleFunction<int[]> mean =
        counts -> {
          double sum = 0;
          for (ToDoubleFunction<int[]> ofRun : values) {
            sum += ofRun.applyAsDouble(counts);
          }
          return sum / values.size();
        };
    return Reading.ofCounts(
        within
            .<ToDoubleFunction<int[]>>map(
                subset -> counts -> mean.applyAsDouble(within(subset, counts)))
            .orElse(mean));
  }

  /** The counts with 0 outside the subset. */
  private static int[] within(QuerySubset subset, int[] counts) {
    int[] kept = new int[counts.length];
    for (int row : subset.rows()) {
      kept[row] = counts[row];
    }
    return kept;
  }

  @Override
  public int queries(TestSet test) {
    return within.map(QuerySubset::size).orElse(test.size());
  }
}
