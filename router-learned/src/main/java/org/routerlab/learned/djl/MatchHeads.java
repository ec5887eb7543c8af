package org.routerlab.learned.djl;

import java.util.List;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.routerlab.core.DecisionRouter;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.engine.FirstAbove;
import org.routerlab.learned.engine.Training;

/**
 * Learns for each of some candidates whether it matches a last resort on a query, and routes to the
 * first candidate that probably does.
 *
 * @param hidden the widths of the hidden layers; may be empty
 * @param training how to train
 * @param label the scores of a candidate and of the last resort to the chance of a match in [0, 1]
 */
public record MatchHeads(List<Integer> hidden, Training training, DoubleBinaryOperator label) {

  /** Rejects nulls. */
  public MatchHeads {
    hidden = List.copyOf(hidden);
    Objects.requireNonNull(training, "training");
    Objects.requireNonNull(label, "label");
  }

  /**
   * Trains the heads and then sets the threshold to the highest routing accuracy on the validation
   * queries, or on the training queries where validation observed none of the models.
   *
   * @param candidates columns, the preferred first; none to choose the last resort always
   * @param last the column of the last resort
   */
  public DecisionRouter fit(
      RoutingData train, RoutingData validation, int[] candidates, int last, Seed seed) {
    if (candidates.length == 0) {
      return queries -> Decisions.constant(queries.size(), last);
    }
    ScoringRouter heads =
        new NeuralTrainer(training, Network.dense(hidden, 0), RoutingLoss.binaryCrossEntropy())
            .fit(matches(train, candidates, last), matches(validation, candidates, last), seed);
    int[] chain = IntStream.concat(IntStream.of(candidates), IntStream.of(last)).toArray();
    RoutingData tuning = hasAny(validation.outcomes(), chain) ? validation : train;
    FirstAbove rule =
        FirstAbove.tuned(heads.predict(tuning.queries()), pick(tuning.outcomes(), chain));
    return queries -> {
      FloatMatrix scores = heads.predict(queries);
      return Decisions.of(queries.size(), row -> chain[rule.choose(scores, row)]);
    };
  }

  private RoutingData matches(RoutingData data, int[] candidates, int last) {
    OutcomeTable outcomes = data.outcomes();
    float[] labels = new float[data.size() * candidates.length];
    for (int i = 0; i < labels.length; i++) {
      int row = i / candidates.length;
      float score = outcomes.score(row, candidates[i % candidates.length]);
      float other = outcomes.score(row, last);
      boolean observed = !Float.isNaN(score) && !Float.isNaN(other);
      labels[i] = observed ? (float) label.applyAsDouble(score, other) : Float.NaN;
    }
    List<String> names = IntStream.of(candidates).mapToObj(data.pool()::name).toList();
    FloatMatrix scores = FloatMatrix.wrap(data.size(), candidates.length, labels);
    return new RoutingData(data.queries(), new OutcomeTable(new ModelPool(names), scores));
  }

  private static FloatMatrix pick(OutcomeTable outcomes, int[] columns) {
    float[] values = new float[outcomes.size() * columns.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = outcomes.score(i / columns.length, columns[i % columns.length]);
    }
    return FloatMatrix.wrap(outcomes.size(), columns.length, values);
  }

  private static boolean hasAny(OutcomeTable outcomes, int[] columns) {
    return IntStream.range(0, outcomes.size())
        .anyMatch(row -> IntStream.of(columns).anyMatch(m -> outcomes.isObserved(row, m)));
  }
}
