package org.routerlab.learned.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.RoutingData;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.Task;

class NeighborIndexTest {

  private static final float UNOBSERVED = Float.NaN;

  @Test
  void neighboursAreOrderedByCosineWhateverTheirLength() {
    NeighborIndex index =
        NeighborIndex.of(FloatMatrix.of(new float[][] {{10, 10}, {0.1f, 0}, {0, 5}}));

    var nearest = index.nearest(FloatMatrix.of(new float[][] {{3, 1}}), 3);

    assertThat(List.of(nearest.row(0, 0), nearest.row(0, 1), nearest.row(0, 2)))
        .containsExactly(1, 0, 2);
  }

  @Test
  void oneSearchServesSeveralNumbersOfNeighbours() {
    RoutingData train = Task.noise(80, 8, 4, 1);
    RoutingData test = Task.noise(20, 8, 4, 2);
    NeighborIndex index = NeighborIndex.of(train.queries().embeddings());
    FloatMatrix queries = test.queries().embeddings();
    int[] ks = {20, 1, 5, 500, 5};

    List<FloatMatrix> together = index.prefixMeans(queries, train.outcomes(), ks);

    for (int i = 0; i < ks.length; i++) {
      assertThat(together.get(i).toArray())
          .as("k = %d", ks[i])
          .isEqualTo(index.prefixMeans(queries, train.outcomes(), ks[i]).get(0).toArray());
    }
  }

  @Test
  void unobservedScoresAreLeftOutAndAnUnseenModelGetsItsOverallMean() {
    FloatMatrix points = FloatMatrix.of(new float[][] {{1, 0}, {0.9f, 0.1f}, {0, 1}});
    OutcomeTable outcomes =
        Task.data(
                points,
                FloatMatrix.of(
                    new float[][] {
                      {UNOBSERVED, UNOBSERVED, UNOBSERVED},
                      {1, UNOBSERVED, UNOBSERVED},
                      {0, 0.25f, UNOBSERVED}
                    }))
            .outcomes();

    FloatMatrix means =
        NeighborIndex.of(points)
            .prefixMeans(FloatMatrix.of(new float[][] {{1, 0}}), outcomes, 2)
            .get(0);

    assertThat(means.toArray()).containsExactly(1, 0.25f, 0);
  }

  @Test
  void aPointIsNotAmongItsOwnNeighbours() {
    FloatMatrix points = FloatMatrix.of(new float[][] {{1, 0}, {1, 0.1f}, {0, 1}, {0.1f, 1}});
    RoutingData data =
        Task.data(
            points, FloatMatrix.of(new float[][] {{1, 0}, {0, UNOBSERVED}, {1, 0}, {0.5f, 1}}));

    FloatMatrix means = NeighborIndex.of(points).meansOfOthers(points, data.outcomes(), 1);

    // The neighbour of the first has no score of the second model: its overall mean, 1/3.
    assertThat(means.row(0)).containsExactly(0, 1 / 3f);
    assertThat(means.row(1)).containsExactly(1, 0);
    assertThat(means.row(2)).containsExactly(0.5f, 1);
    assertThat(means.row(3)).containsExactly(1, 0);
  }

  @Test
  void aPointWithoutOthersGetsTheOverallMeans() {
    RoutingData one = Task.noise(1, 3, 2, 1);
    FloatMatrix points = one.queries().embeddings();

    assertThat(NeighborIndex.of(points).meansOfOthers(points, one.outcomes(), 5).row(0))
        .containsExactly(one.outcomes().scores().row(0));
  }

  @Test
  void noQueriesGetNoMeans() {
    RoutingData train = Task.noise(8, 4, 3, 1);
    NeighborIndex index = NeighborIndex.of(train.queries().embeddings());

    FloatMatrix means = index.prefixMeans(FloatMatrix.empty(4), train.outcomes(), 5).get(0);

    assertThat(means.rows()).isZero();
    assertThat(means.columns()).isEqualTo(3);
  }

  @Test
  void weightsComeFromTheCosineAndTheLargestCosine() {
    FloatMatrix points = FloatMatrix.of(new float[][] {{2, 0}, {0, 3}, {-1, 0}});
    OutcomeTable outcomes =
        Task.data(points, FloatMatrix.of(new float[][] {{1}, {0}, {1}})).outcomes();
    NeighborIndex index = NeighborIndex.of(points);
    FloatMatrix queries = FloatMatrix.of(new float[][] {{6, 8}, {0, 0}});

    // Cosines 0.6, 0.8, -0.6 and 0, 0, 0.
    FloatMatrix two =
        index.nearestMeans(queries, outcomes, 2, (cosine, largest) -> cosine + largest);
    FloatMatrix all = index.kernelMeans(queries, outcomes, (cosine, largest) -> largest - cosine);

    assertThat(two.get(0, 0)).isCloseTo((float) (1.4 / 3), offset(1e-6f));
    assertThat(all.get(0, 0)).isCloseTo(1, offset(1e-6f));
    assertThat(two.get(1, 0)).as("no weight at all").isEqualTo((float) (2 / 3.0));
  }

  @Test
  void aMeanOverAllPointsDoesNotDependOnTheBatch() {
    RoutingData train = Task.noise(50, 8, 3, 1);
    FloatMatrix queries = Task.noise(600, 8, 1, 2).queries().embeddings();
    NeighborIndex index = NeighborIndex.of(train.queries().embeddings());

    FloatMatrix together = index.kernelMeans(queries, train.outcomes(), (c, largest) -> c + 1);

    for (int row : new int[] {0, 255, 256, 599}) {
      FloatMatrix query = queries.selectRows(new int[] {row});
      assertThat(index.kernelMeans(query, train.outcomes(), (c, largest) -> c + 1).row(0))
          .isEqualTo(together.row(row));
    }
  }

  @Test
  void aFunctionSeesTheNearestFirst() {
    NeighborIndex index = NeighborIndex.of(FloatMatrix.of(new float[][] {{1, 0}, {0, 1}, {1, 1}}));

    FloatMatrix rows =
        index.fromNearest(
            FloatMatrix.of(new float[][] {{1, 0.1f}, {0.1f, 1}}),
            2,
            2,
            nearest -> new float[] {nearest[0], nearest[1]});

    assertThat(rows.toArray()).containsExactly(0, 2, 1, 2);
  }

  @Test
  void anIndexNeedsAPoint() {
    assertThatThrownBy(() -> NeighborIndex.of(FloatMatrix.empty(3)))
        .hasMessage("points to search among must be > 0 but is 0");
  }
}
