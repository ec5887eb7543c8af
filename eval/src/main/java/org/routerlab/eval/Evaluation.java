package org.routerlab.eval;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.routerlab.core.Decisions;
import org.routerlab.core.Require;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.eval.select.ExpectedCosts;
import org.routerlab.eval.select.Rule;
import org.routerlab.eval.select.ServiceLevel;

/**
 * One trained router on a test set: what it selects, plainly, under a cost weight λ and under a
 * budget, and what that scores and costs.
 *
 * <p>Decisions use the predictions and the expected cost of each model, its mean training cost
 * unless {@link CostBasis another} is given; scores and costs of the decisions are the recorded
 * ones. Ties go by the test set's ranking.
 */
public final class Evaluation {

  private final String router;
  private final TestSet test;
  private final boolean hindsight;
  private final Policy policy;
  private final Selection selection;
  private final Lazy<Sweep> lambdaSweep;
  private final Lazy<Optional<Sweep>> budgetSweep;

  Evaluation(String router, TestSet test, boolean hindsight, Policy policy) {
    this.router = Objects.requireNonNull(router, "router");
    this.test = test;
    this.hindsight = hindsight;
    this.policy = policy;
    this.selection = policy.byLambda(0).at(0);
    this.lambdaSweep = new Lazy<>(() -> policy.byLambda(Lambdas.sweep()));
    this.budgetSweep = new Lazy<>(policy::byBudget);
  }

  /**
   * A router that predicts scores.
   *
   * @param router its name in tables
   * @param predictions a row for every query given to the test set, complete or not; finite
   * @throws IllegalArgumentException on another number of rows or columns, or a prediction that is
   *     not finite
   */
  public static Evaluation of(String router, TestSet test, FloatMatrix predictions) {
    return of(router, test, predictions, CostBasis.TRAIN_MEAN);
  }

  /**
   * A router that predicts scores, and goes by costs of a given origin under a cost weight and
   * within a budget. With {@link CostBasis#REALISED} it is not deployable.
   *
   * @throws IllegalArgumentException for {@link CostBasis#PREDICTED}, whose costs must be given
   */
  public static Evaluation of(
      String router, TestSet test, FloatMatrix predictions, CostBasis costs) {
    ScoredPolicy policy =
        new ScoredPolicy(test, finiteRows(router, test, predictions), costs.of(test));
    return new Evaluation(router, test, costs.isHindsight(), policy);
  }

  /**
   * A router that predicts scores, and costs too: it goes by these under a cost weight and within a
   * budget. The budgets themselves remain the mean training costs; where no model is predicted to
   * be within one, the cheapest is chosen.
   *
   * @param predictedCosts a row for every query given to the test set, in the unit of the table;
   *     finite and at least 0
   * @throws IllegalStateException on a test set without costs
   */
  public static Evaluation of(
      String router, TestSet test, FloatMatrix predictions, FloatMatrix predictedCosts) {
    if (!test.hasCosts()) {
      throw new IllegalStateException(
          "predicted costs need a test set with costs; ask hasCosts() first");
    }
    FloatMatrix costs = test.completeRows(predictedCosts);
    for (int row = 0; row < costs.rows(); row++) {
      for (int model = 0; model < costs.columns(); model++) {
        float cost = costs.get(row, model);
        if (!(cost >= 0 && Float.isFinite(cost))) {
          throw new IllegalArgumentException(
              "predicted costs must be finite and at least 0 but "
                  + router
                  + " predicts "
                  + cost
                  + " for model "
                  + test.pool().name(model)
                  + " on complete test row "
                  + row);
        }
      }
    }
    FloatMatrix complete = finiteRows(router, test, predictions);
    return new Evaluation(
        router, test, false, new ScoredPolicy(test, complete, ExpectedCosts.perQuery(costs)));
  }

  /**
   * What a rule makes of predictions: a router that decides by itself. The rule goes by mean
   * training costs. A {@link ServiceLevel} is told what its earlier choices scored, so it is not
   * deployable.
   *
   * @param kind what the predictions mean
   * @throws IllegalArgumentException where the rule cannot be used on predictions of this kind, and
   *     for a tie lottery, which decides on nothing
   */
  public static Evaluation of(
      String router, TestSet test, FloatMatrix predictions, ScoreKind kind, Rule rule) {
    FloatMatrix complete = finiteRows(router, test, predictions);
    Policy policy = new FixedPolicy(RuleDecisions.of(test, complete, kind, rule));
    return new Evaluation(router, test, rule instanceof ServiceLevel, policy);
  }

  private static FloatMatrix finiteRows(String router, TestSet test, FloatMatrix predictions) {
    FloatMatrix complete = test.completeRows(predictions);
    for (int row = 0; row < complete.rows(); row++) {
      for (int model = 0; model < complete.columns(); model++) {
        requireFinite(router, row, test.pool().name(model), complete.get(row, model));
      }
    }
    return complete;
  }

  /**
   * A router that decides by itself. It heeds no cost weight; metrics under a budget are NaN.
   *
   * @param router its name in tables
   * @param decisions one for every query given to the test set, complete or not
   */
  public static Evaluation of(String router, TestSet test, Decisions decisions) {
    Require.equal("decisions", decisions.size(), "given test queries", test.given());
    Decisions complete = decisions.selectRows(test.givenRows());
    for (int row = 0; row < complete.size(); row++) {
      Objects.checkIndex(complete.model(row), test.pool().size());
    }
    return new Evaluation(router, test, false, new FixedPolicy(complete));
  }

  /**
   * A router that calls models one after another and pays for each. It heeds no cost weight;
   * metrics under a budget are NaN.
   *
   * @param router its name in tables
   * @param answers the model whose answer is given, for every query given to the test set
   * @param called the models called on each of these queries, each once
   * @param hindsight whether its judge knew recorded scores, so that it could not be deployed
   */
  public static Evaluation ofCascade(
      String router, TestSet test, Decisions answers, int[][] called, boolean hindsight) {
    Require.equal("decisions", answers.size(), "given test queries", test.given());
    Require.equal("called models", called.length, "given test queries", test.given());
    int[] rows = test.givenRows();
    int[][] complete = new int[rows.length][];
    for (int row = 0; row < rows.length; row++) {
      complete[row] = called[rows[row]];
      for (int model : complete[row]) {
        Objects.checkIndex(model, test.pool().size());
      }
    }
    Selection selection = Selection.cascade(answers.selectRows(rows), complete);
    return new Evaluation(router, test, hindsight, new CascadePolicy(selection));
  }

  /** The router's name in tables. */
  public String router() {
    return router;
  }

  /** What it was evaluated on. */
  public TestSet test() {
    return test;
  }

  /** Whether it could be deployed: it has not seen test outcomes, as an oracle has. */
  public boolean isDeployable() {
    return !hindsight;
  }

  /** What the router selects by its scores alone (λ = 0, no budget). */
  public Selection selection() {
    return selection;
  }

  /**
   * What the router selects when cost weighs λ: argmax (1 − λ) prediction − λ scaled expected cost.
   * λ ≤ 1 weighs scores of [0, 1], so predictions should be probabilities; of others the result is
   * what it is.
   *
   * @param lambda in [0, 1]
   * @throws IllegalStateException for λ &gt; 0 on a test set without costs
   */
  public Selection choose(double lambda) {
    Require.between("lambda", lambda, 0, 1);
    if (lambda > 0) {
      requireCosts();
    }
    return policy.byLambda(lambda).at(0);
  }

  /** Whether the router can be masked to the models within a budget. */
  public boolean obeysBudgets() {
    requireCosts();
    return budgetSweep.get().isPresent();
  }

  /**
   * What the router selects among the models within each budget of the test set.
   *
   * @throws IllegalStateException where it cannot be masked; ask {@link #obeysBudgets()} first
   */
  public List<Selection> withinBudgets() {
    requireCosts();
    Sweep sweep =
        budgetSweep
            .get()
            .orElseThrow(
                () -> new IllegalStateException(router + " decides by itself and has no budget"));
    return IntStream.range(0, sweep.steps()).mapToObj(sweep::at).toList();
  }

  /**
   * The allocation of all complete rows as one batch, at most {@code meanBudget} a query by
   * expected costs; empty for a router without scores.
   */
  Optional<Selection> allocated(double meanBudget) {
    requireCosts();
    return policy instanceof ScoredPolicy scored
        ? Optional.of(Selection.of(scored.allocated(meanBudget)))
        : Optional.empty();
  }

  /** The score of {@link #selection()} on {@code row}, in [0, 1]. */
  public double score(int row) {
    return selection.expect(row, test::score);
  }

  /** The realised cost of {@link #selection()} on {@code row}; of a cascade that of all calls. */
  public double cost(int row) {
    return selection.spend(row, test::cost);
  }

  /** What was predicted on the complete rows; empty for a router that only decides. */
  Optional<FloatMatrix> predictions() {
    return policy instanceof ScoredPolicy scored
        ? Optional.of(scored.predictions())
        : Optional.empty();
  }

  Sweep lambdaSweep() {
    requireCosts();
    return lambdaSweep.get();
  }

  Optional<Sweep> budgetSweep() {
    requireCosts();
    return budgetSweep.get();
  }

  /** Within budgets for a query, by expected costs; empty for a router without scores. */
  Optional<Sweep> expectedCostSweep() {
    requireCosts();
    return policy instanceof ScoredPolicy scored
        ? Optional.of(scored.byExpectedCost())
        : Optional.empty();
  }

  private void requireCosts() {
    if (!test.hasCosts()) {
      throw new IllegalStateException(
          "cost weights and budgets need costs but the test set has none; ask hasCosts() first");
    }
  }

  private static void requireFinite(String router, int row, String model, float prediction) {
    if (!Float.isFinite(prediction)) {
      throw new IllegalArgumentException(
          "predictions must be finite but "
              + router
              + " predicts "
              + prediction
              + " for model "
              + model
              + " on complete test row "
              + row);
    }
  }

  @Override
  public String toString() {
    return router + " on " + test.size() + " queries";
  }
}
