package org.routerlab.eval;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** A metric that is a function of more than two sums over queries, such as a maximum of means. */
public final class SetMetric implements Metric {

  private final MetricDefinition definition;
  private final Optional<QuerySubset> within;
  private final Function<Evaluation, List<Column>> columns;
  private final Function<List<Column>, ToDoubleFunction<double[]>> value;

  private SetMetric(
      MetricDefinition definition,
      Optional<QuerySubset> within,
      Function<Evaluation, List<Column>> columns,
      Function<List<Column>, ToDoubleFunction<double[]>> value) {
    this.definition = definition;
    this.within = within;
    this.columns = columns;
    this.value = value;
  }

  /**
   * A metric by its columns and what is made of their sums.
   *
   * @param columns as many for every evaluation on one test set
   * @param value reads the sums in the order of the columns; NaN where it has no value
   */
  public static SetMetric of(
      MetricDefinition definition,
      Function<Evaluation, List<Column>> columns,
      ToDoubleFunction<double[]> value) {
    return new SetMetric(definition, Optional.empty(), columns, read -> value);
  }

  /**
   * A metric that settles on all queries, or all of its subset, what it makes of any resample: as
   * which datasets count.
   *
   * @param value from the sums over all queries to the function that reads those of a resample
   */
  static SetMetric settled(
      MetricDefinition definition,
      Function<Evaluation, List<Column>> columns,
      Function<double[], ToDoubleFunction<double[]>> value) {
    return new SetMetric(
        definition, Optional.empty(), columns, read -> value.apply(Reading.sums(read)));
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
  public SetMetric on(QuerySubset subset) {
    return new SetMetric(definition, Optional.of(subset), columns, value);
  }

  @Override
  public Reading reading(RouterRuns runs) {
    List<Column> read = columns(runs);
    return Reading.ofSums(read, value.apply(read));
  }

  /** The columns whose sums the metric reads; those of several runs are averaged. */
  public List<Column> columns(RouterRuns runs) {
    return RunColumns.of(runs, within, columns);
  }

  @Override
  public int queries(TestSet test) {
    return within.map(QuerySubset::size).orElse(test.size());
  }
}
