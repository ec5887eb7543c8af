package org.routerlab.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.Require;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * Makes routing benchmarks whose true success probabilities are known.
 *
 * <p>A query belongs to one cluster, whose vocabulary its text is made of, and has a difficulty. A
 * model answers it correctly with probability {@code 1 / (1 + exp(difficulty − ability))}, where
 * the ability is that of the model in the cluster: generalists differ little between clusters,
 * specialist {@code s} is far better in cluster {@code s mod clusters} than elsewhere. The price of
 * a token grows geometrically with a model's mean ability, and a query costs its price times the
 * tokens of its text and of an answer of random length.
 *
 * <p>Rows are drawn one after the other: with the same seed, a larger benchmark of complete
 * observations begins with the queries and outcomes of a smaller one.
 *
 * @param queries how many queries to draw
 * @param clusters how many kinds of query there are; the dataset of a query is its cluster's name
 * @param generalists how many models are about equally good everywhere, the last being the best
 * @param specialists how many models are good in one cluster
 * @param specialistGain by how much, in logits, a specialist beats itself elsewhere at home
 * @param hardShare the share of queries that are {@value #HARD_DIFFICULTY} logits more difficult;
 *     the tag {@code difficulty} says which
 * @param observedShare the chance that an outcome is observed; every query keeps at least one
 * @param words the mean number of words of a text
 * @param ownWordShare the chance that a word is of the cluster's own vocabulary, not of the common
 *     one
 * @param duplicateShare the share of queries that repeat the text of an earlier query of their
 *     cluster; 0 makes all texts distinct
 * @param priceRatio the price of the best model divided by the price of the worst, before noise
 * @param priceNoise the standard deviation of the logarithm of a price around the ladder
 */
public record SyntheticBenchmark(
    int queries,
    int clusters,
    int generalists,
    int specialists,
    double specialistGain,
    double hardShare,
    double observedShare,
    int words,
    double ownWordShare,
    double duplicateShare,
    double priceRatio,
    double priceNoise) {

  /** What a hard query adds to its difficulty, in logits. */
  public static final double HARD_DIFFICULTY = 3;

  /** Rejects counts and shares out of range. */
  public SyntheticBenchmark {
    Require.between("queries", queries, 0, Integer.MAX_VALUE);
    Require.positive("clusters", clusters);
    Require.between("generalists", generalists, 0, Integer.MAX_VALUE);
    Require.between("specialists", specialists, 0, Integer.MAX_VALUE);
    Require.positive("generalists + specialists", generalists + specialists);
    Require.between("specialistGain", specialistGain, 0, 20);
    Require.between("hardShare", hardShare, 0, 1);
    Require.between("observedShare", observedShare, 0, 1);
    Require.positive("words", words);
    Require.between("ownWordShare", ownWordShare, 0, 1);
    Require.between("duplicateShare", duplicateShare, 0, 1);
    Require.between("priceRatio", priceRatio, 1, 1e6);
    Require.between("priceNoise", priceNoise, 0, 10);
  }

  /** 1,000 queries of 5 clusters, 2 generalists and 5 specialists, all observed. */
  public SyntheticBenchmark() {
    this(1_000, 5, 2, 5, 3.5, 0.2, 1, 14, 0.7, 0, 100, 0.3);
  }

  /** The same with another number of queries. */
  public SyntheticBenchmark withQueries(int count) {
    return new SyntheticBenchmark(
        count,
        clusters,
        generalists,
        specialists,
        specialistGain,
        hardShare,
        observedShare,
        words,
        ownWordShare,
        duplicateShare,
        priceRatio,
        priceNoise);
  }

  /** The same with another number of clusters and models. */
  public SyntheticBenchmark withModels(int clusterCount, int generalistCount, int specialistCount) {
    return new SyntheticBenchmark(
        queries,
        clusterCount,
        generalistCount,
        specialistCount,
        specialistGain,
        hardShare,
        observedShare,
        words,
        ownWordShare,
        duplicateShare,
        priceRatio,
        priceNoise);
  }

  /** The same with another chance of an outcome being observed. */
  public SyntheticBenchmark withObservedShare(double share) {
    return new SyntheticBenchmark(
        queries,
        clusters,
        generalists,
        specialists,
        specialistGain,
        hardShare,
        share,
        words,
        ownWordShare,
        duplicateShare,
        priceRatio,
        priceNoise);
  }

  /** The same with another share of repeated texts. */
  public SyntheticBenchmark withDuplicateShare(double share) {
    return new SyntheticBenchmark(
        queries,
        clusters,
        generalists,
        specialists,
        specialistGain,
        hardShare,
        observedShare,
        words,
        ownWordShare,
        share,
        priceRatio,
        priceNoise);
  }

  /**
   * A benchmark with what no real one has: the truth behind its outcomes.
   *
   * @param benchmark queries with the outcomes drawn
   * @param probabilities queries × models, the chance of a correct answer that each outcome was
   *     drawn with, in (0, 1)
   */
  public record Sample(Benchmark benchmark, FloatMatrix probabilities) {

    /** Rejects nulls. */
    public Sample {
      Objects.requireNonNull(benchmark, "benchmark");
      Objects.requireNonNull(probabilities, "probabilities");
    }

    /**
     * The choices of the Bayes-optimal router: for each query the model most likely to be right. No
     * router has a higher expected routing accuracy.
     */
    public Decisions optimalDecisions() {
      return Decisions.of(
          probabilities.rows(),
          row ->
              IntStream.range(0, probabilities.columns())
                  .reduce(
                      (best, model) ->
                          probabilities.get(row, model) > probabilities.get(row, best)
                              ? model
                              : best)
                  .orElseThrow());
    }
  }

  /** Draws a benchmark; the same seed gives the same bytes. */
  public Sample generate(Seed seed) {
    SyntheticModels models = SyntheticModels.draw(this, seed);
    SyntheticTexts texts = new SyntheticTexts(this, seed);
    SplittableRandom traits = seed.stream("synthetic traits");
    SyntheticOutcomes outcomes = new SyntheticOutcomes(this, models, seed);
    List<Query> drawn = new ArrayList<>(queries);
    for (int row = 0; row < queries; row++) {
      int cluster = traits.nextInt(clusters);
      boolean hard = traits.nextDouble() < hardShare;
      double difficulty = 0.5 * traits.nextGaussian() + (hard ? HARD_DIFFICULTY : 0);
      String text = texts.next(cluster);
      drawn.add(
          new Query(
              "synthetic-" + row,
              text,
              texts.topic(cluster),
              Map.of("difficulty", hard ? "hard" : "plain")));
      outcomes.add(row, cluster, difficulty, text.length());
    }
    ModelPool pool = models.pool();
    OutcomeTable table = new OutcomeTable(pool, outcomes.scores(), outcomes.costs());
    Map<String, String> provenance =
        Map.of("generator", toString(), "seed", Long.toString(seed.value()));
    return new Sample(
        Benchmark.of("synthetic", drawn, table, "USD", provenance), outcomes.probabilities());
  }
}
