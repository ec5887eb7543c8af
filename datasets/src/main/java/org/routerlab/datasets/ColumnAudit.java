package org.routerlab.datasets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.matrix.FloatMatrix;

/** Findings about single columns of scores and costs: empty, constant, out of range. */
final class ColumnAudit {

  private final ModelPool pool;
  private final float[] lowest;
  private final float[] highest;
  private final int[] known;

  private ColumnAudit(ModelPool pool, FloatMatrix values) {
    this.pool = pool;
    this.lowest = new float[pool.size()];
    this.highest = new float[pool.size()];
    this.known = new int[pool.size()];
    Arrays.fill(lowest, Float.POSITIVE_INFINITY);
    Arrays.fill(highest, Float.NEGATIVE_INFINITY);
    for (int row = 0; row < values.rows(); row++) {
      for (int model = 0; model < known.length; model++) {
        add(model, values.get(row, model));
      }
    }
  }

  static List<Finding> ofScores(OutcomeTable outcomes) {
    ColumnAudit columns = new ColumnAudit(outcomes.pool(), outcomes.scores());
    List<Finding> findings = new ArrayList<>();
    columns
        .named(model -> columns.lowest[model] < 0 || columns.highest[model] > 1)
        .ifPresent(names -> findings.add(Finding.grave("scores lie outside [0, 1] for " + names)));
    columns
        .named(model -> columns.known[model] == 0)
        .ifPresent(
            names -> findings.add(Finding.warning("no score was ever observed for " + names)));
    columns
        .named(columns::isConstant)
        .ifPresent(
            names ->
                findings.add(Finding.warning("the score is the same on every query for " + names)));
    return findings;
  }

  static List<Finding> ofCosts(OutcomeTable outcomes) {
    if (!outcomes.hasCosts()) {
      return List.of(Finding.note("no costs are recorded"));
    }
    ColumnAudit columns = new ColumnAudit(outcomes.pool(), outcomes.costs());
    List<Finding> findings = new ArrayList<>();
    columns
        .named(model -> columns.lowest[model] < 0)
        .ifPresent(names -> findings.add(Finding.grave("costs are below 0 for " + names)));
    columns
        .named(model -> columns.known[model] == 0)
        .ifPresent(names -> findings.add(Finding.warning("no cost is known for " + names)));
    columns
        .named(columns::isConstant)
        .ifPresent(names -> findings.add(columns.constantCosts(names)));
    long missing = missing(outcomes.costs());
    if (missing > 0) {
      long cells = (long) outcomes.size() * outcomes.pool().size();
      findings.add(Finding.note(Audit.share(missing, cells, "costs are unknown")));
    }
    return findings;
  }

  // List prices are constant for every model; for some models only, it looks like a mistake.
  private Finding constantCosts(String names) {
    String message = "the cost is the same on every query for " + names;
    boolean all = IntStream.range(0, pool.size()).allMatch(this::isConstant);
    return all ? Finding.note(message) : Finding.warning(message);
  }

  /** The number of cells that are NaN. */
  static long missing(FloatMatrix values) {
    long missing = 0;
    for (int row = 0; row < values.rows(); row++) {
      for (int column = 0; column < values.columns(); column++) {
        missing += Float.isNaN(values.get(row, column)) ? 1 : 0;
      }
    }
    return missing;
  }

  private void add(int model, float value) {
    if (!Float.isNaN(value)) {
      lowest[model] = Math.min(lowest[model], value);
      highest[model] = Math.max(highest[model], value);
      known[model]++;
    }
  }

  private boolean isConstant(int model) {
    return known[model] > 1 && lowest[model] == highest[model];
  }

  private Optional<String> named(IntPredicate isMeant) {
    List<Integer> models = IntStream.range(0, pool.size()).filter(isMeant).boxed().toList();
    return models.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Audit.share(models.size(), pool.size(), "models: ") + Audit.names(pool, models));
  }
}
