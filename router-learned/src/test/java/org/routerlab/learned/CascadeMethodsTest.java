package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.CascadeRouter;
import org.routerlab.core.Decisions;
import org.routerlab.core.Judge;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.RecordedAnswers;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.djl.AnswerScorer;
import org.routerlab.learned.engine.Checkpoint;
import org.routerlab.learned.engine.Training;

/** FrugalGPT, AutoMix and cascade routing on tasks whose cheap models are specialists. */
class CascadeMethodsTest {

  private static final Judge PERFECT = new Judge(Judge.Kind.NOISY_ORACLE, 0);
  private static final AnswerScorer SCORER =
      new AnswerScorer(
          List.of(), 0, new Training(10, 64, 1e-2, 0, 8, 1, 1, true, Checkpoint.BEST_BCE));
  private static final float[] PRICES = {1, 2, 3, 4, 20};

  private final RoutingData train = priced(Task.specialists(400, 8, 1));
  private final RoutingData validation = priced(Task.specialists(200, 8, 2));
  private final RoutingData test = priced(Task.specialists(300, 8, 3));

  /** What a cascade did with some queries. */
  private record Run(RoutingData data, Decisions decisions, RecordedAnswers answers) {

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

  private Run run(RoutingMethod method, RoutingData asked) {
    return run(method, train, asked);
  }

  private Run run(RoutingMethod method, RoutingData from, RoutingData asked) {
    CascadeRouter router = (CascadeRouter) method.train(from, validation, Task.CONTEXT);
    RecordedAnswers answers =
        new RecordedAnswers(
            router.judge(), asked.queries().queries(), asked.outcomes(), Task.CONTEXT.seed());
    return new Run(asked, router.route(asked.queries(), answers), answers);
  }

  private boolean isAnyRight(Run run, int row) {
    return IntStream.of(run.answers().called(row))
        .anyMatch(model -> test.outcomes().isCorrect(row, model));
  }

  @Test
  void withAPerfectJudgeFrugalGptBeatsEveryModelOfItsList() {
    Run run = run(new FrugalGpt(3, 8, 40, 0, SCORER, PERFECT), test);
    int[] list =
        IntStream.range(0, test.size())
            .flatMap(row -> IntStream.of(run.answers().called(row)))
            .distinct()
            .toArray();
    assertThat(list).hasSize(3);
    for (int model : list) {
      double alone = test.outcomes().meanScore(Decisions.constant(test.size(), model));
      assertThat(run.accuracy()).isGreaterThan(alone);
    }
    for (int row = 0; row < test.size(); row++) {
      assertThat(test.outcomes().isCorrect(row, run.decisions().model(row)))
          .isEqualTo(isAnyRight(run, row));
    }
  }

  @Test
  void frugalGptKeepsToItsBudgetWhereItChooses() {
    double dearest = run(new FrugalGpt(3, 8, 40, 0, SCORER, new Judge()), validation).meanCost();
    for (double budget : new double[] {1.5, 3, 4.5}) {
      assertThat(dearest).isGreaterThan(budget);
      Run run = run(new FrugalGpt(3, 8, 40, budget, SCORER, new Judge()), validation);
      assertThat(run.meanCost()).isLessThanOrEqualTo(budget);
    }
    Run poor = run(new FrugalGpt(3, 8, 40, 1e-6, SCORER, new Judge()), test);
    assertThat(poor.decisions()).isEqualTo(Decisions.constant(test.size(), 0));
  }

  @Test
  void aListOfOneIsTheModelThatIsBestOnValidation() {
    Run run = run(new FrugalGpt(1, 8, 40, 0, SCORER, new Judge()), test);
    int best = ModelRanking.of(validation.outcomes()).best();
    assertThat(run.decisions()).isEqualTo(Decisions.constant(test.size(), best));
  }

  @Test
  void ofAFewKeptModelsOneIsTheCheapest() {
    Run run = run(new FrugalGpt(3, 2, 40, 0, SCORER, PERFECT), test);
    int best = ModelRanking.of(train.outcomes()).best();
    for (int row = 0; row < test.size(); row++) {
      assertThat(IntStream.of(run.answers().called(row)).boxed()).isSubsetOf(0, best);
    }
  }

  @Test
  void withAPerfectJudgeAutoMixAsksTheBetterModelWhereTheCheapOneIsWrong() {
    Run run = run(new AutoMix(AutoMix.Policy.THRESHOLD, 8, 0.05, SCORER, PERFECT), test);
    int best = ModelRanking.of(train.outcomes()).best();
    for (int row = 0; row < test.size(); row++) {
      boolean isRight = test.outcomes().isCorrect(row, 0);
      assertThat(run.decisions().model(row)).isEqualTo(isRight ? 0 : best);
      assertThat(run.answers().called(row))
          .containsExactly(isRight ? new int[] {0} : new int[] {0, best});
    }
  }

  @Test
  void withoutAPriceOnCallsAndWithAPerfectJudgeCascadeRoutingFindsAnyRightAnswer() {
    Run run = run(new CascadeRouting(0, 5, 10, SCORER, PERFECT), test);
    for (int i = 0; i < test.size(); i++) {
      int row = i;
      boolean exists = false;
      for (int model = 0; model < PRICES.length; model++) {
        exists |= test.outcomes().isCorrect(row, model);
      }
      assertThat(test.outcomes().isCorrect(row, run.decisions().model(row))).isEqualTo(exists);
      long right =
          IntStream.of(run.answers().called(row))
              .filter(model -> test.outcomes().isCorrect(row, model))
              .count();
      assertThat(right).as("it stops at the first right answer").isEqualTo(exists ? 1 : 0);
    }
  }

  @Test
  void cascadeRoutingThatCallsOneModelIsRoutingByPredictionLessPrice() {
    double lambda = 0.5;
    Run run = run(new CascadeRouting(lambda, 1, 10, SCORER, new Judge()), test);
    ScoringRouter scorer = SCORER.fit(train, validation, Task.CONTEXT.seed());
    FloatMatrix predictions = scorer.predict(test.queries());
    double[] costs = train.outcomes().meanCosts();
    for (int row = 0; row < test.size(); row++) {
      int best = 0;
      for (int model = 1; model < costs.length; model++) {
        if (predictions.get(row, model) - lambda * costs[model] / costs[4]
            > predictions.get(row, best) - lambda * costs[best] / costs[4]) {
          best = model;
        }
      }
      assertThat(run.decisions().model(row)).isEqualTo(best);
      assertThat(run.answers().called(row)).containsExactly(best);
    }
  }

  @Test
  void cascadeRoutingThatMayCallAllForNothingAnswersByTheHighestPrediction() {
    Run run = run(new CascadeRouting(0, 8, 16, SCORER, new Judge()), test);
    FloatMatrix predictions =
        SCORER.fit(train, validation, Task.CONTEXT.seed()).predict(test.queries());
    assertThat(run.decisions())
        .isEqualTo(Decisions.argmax(predictions, ModelRanking.of(train.outcomes())));
    for (int row = 0; row < test.size(); row++) {
      assertThat(run.answers().called(row))
          .as("a verdict that repeats the prediction is not worth a second call")
          .containsExactly(run.decisions().model(row));
    }
  }

  @Test
  void aHigherPriceOfCallsSpendsLess() {
    double before = Double.POSITIVE_INFINITY;
    for (double lambda : new double[] {0, 0.1, 0.5, 2}) {
      double cost = run(new CascadeRouting(lambda, 5, 10, SCORER, new Judge()), test).meanCost();
      assertThat(cost).isLessThan(before);
      before = cost;
    }
  }

  @Test
  void permutingThePoolPermutesTheCalls() {
    int[] order = {3, 0, 4, 1, 2};
    for (RoutingMethod method :
        List.of(
            new FrugalGpt(3, 8, 40, 0, SCORER, new Judge(Judge.Kind.NOISY_ORACLE, 0.1)),
            new CascadeRouting(0.1, 5, 10, SCORER, new Judge(Judge.Kind.GAUSSIAN, 0.3)),
            new AutoMix(AutoMix.Policy.DOUBLE_THRESHOLD, 8, 0.05, SCORER, new Judge()))) {
      Run straight = run(method, test);
      CascadeRouter turned =
          (CascadeRouter)
              method.train(permuted(train, order), permuted(validation, order), Task.CONTEXT);
      RecordedAnswers answers =
          new RecordedAnswers(
              turned.judge(),
              test.queries().queries(),
              permuted(test, order).outcomes(),
              Task.CONTEXT.seed());
      Decisions decisions = turned.route(test.queries(), answers);
      for (int row = 0; row < test.size(); row++) {
        assertThat(order[decisions.model(row)]).isEqualTo(straight.decisions().model(row));
        assertThat(IntStream.of(answers.called(row)).map(model -> order[model]).sorted().toArray())
            .containsExactly(straight.answers().called(row));
      }
    }
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

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new FrugalGpt(5, 8, 40, 0, SCORER, PERFECT))
        .hasMessage("depth must be in [1, 4] but is 5");
    assertThatThrownBy(() -> new FrugalGpt(3, 8, 1, 0, SCORER, PERFECT))
        .hasMessage("quantiles must be in [2, 1000] but is 1");
    assertThatThrownBy(() -> new CascadeRouting(-1, 5, 10, SCORER, PERFECT))
        .hasMessageContaining("lambda must be in [0.0,");
    assertThatThrownBy(() -> new AutoMix(AutoMix.Policy.THRESHOLD, 8, 1.5, SCORER, PERFECT))
        .hasMessage("leastShare must be in [0.0, 1.0] but is 1.5");
    assertThatThrownBy(() -> new Judge(Judge.Kind.NOISY_ORACLE, 1.5))
        .hasMessage("judge.noise must be in [0.0, 1.0] but is 1.5");
  }
}
