package org.routerlab.eval;

import java.util.Objects;

/**
 * What a metric is, in words.
 *
 * @param name kebab-case, unique; the name in configurations and tables
 * @param unit such as {@code fraction}, {@code pp} or {@code bits}
 * @param better which way is good
 * @param needsCosts whether it exists on test sets with costs only
 * @param formula in the notation of the documentation: y scores, c costs, r the router's choice
 * @param source where the definition comes from
 * @param range the values it can take, such as {@code [0, 1]}
 * @param undefined on what it is NaN, apart from a test set or subset without rows; empty for
 *     nothing else
 * @param variantOf the metric of which this one is another reading, where sources disagree; empty
 *     for a metric in its own right
 */
public record MetricDefinition(
    String name,
    String unit,
    Better better,
    boolean needsCosts,
    String formula,
    String source,
    String range,
    String undefined,
    String variantOf) {

  /** Rejects nulls. */
  public MetricDefinition {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(better, "better");
    Objects.requireNonNull(formula, "formula");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(undefined, "undefined");
    Objects.requireNonNull(variantOf, "variantOf");
  }

  /** A metric in its own right with values in [0, 1] that is always defined. */
  public MetricDefinition(
      String name, String unit, Better better, boolean needsCosts, String formula, String source) {
    this(name, unit, better, needsCosts, formula, source, "[0, 1]", "", "");
  }

  /** The same metric under another name. */
  MetricDefinition called(String newName) {
    return new MetricDefinition(
        newName, unit, better, needsCosts, formula, source, range, undefined, variantOf);
  }

  /** The same metric with values in {@code newRange}. */
  public MetricDefinition in(String newRange) {
    return new MetricDefinition(
        name, unit, better, needsCosts, formula, source, newRange, undefined, variantOf);
  }

  /** The same metric, NaN {@code where} it has no value: a clause such as "on a single budget". */
  public MetricDefinition undefined(String where) {
    return new MetricDefinition(
        name, unit, better, needsCosts, formula, source, range, where, variantOf);
  }

  /** The same metric as another reading of {@code metric}. */
  public MetricDefinition variantOf(String metric) {
    return new MetricDefinition(
        name, unit, better, needsCosts, formula, source, range, undefined, metric);
  }
}
