package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.routerlab.core.CascadeRouter;
import org.routerlab.core.Decisions;
import org.routerlab.core.Judge;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.RecordedAnswers;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.djl.AnswerScorer;
import org.routerlab.learned.engine.Checkpoint;
import org.routerlab.learned.engine.Training;

/** A task whose cheap models are specialists, and what cascades do with it. */
final class CascadeTask {

  static final Judge PERFECT = new Judge(Judge.Kind.NOISY_ORACLE, 0);
  static final AnswerScorer SCORER =
      new AnswerScorer(
          List.of(), 0, new Training(10, 64, 1e-2, 0, 8, 1, 1, true, Checkpoint.BEST_BCE));
  static final float[] PRICES = {1, 2, 3, 4, 20};
  static final RoutingData TRAIN = priced(Task.specialists(400, 8, 1));
  static final RoutingData VALIDATION = priced(Task.specialists(200, 8, 2));
  static final RoutingData TEST = priced(Task.specialists(300, 8, 3));

  private CascadeTask() {}

  /** What a cascade did with some queries. */
  record Run(RoutingData data, Decisions decisions, RecordedAnswers answers) {

    double accuracy() {
      return data.outcomes().meanScore(decisions);
    }

    double meanCost() {
      double sum = 0;
      for (int row = 0; row < data.size(); row++) {
        for (int model : answers.called(row)) {
          sum += data.outcomes().cost(row, model);
        }
      }
      return sum / data.size();
    }

    /** Whether a model that was called is right. */
    boolean isAnyRight(int row) {
      return IntStream.of(answers.called(row))
          .anyMatch(model -> data.outcomes().isCorrect(row, model));
    }
  }

  /** Trains on {@link #TRAIN} and routes {@code asked}. */
  static Run run(RoutingMethod method, RoutingData asked) {
    return run(method, TRAIN, VALIDATION, asked);
  }

  private static Run run(
      RoutingMethod method, RoutingData train, RoutingData validation, RoutingData asked) {
    CascadeRouter router = (CascadeRouter) method.train(train, validation, Task.CONTEXT);
    RecordedAnswers answers =
        new RecordedAnswers(
            router.judge(), asked.queries().queries(), asked.outcomes(), Task.CONTEXT.seed());
    return new Run(asked, router.route(asked.queries(), answers), answers);
  }

  /** Fails where another order of the models changes which are called. */
  static void assertThatCallsFollowThePool(RoutingMethod method) {
    int[] order = {3, 0, 4, 1, 2};
    Run straight = run(method, TEST);
    Run turned =
        run(method, permuted(TRAIN, order), permuted(VALIDATION, order), permuted(TEST, order));
    for (int row = 0; row < TEST.size(); row++) {
      assertThat(order[turned.decisions().model(row)]).isEqualTo(straight.decisions().model(row));
      int[] called = turned.answers().called(row);
      assertThat(IntStream.of(called).map(model -> order[model]).sorted().toArray())
          .containsExactly(straight.answers().called(row));
    }
  }

  private static RoutingData priced(RoutingData data) {
    float[][] costs = new float[data.size()][];
    SplittableRandom random = new SplittableRandom(5);
    for (int row = 0; row < costs.length; row++) {
      costs[row] = PRICES.clone();
      for (int model = 0; model < PRICES.length; model++) {
        costs[row][model] *= (float) (0.5 + random.nextDouble());
      }
    }
    OutcomeTable outcomes = data.outcomes();
    return new RoutingData(
        data.queries(),
        new OutcomeTable(outcomes.pool(), outcomes.scores(), FloatMatrix.of(costs)));
  }

  private static RoutingData permuted(RoutingData data, int... order) {
    float[][] costs = new float[data.size()][order.length];
    for (int row = 0; row < costs.length; row++) {
      for (int i = 0; i < order.length; i++) {
        costs[row][i] = data.outcomes().cost(row, order[i]);
      }
    }
    RoutingData turned = Task.permuteModels(data, order);
    return new RoutingData(
        turned.queries(),
        new OutcomeTable(turned.pool(), turned.outcomes().scores(), FloatMatrix.of(costs)));
  }
}
