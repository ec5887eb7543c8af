package org.routerlab.eval.wrr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Query;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.eval.wrr.CategorySimilarity.Pair;

class CategorySimilarityTest {

  @Test
  void textsAreComparedByTheCosineOfTheirMeans() {
    CategorySimilarity alike =
        CategorySimilarity.byEmbeddings(
            PoolCases.queries("b", "a", "a", "c"),
            FloatMatrix.of(
                new float[] {1, 1}, new float[] {2, 0}, new float[] {0, 2}, new float[] {1, -1}));

    assertThat(alike.tasks()).containsExactly("a", "b", "c");
    assertThat(alike.similarity("a", "b")).isCloseTo(1, within(1e-12));
    assertThat(alike.similarity("b", "c")).isCloseTo(0, within(1e-12));
    assertThat(alike.similarity(0, 0)).isCloseTo(1, within(1e-12));
    assertThat(alike.pairs().get(0)).isEqualTo(new Pair("a", "b", alike.similarity(1, 0)));
    assertThat(alike.mean()).isCloseTo(1 / 3.0, within(1e-12));
    assertThatThrownBy(() -> alike.similarity("a", "d")).hasMessageContaining("unknown task 'd'");
  }

  @Test
  void aTaskWhoseEmbeddingsCancelIsLikeNone() {
    CategorySimilarity alike =
        CategorySimilarity.byEmbeddings(
            PoolCases.queries("a", "a", "b"),
            FloatMatrix.of(new float[] {1, 0}, new float[] {-1, 0}, new float[] {1, 0}));
    assertThat(alike.similarity("a", "b")).isNaN();
    assertThat(alike.pairs()).isEmpty();
    assertThat(alike.mean()).isNaN();
  }

  @Test
  void accuraciesAreComparedByTheirCorrelationOverModels() {
    CategorySimilarity alike =
        CategorySimilarity.byAccuracies(
            PoolCases.queries("a", "b", "c", "d"),
            PoolCases.table(
                new float[] {0, .5f, 1},
                new float[] {.25f, .5f, .75f},
                new float[] {1, .5f, 0},
                new float[] {.5f, .5f, .5f}));
    assertThat(alike.similarity("a", "b")).isCloseTo(1, within(1e-12));
    assertThat(alike.similarity("a", "c")).isCloseTo(-1, within(1e-12));
    assertThat(alike.similarity("a", "d")).isNaN();
    assertThat(alike.pairs()).extracting(Pair::second).containsExactly("b", "c", "c");
  }

  @Test
  void modelsThatAreEquallyGoodHaveNoCorrelationThoughTheirMeanIsRounded() {
    // Each is right on one in five queries of a; the mean of three fifths by three is not a fifth.
    CategorySimilarity alike =
        CategorySimilarity.byAccuracies(
            PoolCases.queries("a", "a", "a", "a", "a", "b"),
            PoolCases.table(
                new float[] {1, 0, 0},
                new float[] {0, 1, 0},
                new float[] {0, 0, 1},
                new float[] {0, 0, 0},
                new float[] {0, 0, 0},
                new float[] {0, .5f, 1}));
    assertThat(alike.similarity("a", "b")).isNaN();
    assertThat(alike.similarity("a", "a")).isNaN();
  }

  @Test
  void bothReadingsAgreeWithTextbookFormulasOnRandomTables() {
    int compared = 0;
    for (int number = 0; number < 200; number++) {
      PoolCases.Case table = PoolCases.random(number);
      SplittableRandom random = new Seed(number).stream("embeddings");
      FloatMatrix embeddings =
          PoolCases.matrix(table.queries().size(), 3, () -> random.nextInt(5) - 2);
      CategorySimilarity texts = CategorySimilarity.byEmbeddings(table.queries(), embeddings);
      CategorySimilarity models =
          CategorySimilarity.byAccuracies(table.queries(), table.outcomes());
      for (String a : texts.tasks()) {
        for (String b : texts.tasks()) {
          assertSame(texts.similarity(a, b), cosine(table.queries(), embeddings, a, b));
          double expected = correlation(table, a, b);
          assertSame(models.similarity(a, b), expected);
          compared += Double.isNaN(expected) ? 0 : 1;
        }
      }
    }
    assertThat(compared).isGreaterThan(500);
  }

  private static void assertSame(double actual, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(actual).isNaN();
    } else {
      assertThat(actual).isCloseTo(expected, within(1e-9));
    }
  }

  /** Sums do for means, as a cosine does not mind lengths; small integers keep zeros exact. */
  private static double cosine(List<Query> queries, FloatMatrix embeddings, String a, String b) {
    double product = 0;
    double ofA = 0;
    double ofB = 0;
    for (int column = 0; column < embeddings.columns(); column++) {
      double sumA = 0;
      double sumB = 0;
      for (int row = 0; row < queries.size(); row++) {
        sumA += queries.get(row).dataset().equals(a) ? embeddings.get(row, column) : 0;
        sumB += queries.get(row).dataset().equals(b) ? embeddings.get(row, column) : 0;
      }
      product += sumA * sumB;
      ofA += sumA * sumA;
      ofB += sumB * sumB;
    }
    return ofA == 0 || ofB == 0 ? Double.NaN : product / Math.sqrt(ofA * ofB);
  }

  private static double correlation(PoolCases.Case table, String a, String b) {
    List<double[]> points = new ArrayList<>();
    for (int model = 0; model < table.outcomes().pool().size(); model++) {
      double[] point = {PoolCases.accuracy(table, a, model), PoolCases.accuracy(table, b, model)};
      if (!Double.isNaN(point[0] + point[1])) {
        points.add(point);
      }
    }
    double[] sums = new double[5];
    for (double[] point : points) {
      sums[0] += point[0];
      sums[1] += point[1];
      sums[2] += point[0] * point[0];
      sums[3] += point[1] * point[1];
      sums[4] += point[0] * point[1];
    }
    int n = points.size();
    double varianceA = n * sums[2] - sums[0] * sums[0];
    double varianceB = n * sums[3] - sums[1] * sums[1];
    return varianceA < 1e-9 || varianceB < 1e-9
        ? Double.NaN
        : (n * sums[4] - sums[0] * sums[1]) / Math.sqrt(varianceA * varianceB);
  }
}
