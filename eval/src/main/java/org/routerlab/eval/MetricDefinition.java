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
 */
public record MetricDefinition(
    String name, String unit, Better better, boolean needsCosts, String formula, String source) {

  /** Rejects nulls. */
  public MetricDefinition {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(better, "better");
    Objects.requireNonNull(formula, "formula");
    Objects.requireNonNull(source, "source");
  }
}
