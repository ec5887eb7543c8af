package org.routerlab.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.routerlab.core.OutcomeTable;

/**
 * The distinct complete rows of scores, with how often each occurs: of few models with binary
 * scores there are far fewer than queries.
 */
record DistinctRows(List<float[]> rows, int[] counts, int total) {

  static DistinctRows of(OutcomeTable outcomes) {
    Map<List<Float>, Integer> places = new HashMap<>();
    List<float[]> rows = new ArrayList<>();
    int[] complete = outcomes.completeRows();
    int[] counts = new int[complete.length];
    for (int row : complete) {
      float[] scores = outcomes.scores().row(row);
      List<Float> key = IntStream.range(0, scores.length).mapToObj(i -> scores[i]).toList();
      int place = places.computeIfAbsent(key, unseen -> rows.size());
      if (place == rows.size()) {
        rows.add(scores);
      }
      counts[place]++;
    }
    return new DistinctRows(rows, counts, complete.length);
  }

  /** The mean over all rows, in the order in which distinct ones first occur; NaN without rows. */
  double mean(ToDoubleFunction<float[]> value) {
    double sum = 0;
    for (int i = 0; i < rows.size(); i++) {
      sum += counts[i] * value.applyAsDouble(rows.get(i));
    }
    return sum / total;
  }
}
