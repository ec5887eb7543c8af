package org.routerlab.datasets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.routerlab.core.ModelPool;
import org.routerlab.core.Seed;

/**
 * The models of a synthetic benchmark.
 *
 * @param pool generalists, then specialists
 * @param abilities models × clusters, in logits
 * @param prices US dollars a token, one a model
 */
record SyntheticModels(ModelPool pool, double[][] abilities, double[] prices) {

  private static final double CHEAPEST_USD_PER_TOKEN = 1e-7;

  static SyntheticModels draw(SyntheticBenchmark config, Seed seed) {
    SplittableRandom random = seed.stream("synthetic models");
    List<String> names = new ArrayList<>();
    List<double[]> abilities = new ArrayList<>();
    for (int g = 0; g < config.generalists(); g++) {
      names.add("generalist-" + (g + 1));
      // The best generalist is right on about two thirds of the plain queries.
      double ability = 0.8 - 0.5 * (config.generalists() - 1 - g);
      abilities.add(perCluster(config.clusters(), cluster -> ability, random));
    }
    for (int s = 0; s < config.specialists(); s++) {
      names.add("specialist-" + (s + 1));
      int home = s % config.clusters();
      double gain = config.specialistGain();
      abilities.add(
          perCluster(config.clusters(), cluster -> cluster == home ? gain - 1 : -1, random));
    }
    double[][] table = abilities.toArray(double[][]::new);
    return new SyntheticModels(new ModelPool(names), table, prices(config, table, random));
  }

  private static double[] perCluster(
      int clusters, IntToDoubleFunction mean, SplittableRandom random) {
    return IntStream.range(0, clusters)
        .mapToDouble(cluster -> mean.applyAsDouble(cluster) + 0.15 * random.nextGaussian())
        .toArray();
  }

  private static double[] prices(
      SyntheticBenchmark config, double[][] abilities, SplittableRandom random) {
    int models = abilities.length;
    int[] weakestFirst =
        IntStream.range(0, models)
            .boxed()
            .sorted(Comparator.comparingDouble(m -> Arrays.stream(abilities[m]).sum()))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] prices = new double[models];
    for (int rank = 0; rank < models; rank++) {
      double step = models == 1 ? 0 : (double) rank / (models - 1);
      double noise = StrictMath.exp(config.priceNoise() * random.nextGaussian());
      prices[weakestFirst[rank]] =
          CHEAPEST_USD_PER_TOKEN * StrictMath.pow(config.priceRatio(), step) * noise;
    }
    return prices;
  }
}
