package org.routerlab.datasets.transform;

import java.util.List;
import java.util.stream.IntStream;
import org.routerlab.core.OutcomeTable;

/**
 * How often a model is right on one near-duplicate and wrong on another.
 *
 * <p>Only observed outcomes count. A group or cell in which no model was observed twice tells
 * nothing and is left out.
 *
 * @param groups the groups in which some model was observed at least twice
 * @param disagreeing those in which some model is both right and wrong
 * @param groupShare {@code disagreeing / groups}; NaN without groups
 * @param cells the pairs of group and model with at least two outcomes
 * @param cellShare the share of cells with both labels; NaN without cells
 * @param baseRate the chance that a model's labels on two queries drawn at random differ: the mean
 *     over observed models of 2μ(1 − μ), μ the model's share of right answers in the whole table;
 *     NaN where nothing was observed
 */
public record LabelDisagreement(
    int groups, int disagreeing, double groupShare, long cells, double cellShare, double baseRate) {

  /** The disagreement within {@code groups}, whose rows are those of {@code outcomes}. */
  public static LabelDisagreement of(List<DuplicateGroup> groups, OutcomeTable outcomes) {
    int models = outcomes.pool().size();
    int judged = 0;
    int disagreeing = 0;
    long cells = 0;
    long mixed = 0;
    for (DuplicateGroup group : groups) {
      long before = cells;
      long mixedBefore = mixed;
      for (int model = 0; model < models; model++) {
        int observed = count(group, outcomes, model, false);
        int right = count(group, outcomes, model, true);
        cells += observed > 1 ? 1 : 0;
        mixed += right > 0 && right < observed ? 1 : 0;
      }
      judged += cells > before ? 1 : 0;
      disagreeing += mixed > mixedBefore ? 1 : 0;
    }
    return new LabelDisagreement(
        judged,
        disagreeing,
        disagreeing / (double) judged,
        cells,
        mixed / (double) cells,
        baseRate(outcomes));
  }

  private static int count(
      DuplicateGroup group, OutcomeTable outcomes, int model, boolean rightOnly) {
    int count = 0;
    for (int row : group.rows()) {
      boolean counts = rightOnly ? outcomes.isCorrect(row, model) : outcomes.isObserved(row, model);
      count += counts ? 1 : 0;
    }
    return count;
  }

  private static double baseRate(OutcomeTable outcomes) {
    return IntStream.range(0, outcomes.pool().size())
        .mapToDouble(model -> shareRight(outcomes, model))
        .filter(share -> !Double.isNaN(share))
        .map(share -> 2 * share * (1 - share))
        .average()
        .orElse(Double.NaN);
  }

  private static double shareRight(OutcomeTable outcomes, int model) {
    int observed = 0;
    int right = 0;
    for (int row = 0; row < outcomes.size(); row++) {
      observed += outcomes.isObserved(row, model) ? 1 : 0;
      right += outcomes.isCorrect(row, model) ? 1 : 0;
    }
    return right / (double) observed;
  }
}
