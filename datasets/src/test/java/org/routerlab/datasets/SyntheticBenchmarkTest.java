package org.routerlab.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.Seed;
import org.routerlab.core.embedding.HashingEncoder;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.core.matrix.Kernels;
import org.routerlab.core.matrix.PackedMatrix;
import org.routerlab.core.matrix.TopK;

class SyntheticBenchmarkTest {

  private static final Seed SEED = new Seed(42);

  private final SyntheticBenchmark config = new SyntheticBenchmark();
  private final SyntheticBenchmark.Sample sample = config.generate(SEED);
  private final OutcomeTable outcomes = sample.benchmark().outcomes();

  @Test
  void theSameSeedGivesTheSameBenchmark() {
    SyntheticBenchmark.Sample again = config.generate(SEED);
    assertThat(again.benchmark().queries()).isEqualTo(sample.benchmark().queries());
    assertThat(again.benchmark().outcomes().scores().toArray())
        .isEqualTo(outcomes.scores().toArray());
    assertThat(again.benchmark().outcomes().costs().toArray())
        .isEqualTo(outcomes.costs().toArray());
    assertThat(again.probabilities().toArray()).isEqualTo(sample.probabilities().toArray());
  }

  @Test
  void anotherSeedGivesOtherTextsAndOutcomes() {
    SyntheticBenchmark.Sample other = config.generate(new Seed(43));
    assertThat(other.benchmark().texts()).isNotEqualTo(sample.benchmark().texts());
    assertThat(other.benchmark().outcomes().scores().toArray())
        .isNotEqualTo(outcomes.scores().toArray());
  }

  @Test
  void aLargerBenchmarkBeginsWithTheSmallerOne() {
    SyntheticBenchmark.Sample small = config.withQueries(100).generate(SEED);
    assertThat(sample.benchmark().queries().subList(0, 100)).isEqualTo(small.benchmark().queries());
    int[] first = IntStream.range(0, 100).toArray();
    assertThat(outcomes.selectRows(first).scores().toArray())
        .isEqualTo(small.benchmark().outcomes().scores().toArray());
  }

  @Test
  void outcomesFollowTheTrueProbabilities() {
    OutcomeTable large = config.withQueries(20_000).generate(SEED).benchmark().outcomes();
    FloatMatrix truth = config.withQueries(20_000).generate(SEED).probabilities();
    for (int model = 0; model < truth.columns(); model++) {
      int column = model;
      double expected =
          IntStream.range(0, truth.rows())
              .mapToDouble(r -> truth.get(r, column))
              .average()
              .orElse(0);
      assertThat(large.meanScores()[model]).isCloseTo(expected, within(0.015));
    }
  }

  @Test
  void theOptimalRouterBeatsEverySingleModelByFar() {
    double optimal = outcomes.meanScore(sample.optimalDecisions());
    int best = ModelRanking.of(outcomes).best();
    double bestSingle = outcomes.meanScore(Decisions.constant(outcomes.size(), best));
    assertThat(optimal).isGreaterThan(bestSingle + 0.15);
  }

  @Test
  void theNearestNeighboursOfATextAreOfItsCluster() {
    FloatMatrix embeddings = new HashingEncoder(256).embed(sample.benchmark().texts());
    TopK nearest = Kernels.topK(embeddings, PackedMatrix.of(embeddings), 2);
    List<Query> queries = sample.benchmark().queries();
    long same =
        IntStream.range(0, queries.size())
            .filter(
                row ->
                    queries.get(row).dataset().equals(queries.get(nearest.row(row, 1)).dataset()))
            .count();
    assertThat(same).isGreaterThan(queries.size() * 95L / 100);
  }

  @Test
  void everyClusterHasItsOwnNameBeyondTheBuiltInTopics() {
    List<Query> queries =
        config.withModels(12, 1, 12).withQueries(500).generate(SEED).benchmark().queries();
    assertThat(queries.stream().map(Query::dataset).distinct()).hasSize(12).contains("topic-12");
  }

  @Test
  void hardQueriesAreTaggedAndFailMoreOften() {
    Map<String, double[]> sums = new HashMap<>();
    for (int row = 0; row < outcomes.size(); row++) {
      String difficulty = sample.benchmark().queries().get(row).tags().get("difficulty");
      double[] sum = sums.computeIfAbsent(difficulty, key -> new double[2]);
      sum[0] += outcomes.score(row, 0);
      sum[1]++;
    }
    double[] hard = sums.get("hard");
    double[] plain = sums.get("plain");
    assertThat(hard[1] / outcomes.size()).isCloseTo(config.hardShare(), within(0.05));
    assertThat(hard[0] / hard[1]).isLessThan(plain[0] / plain[1] - 0.2);
  }

  @Test
  void textsAreUniqueUnlessDuplicatesAreAskedFor() {
    assertThat(new HashSet<>(sample.benchmark().texts())).hasSize(config.queries());
    List<String> repeated = config.withDuplicateShare(0.5).generate(SEED).benchmark().texts();
    assertThat(new HashSet<>(repeated).size()).isBetween(400, 600);
  }

  @Test
  void aSparseTableKeepsTheAskedShareAndAtLeastOneOutcomeAQuery() {
    OutcomeTable sparse = config.withObservedShare(0.3).generate(SEED).benchmark().outcomes();
    int observed = 0;
    for (int row = 0; row < sparse.size(); row++) {
      int inRow = 0;
      for (int model = 0; model < sparse.pool().size(); model++) {
        inRow += sparse.isObserved(row, model) ? 1 : 0;
        assertThat(Float.isNaN(sparse.cost(row, model))).isEqualTo(!sparse.isObserved(row, model));
      }
      assertThat(inRow).isPositive();
      observed += inRow;
    }
    double share = (double) observed / (sparse.size() * sparse.pool().size());
    // One kept cell of seven lifts 0.3 to 0.3 + 0.7 / 7.
    assertThat(share).isCloseTo(0.4, within(0.03));
  }

  @Test
  void longerTextsCostMoreAndPricesSpanTheLadder() {
    double[] means = outcomes.meanCosts();
    double dearest = IntStream.range(0, means.length).mapToDouble(m -> means[m]).max().orElse(0);
    double cheapest = IntStream.range(0, means.length).mapToDouble(m -> means[m]).min().orElse(0);
    assertThat(dearest / cheapest).isBetween(20.0, 500.0);
    SyntheticBenchmark wordy =
        new SyntheticBenchmark(1_000, 5, 2, 5, 3.5, 0.2, 1, 200, 0.7, 0, 100, 0.3);
    assertThat(wordy.generate(SEED).benchmark().outcomes().meanCosts()[0]).isGreaterThan(means[0]);
  }

  @Test
  void threeHundredThousandQueriesOfNineModelsFitInTheTest() {
    SyntheticBenchmark.Sample large =
        config.withQueries(300_000).withModels(5, 4, 5).generate(SEED);
    assertThat(large.probabilities().rows()).isEqualTo(300_000);
    assertThat(large.probabilities().columns()).isEqualTo(9);
  }

  @Test
  void sharesOutOfRangeAreNamed() {
    assertThatThrownBy(() -> config.withObservedShare(1.5)).hasMessageContaining("observedShare");
    assertThatThrownBy(() -> config.withModels(3, 0, 0)).hasMessageContaining("generalists");
  }
}
