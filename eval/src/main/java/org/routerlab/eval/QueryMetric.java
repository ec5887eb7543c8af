package org.routerlab.eval;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A metric that is a ratio of two sums over queries; NaN where the lower sum is 0. */
public final class QueryMetric implements Metric {

  private final MetricDefinition definition;
  private final Optional<QuerySubset> within;
  private final Function<Evaluation, Ratio> ratio;

  private QueryMetric(
      MetricDefinition definition,
      Optional<QuerySubset> within,
      Function<Evaluation, Ratio> ratio) {
    this.definition = definition;
    this.within = within;
    this.ratio = ratio;
  }

  /** A metric by what each query adds to its two sums. */
  public static QueryMetric of(MetricDefinition definition, Function<Evaluation, Ratio> ratio) {
    return new QueryMetric(definition, Optional.empty(), ratio);
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
  public QueryMetric on(QuerySubset subset) {
    return new QueryMetric(definition, Optional.of(subset), ratio);
  }

  @Override
  public Reading reading(RouterRuns runs) {
    return Reading.ofSums(columns(runs), this::value);
  }

  /** The columns whose sums {@link #value} reads; those of several runs are averaged. */
  public List<Column> columns(RouterRuns runs) {
    return RunColumns.of(
        runs,
        within,
        evaluation -> {
          Ratio parts = ratio.apply(evaluation);
          return List.of(parts.numerator(), parts.denominator());
        });
  }

  /**
   * The metric.
   *
   * @param sums of the columns, in their order, over any multiset of the queries
   */
  public double value(double[] sums) {
    return sums[1] == 0 ? Double.NaN : sums[0] / sums[1];
  }

  @Override
  public int queries(TestSet test) {
    return within.map(QuerySubset::size).orElse(test.size());
  }
}
