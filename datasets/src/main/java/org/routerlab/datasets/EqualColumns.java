package org.routerlab.datasets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.routerlab.core.OutcomeTable;

/** Finds models that have the same score on every query, as where one file was read twice. */
final class EqualColumns {

  /** So many scores must be other than the most frequent one: fewer may agree by chance. */
  private static final int OTHERS = 20;

  private EqualColumns() {}

  static List<Finding> of(OutcomeTable outcomes) {
    Map<Integer, List<Integer>> modelsOfHash = new LinkedHashMap<>();
    for (int model = 0; model < outcomes.pool().size(); model++) {
      float[] column = column(outcomes, model);
      if (tells(column)) {
        modelsOfHash.computeIfAbsent(Arrays.hashCode(column), hash -> new ArrayList<>()).add(model);
      }
    }
    List<String> groups =
        modelsOfHash.values().stream()
            .flatMap(models -> equal(outcomes, models).stream())
            .filter(models -> models.size() > 1)
            .map(models -> Audit.names(outcomes.pool(), models))
            .toList();
    return groups.isEmpty()
        ? List.of()
        : List.of(
            Finding.warning(
                FindingKind.EQUAL_COLUMNS,
                "models have the same score on every query: "
                    + String.join("; ", groups.subList(0, Math.min(5, groups.size())))
                    + (groups.size() > 5 ? "; and " + (groups.size() - 5) + " more groups" : "")
                    + "; one may be a copy of another"));
  }

  /** The models of one hash by their columns, as different ones may share it. */
  private static Collection<List<Integer>> equal(OutcomeTable outcomes, List<Integer> models) {
    if (models.size() == 1) {
      return List.of(models);
    }
    Map<String, List<Integer>> modelsOfColumn = new LinkedHashMap<>();
    for (int model : models) {
      modelsOfColumn
          .computeIfAbsent(Arrays.toString(column(outcomes, model)), key -> new ArrayList<>())
          .add(model);
    }
    return modelsOfColumn.values();
  }

  private static boolean tells(float[] column) {
    Map<Float, Integer> counts = new HashMap<>();
    int known = 0;
    for (float score : column) {
      if (!Float.isNaN(score)) {
        known++;
        counts.merge(score, 1, Integer::sum);
      }
    }
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return known - most >= OTHERS;
  }

  private static float[] column(OutcomeTable outcomes, int model) {
    float[] column = new float[outcomes.size()];
    for (int row = 0; row < column.length; row++) {
      column[row] = outcomes.score(row, model);
    }
    return column;
  }
}
