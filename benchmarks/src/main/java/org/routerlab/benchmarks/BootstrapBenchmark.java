package org.routerlab.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.eval.Bootstrap;
import org.routerlab.eval.Comparison;
import org.routerlab.eval.Evaluation;
import org.routerlab.eval.Metric;
import org.routerlab.eval.Metrics;
import org.routerlab.eval.Resampling;
import org.routerlab.eval.RouterRuns;
import org.routerlab.eval.TestSet;

/**
 * Paired intervals of accuracy, of the area within budgets and of utilities at four cost weights:
 * 30 routers on the same 10,000 resamples of 12,000 queries, in seconds a comparison.
 *
 * <p>Tables are synthetic: ten models of different strength and cost, and routers that know the
 * outcomes to different degrees. The columns of the routers are made anew each time; what they
 * choose is computed once.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx2g", "--add-modules", "jdk.incubator.vector"})
public class BootstrapBenchmark {

  private static final int MODELS = 10;

  /** The number of resamples. */
  @Param("10000")
  public int resamples;

  /** The number of test queries. */
  @Param("12000")
  public int queries;

  /** The number of routers. */
  @Param("30")
  public int routers;

  private TestSet test;
  private List<RouterRuns> runs;
  private List<Metric> metrics;

  /** Draws outcomes, and what the routers predict of them. */
  @Setup
  public void prepare() {
    SplittableRandom random = new SplittableRandom(1);
    OutcomeTable table = outcomes(random);
    // Every tenth text occurs twice.
    List<Query> asked =
        IntStream.range(0, queries)
            .mapToObj(i -> new Query("q" + i, "text " + (i % 10 == 9 ? i - 1 : i), "d" + i % 7))
            .toList();
    test = TestSet.of(table, asked, table);
    runs = new ArrayList<>();
    for (int router = 0; router < routers; router++) {
      FloatMatrix predictions = predictions(random, table.scores(), router / (2.0 * routers));
      runs.add(RouterRuns.of(Evaluation.of("router " + router, test, predictions)));
    }
    metrics = new ArrayList<>(List.of(Metrics.accuracy(), Metrics.budgetArea()));
    for (double lambda : new double[] {.2, .5, .7, .9}) {
      metrics.add(Metrics.utility(lambda));
    }
  }

  private OutcomeTable outcomes(SplittableRandom random) {
    float[] scores = new float[queries * MODELS];
    float[] costs = new float[scores.length];
    for (int i = 0; i < scores.length; i++) {
      int model = i % MODELS;
      scores[i] = random.nextDouble() < .35 + .04 * model ? 1 : 0;
      costs[i] = (float) ((1 + model) * (.5 + random.nextDouble()));
    }
    ModelPool pool = new ModelPool(IntStream.range(0, MODELS).mapToObj(m -> "m" + m).toList());
    return new OutcomeTable(
        pool, FloatMatrix.wrap(queries, MODELS, scores), FloatMatrix.wrap(queries, MODELS, costs));
  }

  private static FloatMatrix predictions(
      SplittableRandom random, FloatMatrix scores, double knowledge) {
    float[] predicted = new float[scores.rows() * scores.columns()];
    for (int i = 0; i < predicted.length; i++) {
      double score = scores.get(i / scores.columns(), i % scores.columns());
      predicted[i] = (float) (knowledge * score + (1 - knowledge) * random.nextDouble());
    }
    return FloatMatrix.wrap(scores.rows(), scores.columns(), predicted);
  }

  /** Resamples of queries. */
  @Benchmark
  public Comparison queries() {
    return compare(Resampling.QUERIES);
  }

  /** Resamples of groups of equal text. */
  @Benchmark
  public Comparison promptGroups() {
    return compare(Resampling.PROMPT_GROUPS);
  }

  private Comparison compare(Resampling resampling) {
    Bootstrap bootstrap = new Bootstrap(resamples, .95, new Seed(1), resampling);
    return Comparison.of(test, runs, metrics, bootstrap);
  }
}
