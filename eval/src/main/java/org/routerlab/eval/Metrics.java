package org.routerlab.eval;

import java.util.ArrayList;
import java.util.List;

/**
 * The metrics.
 *
 * <p>Notation: y[i, m] is the recorded score of model m on query i, c[i, m] its realised cost, c~
 * the same on the scale of scores, r(i) the router's choice, m* the best single model on training
 * outcomes, A an accuracy. "Fraction" is a number in [0, 1] unless a range is given. On a test set
 * without rows, and on a subset without rows, every metric is NaN. Formula and source of each are
 * also in its {@link MetricDefinition}.
 */
public final class Metrics {

  private Metrics() {}

  /**
   * All metrics that {@code test} allows: accuracy on all queries and on each standing subset, then
   * the others; those of cost only where the test set has costs.
   *
   * @param lambdas the cost weights to report {@link #utility} for, each in [0, 1]
   */
  public static List<Metric> standard(TestSet test, double... lambdas) {
    List<Metric> metrics = new ArrayList<>();
    metrics.add(accuracy());
    test.subsets().forEach(subset -> metrics.add(accuracy().on(subset)));
    metrics.addAll(List.of(datasetAverage(), oracleGap(), gapClosed()));
    if (test.hasCosts()) {
      metrics.add(meanCost());
      for (double lambda : lambdas) {
        metrics.add(utility(lambda));
      }
      metrics.addAll(List.of(budgetArea(), budgetMean(), budgetPeak()));
      metrics.addAll(List.of(lambdaArea(), lambdaPeak(), qnc(), budgetHeuristicAgreement()));
    }
    metrics.addAll(List.of(heuristicAgreement(), selectionEntropy()));
    for (int model = 0; model < test.pool().size(); model++) {
      metrics.add(selectionShare(test, model));
    }
    return List.copyOf(metrics);
  }

  /**
   * The metrics that go by the scale of predictions, of {@link #calibrated calibrated} ones: {@link
   * #utility}, {@link #lambdaArea}, {@link #lambdaPeak} and {@link #qnc}. They need costs.
   *
   * @param lambdas the cost weights, each in [0, 1]
   */
  public static List<Metric> calibrated(double... lambdas) {
    List<Metric> metrics = new ArrayList<>();
    for (double lambda : lambdas) {
      metrics.add(calibrated(utility(lambda)));
    }
    metrics.addAll(List.of(calibrated(lambdaArea()), calibrated(lambdaPeak()), calibrated(qnc())));
    return List.copyOf(metrics);
  }

  /**
   * {@code METRIC-calibrated}: a metric of predictions that were brought to the scale of accuracy
   * by one common calibration, so that routers, not scales of scores, are compared.
   *
   * <p>Unit and direction are those of the metric; read it beside the metric of raw predictions. A
   * router without calibrated predictions has the same value in both: one that decides by itself, a
   * reference, and every router where there was no validation part to calibrate on; see {@link
   * RouterRuns#calibrated()}. RouterLab's own.
   */
  public static Metric calibrated(Metric metric) {
    return CalibratedMetric.of(metric);
  }

  /**
   * {@code accuracy}: the mean score of the chosen models, mean_i y[i, r(i)].
   *
   * <p>Fraction; higher is better. On a subset it is the mean over the subset. Source: Plateau
   * (arXiv 2606.07587), § 3.
   */
  public static QueryMetric accuracy() {
    return AccuracyMetrics.accuracy();
  }

  /**
   * {@code oracle-gap}: what is lost against the oracle, 100 (mean_i max_m y[i, m] − accuracy).
   *
   * <p>Percentage points in [0, 100]; lower is better. 0 where all models score alike. Source:
   * Plateau, § 3.
   */
  public static QueryMetric oracleGap() {
    return AccuracyMetrics.oracleGap();
  }

  /**
   * {@code gap-closed}: how much of the way from the best single model to the oracle is gone, (A −
   * A_m*) / (A_oracle − A_m*).
   *
   * <p>Fraction of at most 1, negative for a router below the best single model; higher is better.
   * NaN where the best single model is right whenever any model is. RouterLab's own.
   */
  public static QueryMetric gapClosed() {
    return AccuracyMetrics.gapClosed();
  }

  /**
   * {@code dataset-average}: the unweighted mean of the accuracies on the datasets.
   *
   * <p>Fraction; higher is better. With one dataset it is the accuracy; on a resample, datasets
   * that happen to have no query are left out. Source: LLMRouterBench (arXiv 2601.07206), AvgAcc.
   */
  public static SetMetric datasetAverage() {
    return AccuracyMetrics.datasetAverage();
  }

  /**
   * {@code mean-cost}: the mean realised cost of the chosen models, mean_i c[i, r(i)]; of a cascade
   * the costs of all models called on a query are added up, here and in every metric of cost.
   *
   * <p>In the unit of the outcome table, at least 0; lower is better. Needs costs. Source:
   * LLMRouterBench.
   */
  public static QueryMetric meanCost() {
    return CostMetrics.meanCost();
  }

  /**
   * {@code utility-λ}: realised cost-utility, (1 − λ) mean_i y[i, r_λ(i)] − λ mean_i c~[i, r_λ(i)],
   * of the choices r_λ(i) = argmax_m (1 − λ) p[i, m] − λ c~_m with the mean training cost c~_m (or
   * another expected cost, see {@link CostBasis}).
   *
   * <p>In [−1, 1] where c~ is in [0, 1]: where no query costs more than the costs of training are
   * scaled to, which a cascade's calls together often do; higher is better. At λ = 0 it is the
   * accuracy. Needs costs; where all training costs are 0, c~ is 0. A router that decides by itself
   * keeps its choices at every λ. Source: Plateau, § 3 and Table 2, which leaves open how costs are
   * scaled and known; see {@link CostScale}.
   */
  public static QueryMetric utility(double lambda) {
    return CostMetrics.utility(lambda);
  }

  /**
   * {@code budget-area}: the area under accuracy A_b within budget b, by the trapezoid rule over
   * the distinct mean training costs, divided by their range.
   *
   * <p>Fraction; higher is better. A_b chooses argmax p among models of mean training cost ≤ b. NaN
   * with one distinct mean cost, and for a router that decides by itself, since it cannot be
   * masked. Needs costs. Source: Who Routes the Router, appendices E and F.
   */
  public static QueryMetric budgetArea() {
    return BudgetMetrics.area();
  }

  /**
   * {@code budget-mean}: the mean of A_b over the distinct mean training costs b.
   *
   * <p>Fraction; higher is better. NaN for a router that decides by itself. Needs costs. Source:
   * Who Routes the Router, Table 1 ("Avg. Acc").
   */
  public static QueryMetric budgetMean() {
    return BudgetMetrics.mean();
  }

  /**
   * {@code budget-peak}: the greatest A_b.
   *
   * <p>Fraction; higher is better. The budget is picked on the queries themselves, so its interval
   * leans upwards. NaN for a router that decides by itself. Needs costs. Source: Who Routes the
   * Router, appendix F.
   */
  public static SetMetric budgetPeak() {
    return BudgetMetrics.peak();
  }

  /**
   * {@code lambda-area}: the area under accuracy against realised mean cost as λ goes from 1 to 0,
   * over the shared interval [mean_i min_m c, mean_i max_m c], divided by its length.
   *
   * <p>Fraction; higher is better. The curve is the non-dominated points of 99 weights λ, joined by
   * straight lines; it starts from choosing the least costly model of every query, and its last
   * accuracy is carried on to the end. NaN where every model costs the same on every query. Needs
   * costs. Source: ORBIT (utils/metrics.py@ff213c0); sources differ on the interval.
   */
  public static SetMetric lambdaArea() {
    return LambdaMetrics.area();
  }

  /**
   * {@code lambda-peak}: the greatest accuracy over the weights λ.
   *
   * <p>Fraction; higher is better. λ is picked on the queries themselves, so its interval leans
   * upwards. Needs costs. Source: UniRoute (arXiv 2502.08773).
   */
  public static SetMetric lambdaPeak() {
    return LambdaMetrics.peak();
  }

  /**
   * {@code qnc}, quality-neutral cost: the least mean cost at which the curve over λ is as accurate
   * as m*, divided by the mean cost of m*.
   *
   * <p>At least 0; lower is better, below 1 the router saves cost. Straight lines between
   * non-dominated points. Positive infinity where the curve never gets there (on a resample too, so
   * that an interval may be open above); NaN where m* costs nothing. Needs costs. Source: UniRoute,
   * with the best single model of training in place of that of test.
   */
  public static SetMetric qnc() {
    return LambdaMetrics.qnc();
  }

  /**
   * {@code batch-allocation-accuracy}: the accuracy of the {@link
   * org.routerlab.eval.select.Allocation allocation} of the whole test set as one batch, whose
   * expected cost is at most that of m* for every query.
   *
   * <p>Fraction; higher is better. Not a figure of a router that sees one query at a time: what one
   * query gets depends on all others. So it is not among the {@link #standard} ones. A resample
   * keeps the allocation as it is. NaN for a router that decides by itself. Needs costs, and
   * predictions on the scale of accuracy. Source: FORC (arXiv 2308.06077) and OptLLM (arXiv
   * 2405.15130).
   */
  public static QueryMetric batchAllocationAccuracy() {
    return BatchMetrics.accuracy();
  }

  /**
   * {@code heuristic-agreement}: the share of queries for which m* is chosen, without a budget.
   *
   * <p>Fraction; neither way is better. Source: Who Routes the Router, Table 4.
   */
  public static QueryMetric heuristicAgreement() {
    return SelectionMetrics.agreement();
  }

  /**
   * {@code budget-heuristic-agreement}: the share of queries for which the best affordable single
   * model is chosen, averaged over the budgets.
   *
   * <p>Fraction; neither way is better. NaN for a router that decides by itself. Needs costs.
   * Source: Who Routes the Router, Table 4.
   */
  public static QueryMetric budgetHeuristicAgreement() {
    return BudgetMetrics.agreement();
  }

  /**
   * {@code selection-share/MODEL}: the share of queries for which a model is chosen.
   *
   * <p>Fraction; neither way is better. Source: Plateau, Figure 4.
   *
   * @param model its column in the pool
   */
  public static QueryMetric selectionShare(TestSet test, int model) {
    return SelectionMetrics.share(test, model);
  }

  /**
   * {@code selection-entropy}: −Σ_m f_m log₂ f_m of the selection shares f.
   *
   * <p>Bits in [0, log₂ models]; neither way is better; 0 for a router that always chooses one
   * model. Of several runs it is the entropy of their mean shares. RouterLab's own, beside
   * RouterEval's E_p (arXiv 2503.10657).
   */
  public static SetMetric selectionEntropy() {
    return SelectionMetrics.entropy();
  }

  /**
   * {@code bce}: the binary cross-entropy of predictions, the mean over queries and models of −(y
   * ln p + (1 − y) ln (1 − p)) with p clipped to [1e-6, 1 − 1e-6].
   *
   * <p>Nats in [0, 13.82]; lower is better; a prediction of 1/2 throughout has ln 2. Meaningful for
   * probabilities; NaN for a router that only decides. Of several runs it is their mean. Not among
   * the standard metrics. Source: Plateau, § 5.3 and Table 5.
   */
  public static QueryMetric crossEntropy() {
    return PredictionMetrics.crossEntropy();
  }

  /**
   * {@code brier}: the mean over queries and models of (p − y)².
   *
   * <p>In [0, 1] for probabilities; lower is better; a prediction of 1/2 throughout has 1/4 on
   * binary scores. NaN for a router that only decides. Of several runs it is their mean. Not among
   * the standard metrics. Source: Brier (1950).
   */
  public static QueryMetric brier() {
    return PredictionMetrics.brier();
  }

  /**
   * {@code ece}: the expected calibration error, Σ_b |Σ_{(i, m) in b} (p − y)| ÷ number of (i, m),
   * over 15 bins b of p of equal width; p below 0 is in the first, p of 1 and above in the last.
   *
   * <p>Fraction; lower is better; 0 for a router that predicts the mean score of the test set
   * throughout, so that it says nothing of skill. NaN for a router that only decides. Of several
   * runs it is that of their predictions taken together. Not among the standard metrics. Source:
   * Guo et al. (arXiv 1706.04599).
   */
  public static SetMetric calibrationError() {
    return PredictionMetrics.calibrationError();
  }
}
