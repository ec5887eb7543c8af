package org.routerlab.learned.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.RoutingData;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.Task;

class ClusteringTest {

  @Test
  void separateGroupsBecomeClusters() {
    FloatMatrix points = points(Task.specialists(400, 64, 1));
    for (long seed = 0; seed < 5; seed++) {
      int[] clusters = Clustering.of(points, 4, new Seed(seed)).assign(points);
      int[] topics = IntStream.range(0, 400).map(row -> topic(points.row(row))).toArray();

      for (int row = 1; row < 400; row++) {
        assertThat(clusters[row] == clusters[0])
            .as("seed %d, row %d", seed, row)
            .isEqualTo(topics[row] == topics[0]);
      }
    }
  }

  private static int topic(float[] embedding) {
    double[] sums = new double[4];
    for (int column = 0; column < embedding.length; column++) {
      sums[column % 4] -= embedding[column];
    }
    return Centroids.lowest(sums);
  }

  @Test
  void theSeedDecidesOnAnyNumberOfThreads() throws Exception {
    FloatMatrix points = points(Task.noise(300, 16, 1, 2));
    int[] here = Clustering.of(points, 20, new Seed(1)).assign(points);
    for (int threads : new int[] {1, 2, 5}) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      try {
        int[] there =
            pool.submit(() -> Clustering.of(points, 20, new Seed(1)).assign(points)).get();
        assertThat(there).as("%d threads", threads).isEqualTo(here);
      } finally {
        pool.shutdown();
      }
    }
  }

  @Test
  void lengthsDoNotMatter() {
    FloatMatrix points = points(Task.noise(100, 8, 1, 3));
    float[] doubled = points.toArray();
    for (int i = 0; i < doubled.length; i++) {
      doubled[i] *= 2;
    }
    Clustering clustering = Clustering.of(points, 10, new Seed(1));

    assertThat(clustering.assign(FloatMatrix.wrap(100, 8, doubled)))
        .isEqualTo(clustering.assign(points));
  }

  @Test
  void fewDistinctPointsAreTheirOwnClusters() {
    FloatMatrix points = FloatMatrix.of(new float[][] {{0, 1}, {1, 0}, {0, 1}, {-1, 0}, {1, 0}});

    Clustering clustering = Clustering.of(points, 64, new Seed(1));

    assertThat(clustering.size()).isEqualTo(3);
    assertThat(clustering.assign(points)).containsExactly(0, 1, 0, 2, 1);
  }

  @Test
  void manyDuplicatesLeaveNoClusterWithoutPoints() {
    float[][] rows = new float[200][];
    for (int row = 0; row < 200; row++) {
      int value = row < 180 ? 0 : row - 179;
      rows[row] = new float[] {1, value};
    }
    FloatMatrix points = FloatMatrix.of(rows);
    for (long seed = 0; seed < 10; seed++) {
      Clustering clustering = Clustering.of(points, 12, new Seed(seed));
      assertThat(Arrays.stream(clustering.assign(points)).distinct().count())
          .as("seed %d", seed)
          .isEqualTo(12);
    }
  }

  @Test
  void aTieGoesToTheLowerCluster() {
    Centroids centroids = new Centroids(FloatMatrix.of(new float[][] {{0, 1}, {1, 0}, {0, 1}}));

    assertThat(centroids.nearest(FloatMatrix.of(new float[][] {{0.6f, 0.8f}, {1, 1}})))
        .containsExactly(0, 0);
  }

  @Test
  void anEmptyClusterRestartsAtTheFarthestPoint() {
    Lloyd.Assignment assignment =
        new Lloyd.Assignment(new int[] {0, 0, 2, 2, 2}, new double[] {1, 4, 9, 2, 3});

    assertThat(assignment.refilled(4)).containsExactly(0, 3, 1, 2, 2);
  }

  @Test
  void aZeroEmbeddingHasACluster() {
    FloatMatrix points = points(Task.noise(50, 4, 1, 1));
    Clustering clustering = Clustering.of(points, 5, new Seed(1));

    assertThat(clustering.assign(FloatMatrix.of(new float[4]))[0]).isBetween(0, 4);
  }

  @Test
  void theFirstOfTheNearestIsTheAssigned() {
    FloatMatrix points = points(Task.noise(200, 8, 1, 1));
    Clustering clustering = Clustering.of(points, 12, new Seed(1));
    FloatMatrix queries = points(Task.noise(100, 8, 1, 2));

    int[][] nearest = clustering.nearest(queries, 3);

    for (int[] clusters : nearest) {
      assertThat(clusters).hasSize(3).doesNotHaveDuplicates();
    }
    assertThat(Arrays.stream(nearest).mapToInt(clusters -> clusters[0]).toArray())
        .isEqualTo(clustering.assign(queries));
  }

  @Test
  void aMixtureFallsWithTheDistance() {
    // Each point is its own cluster; cosines 0.8, 0.6 and -0.8.
    FloatMatrix points = FloatMatrix.of(new float[][] {{2, 0}, {0, 1}, {-1, 0}});
    Clustering clustering = Clustering.of(points, 3, new Seed(1));
    FloatMatrix query = FloatMatrix.of(new float[][] {{8, 6}});
    FloatMatrix values = FloatMatrix.of(new float[][] {{1, 0}, {0, 1}, {5, 5}});

    float[] mixture = clustering.mixture(query, values, 2, 10).row(0);

    assertThat((double) mixture[0]).isCloseTo(1 / (1 + Math.exp(-2)), offset(1e-6));
    assertThat((double) mixture[1]).isCloseTo(1 / (1 + Math.exp(2)), offset(1e-6));
    assertThat(clustering.mixture(query, values, 1, 10).row(0)).containsExactly(1, 0);
    assertThat(clustering.mixture(query, values, 9, 0).row(0)).containsExactly(2, 2);
  }

  private static FloatMatrix points(RoutingData data) {
    return data.queries().embeddings();
  }
}
