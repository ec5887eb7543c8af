package org.routerlab.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.routerlab.core.CascadeRouter;
import org.routerlab.core.DecisionRouter;
import org.routerlab.core.Decisions;
import org.routerlab.core.EmbeddedQueries;
import org.routerlab.core.Judge;
import org.routerlab.core.ModelPool;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.RecordedAnswers;
import org.routerlab.core.Router;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * What a router answers to a batch of queries, in one form for both kinds of router.
 *
 * @param values queries × models predictions, or queries × 1 choices
 * @param decisions the choice for each query
 */
record Answers(FloatMatrix values, Decisions decisions) {

  private static final double TOLERANCE = 1e-5;

  static Answers of(Router router, EmbeddedQueries queries, ModelRanking ranking) {
    Router checked = AssertingRouter.of("the router", router, ranking.size());
    if (checked instanceof ScoringRouter scoring) {
      FloatMatrix predictions = scoring.predict(queries);
      return new Answers(predictions, Decisions.argmax(predictions, ranking));
    }
    Decisions decisions =
        checked instanceof CascadeRouter cascade
            ? cascade.route(queries, unrecorded(cascade.judge(), queries, ranking.size()))
            : ((DecisionRouter) checked).route(queries);
    float[] choices = new float[decisions.size()];
    for (int row = 0; row < choices.length; row++) {
      choices[row] = decisions.model(row);
    }
    return new Answers(FloatMatrix.wrap(choices.length, 1, choices), decisions);
  }

  /** Answers of which nothing was recorded, so that a judge goes by the predictions. */
  private static RecordedAnswers unrecorded(Judge judge, EmbeddedQueries queries, int models) {
    List<String> names = IntStream.range(0, models).mapToObj(Integer::toString).toList();
    float[] scores = new float[queries.size() * models];
    Arrays.fill(scores, Float.NaN);
    FloatMatrix nothing = FloatMatrix.wrap(queries.size(), models, scores);
    return new RecordedAnswers(
        judge, queries.queries(), new OutcomeTable(new ModelPool(names), nothing), Subject.SEED);
  }

  /** Fails unless both hold the same bits. */
  void requireSameBits(Answers other, String when) {
    float[] mine = values.toArray();
    float[] theirs = other.values.toArray();
    int difference = Arrays.mismatch(mine, theirs);
    if (difference >= 0) {
      throw new AssertionError(
          "answers must have the same bits "
              + when
              + " but value "
              + difference
              + " is "
              + at(mine, difference)
              + " and "
              + at(theirs, difference));
    }
  }

  /** Fails unless row {@code row} is row {@code otherRow} of {@code other}, up to rounding. */
  void requireSameRow(int row, Answers other, int otherRow, String when) {
    for (int column = 0; column < values.columns(); column++) {
      float mine = values.get(row, column);
      float theirs = other.values.get(otherRow, column);
      if (!(Math.abs(mine - theirs) <= TOLERANCE * Math.max(1, Math.abs(mine)))) {
        throw new AssertionError(
            "query "
                + row
                + " must be answered alike "
                + when
                + " but column "
                + column
                + " is "
                + mine
                + " and "
                + theirs);
      }
    }
  }

  /** Whether the two highest predictions for a query are so close that rounding could swap them. */
  boolean isNearlyTied(int row) {
    if (values.columns() == 1) {
      return false;
    }
    float[] sorted = values.row(row);
    Arrays.sort(sorted);
    float highest = sorted[sorted.length - 1];
    return highest - sorted[sorted.length - 2] <= TOLERANCE * Math.max(1, Math.abs(highest));
  }

  private static String at(float[] values, int index) {
    return index < values.length ? Float.toString(values[index]) : "missing";
  }
}
