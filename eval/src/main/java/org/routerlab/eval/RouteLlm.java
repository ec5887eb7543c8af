package org.routerlab.eval;

import java.util.List;

/**
 * Metrics of dividing calls between a weak and a strong model, as of RouteLLM (arXiv 2406.18665)
 * and of the routing rate of Who Routes the Router.
 *
 * <p>Queries are handed to the strong model one by one, by falling priority w = p_strong − p_weak,
 * equal ones (to six decimals) evenly, as in the mean over their orders. A(f) is the accuracy once
 * a share f of the queries has been handed over, linear in between; the recovered gap is PGR(f) =
 * (A(f) − A_weak) / (A_strong − A_weak), which is NaN where A_strong ≤ A_weak. Above 1 the two
 * together are better than the strong model.
 *
 * <p>Without a given pair it is that of {@link ModelPair#of(TestSet)}. All are NaN where the two
 * coincide and for a router without predictions. On a resample the queries keep their order: one
 * drawn twice is handed over twice in a row. Of several runs the value is the mean over them.
 */
public final class RouteLlm {

  private static final StrongWeakMetrics STANDARD = new StrongWeakMetrics("", ModelPair::of);

  private RouteLlm() {}

  /** All metrics of this class for the pair that the test set suggests. */
  public static List<Metric> metrics() {
    return STANDARD.all();
  }

  /**
   * All metrics of this class for a given pair; names end in {@code /WEAK->STRONG}.
   *
   * @throws IndexOutOfBoundsException for a column that the pool has not
   */
  public static List<Metric> metrics(TestSet test, ModelPair pair) {
    String suffix = "/" + test.pool().name(pair.weak()) + "->" + test.pool().name(pair.strong());
    return new StrongWeakMetrics(suffix, any -> pair).all();
  }

  /**
   * {@code apgr}: the mean recovered gap, ∫ PGR df over [0, 1], exact over all queries.
   *
   * <p>No fixed range, mostly in [0, 1]; higher is better; 1/2 in expectation for an order at
   * random. Source: RouteLLM, which approximates it in two ways.
   */
  public static CountMetric apgr() {
    return STANDARD.recoveredArea();
  }

  /**
   * {@code apgr-10}: {@link #apgr} as the mean of PGR(f) at f = 0.1, 0.2 ... 1.
   *
   * <p>No fixed range; higher is better; 0.55 in expectation for an order at random, since 1 is
   * among the shares and 0 is not. Source: the paper of RouteLLM, which leaves open at which ten.
   */
  public static CountMetric apgr10() {
    return STANDARD.meanRecovered();
  }

  /**
   * {@code apgr-thresholds}: {@link #apgr} by the trapezoid rule over 11 thresholds of w: the
   * strong model is called where w reaches a decile, and nowhere at the last.
   *
   * <p>No fixed range; higher is better; 1/2 for equal predictions. The deciles are those of all
   * test queries and stay on a resample. Of several runs the curves are averaged. Source: the code
   * of RouteLLM.
   */
  public static SetMetric apgrThresholds() {
    return STANDARD.recoveredAtThresholds();
  }

  /**
   * {@code cpt-PERCENT}: the least share of calls to the strong model that recovers so much of the
   * gap, at the first crossing.
   *
   * <p>Fraction in (0, 1]; lower is better. There is always one, as the whole gap is recovered at f
   * = 1. Source: RouteLLM; what its code reads off instead is {@link #cptInterpolated}.
   *
   * @param percent in [1, 99]; 20, 50 and 80 in the literature
   */
  public static CountMetric cpt(int percent) {
    return STANDARD.callsFor(percent);
  }

  /**
   * {@code cpt-PERCENT-interpolated}: {@link #cpt} read off the 11 thresholds of {@link
   * #apgrThresholds}, with accuracy as the abscissa: a bisection finds the last threshold whose
   * accuracy is at most the target, and a straight line runs to the next.
   *
   * <p>Fraction in [0, 1]; lower is better. It takes accuracy to grow with the calls throughout:
   * where the curve dips it may report a later crossing than the first, and so is wrong there; it
   * is kept for comparison with published values. Of several runs the curves are averaged. Source:
   * the code of RouteLLM.
   *
   * @param percent in [1, 99]; 20, 50 and 80 in the literature
   */
  public static SetMetric cptInterpolated(int percent) {
    return STANDARD.callsInterpolated(percent);
  }

  /**
   * {@code routing-rate-area}: ∫ A df over [0, 1], the accuracy averaged over all shares of calls
   * to the strong model; over the share of calls to the weak one it is the same.
   *
   * <p>Fraction; higher is better; also where the strong model is not better. Source: Who Routes
   * the Router.
   */
  public static CountMetric routingRateArea() {
    return STANDARD.area();
  }

  /**
   * {@code routing-rate-gain}: {@link #routingRateArea} less the area (A_weak + A_strong) / 2 under
   * the straight line, that of handing over at random.
   *
   * <p>In [−1/2, 1/2]; higher is better; 0 in expectation for an order at random. Source: Who
   * Routes the Router.
   */
  public static CountMetric routingRateGain() {
    return STANDARD.gain();
  }

  /**
   * {@code routing-rate-area-by-weak}: {@link #routingRateArea} with the queries in the order of
   * the weak model's prediction alone, the least confident handed over first.
   *
   * <p>Fraction; higher is better. Source: Who Routes the Router, another reading.
   */
  public static CountMetric routingRateAreaByWeak() {
    return STANDARD.areaByWeak();
  }

  /**
   * {@code routing-rate-gain-by-weak}: {@link #routingRateGain} with the queries in the order of
   * the weak model's prediction alone.
   *
   * <p>In [−1/2, 1/2]; higher is better. Source: Who Routes the Router, another reading.
   */
  public static CountMetric routingRateGainByWeak() {
    return STANDARD.gainByWeak();
  }
}
