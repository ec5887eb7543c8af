package org.routerlab.eval;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.Require;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * The references every router is compared with; no learning in any of them.
 *
 * @param random {@code random}: an even draw among the models, as its exact expectation
 * @param bestSingle {@code best-single}: always the model with the best training mean
 * @param heuristic {@code heuristic}: the model with the best training mean under the cost weight,
 *     or within the budget; without either it is the best single model
 * @param bestSingleTest {@code best-single-test}: always the model with the best test mean;
 *     hindsight
 * @param datasetOracle {@code dataset-oracle}: for each dataset the model with the best test mean
 *     on it; hindsight
 * @param oracle {@code oracle}: for each query the model with the highest score, and of these the
 *     cheapest; where no model is correct that is the cheapest. Under a cost weight it is the model
 *     of the highest realised utility. Hindsight
 */
public record References(
    Evaluation random,
    Evaluation bestSingle,
    Evaluation heuristic,
    Evaluation bestSingleTest,
    Evaluation datasetOracle,
    Evaluation oracle) {

  /** The references on {@code test}. Ties go by its ranking. */
  public static References of(TestSet test) {
    return new References(
        new Evaluation("random", test, false, new RandomPolicy(test)),
        always("best-single", test, false, test.ranking().best()),
        new Evaluation("heuristic", test, false, new ScoredPolicy(test, trainMeans(test))),
        always("best-single-test", test, true, bestOnTest(test)),
        new Evaluation("dataset-oracle", test, true, new ScoredPolicy(test, datasetMeans(test))),
        new Evaluation("oracle", test, true, new OraclePolicy(test)));
  }

  /**
   * {@code routereval-oracle-SHARE}: with that chance the oracle, else an even draw among the
   * models, as its exact expectation; hindsight. It is RouterEval's r_o(p) (arXiv 2503.10657) and
   * not one of the six: a comparison that wants it adds it.
   *
   * @param share in [0, 1]: 0 is {@code random}, 1 is {@code oracle}
   */
  public static Evaluation oracleWithChance(double share, TestSet test) {
    Require.between("share", share, 0, 1);
    return new Evaluation("routereval-oracle-" + share, test, true, new OracleShare(test, share));
  }

  /**
   * {@code random-draw-SEED}: one seeded draw among the models for every query, as some benchmarks
   * report; {@code random} is its exact expectation, and not one of the six either.
   */
  public static Evaluation randomDraw(Seed seed, TestSet test) {
    SplittableRandom random = seed.stream("random draw");
    int[] drawn = new int[test.given()];
    Arrays.setAll(drawn, row -> random.nextInt(test.pool().size()));
    return Evaluation.of("random-draw-" + seed.value(), test, Decisions.of(drawn));
  }

  /** All six, in the order of the components. */
  public List<Evaluation> all() {
    return List.of(random, bestSingle, heuristic, bestSingleTest, datasetOracle, oracle);
  }

  /** All six as routers of a comparison. */
  public List<RouterRuns> runs() {
    return all().stream().map(RouterRuns::of).toList();
  }

  private static Evaluation always(String name, TestSet test, boolean hindsight, int model) {
    Policy policy = new FixedPolicy(Decisions.constant(test.size(), model));
    return new Evaluation(name, test, hindsight, policy);
  }

  private static FloatMatrix trainMeans(TestSet test) {
    int models = test.pool().size();
    float[] all = new float[test.size() * models];
    for (int i = 0; i < all.length; i++) {
      double mean = test.trainMean(i % models);
      // A model never seen in training is the last resort, as it is in the ranking.
      all[i] = Double.isNaN(mean) ? -1 : (float) mean;
    }
    return FloatMatrix.wrap(test.size(), models, all);
  }

  /** The model of the highest mean test score; ties go by the ranking. */
  static int bestOnTest(TestSet test) {
    double[] means = means(test, QuerySubset.of(QuerySubset.ALL, test.size(), row -> true));
    ModelRanking ranking = test.ranking();
    int best = 0;
    for (int model = 1; model < means.length; model++) {
      if (means[model] > means[best]
          || (means[model] == means[best] && ranking.prefers(model, best))) {
        best = model;
      }
    }
    return best;
  }

  private static FloatMatrix datasetMeans(TestSet test) {
    int models = test.pool().size();
    float[] all = new float[test.size() * models];
    Stream<QuerySubset> datasets =
        test.datasets().stream().map(name -> test.subset("dataset/" + name));
    datasets.forEach(
        dataset -> {
          double[] means = means(test, dataset);
          for (int row : dataset.rows()) {
            for (int model = 0; model < models; model++) {
              all[row * models + model] = (float) means[model];
            }
          }
        });
    return FloatMatrix.wrap(test.size(), models, all);
  }

  /** Each model's mean score; 0 where there are no rows. */
  static double[] means(TestSet test, QuerySubset subset) {
    double[] means = new double[test.pool().size()];
    for (int row : subset.rows()) {
      for (int model = 0; model < means.length; model++) {
        means[model] += test.score(row, model);
      }
    }
    return Arrays.stream(means).map(sum -> sum / Math.max(1, subset.size())).toArray();
  }
}
