package org.routerlab.learned.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.matrix.FloatMatrix;

class ConformalSetsTest {

  @Test
  void theQuantileIsAnOrderStatistic() {
    double[] ascending = {0.1, 0.2, 0.3, 0.4};

    assertThat(ConformalSets.quantile(ascending, 0.8)).isEqualTo(0.1);
    assertThat(ConformalSets.quantile(ascending, 0.5)).isEqualTo(0.3);
    assertThat(ConformalSets.quantile(ascending, 0.2)).isEqualTo(0.4);
    assertThat(ConformalSets.quantile(ascending, 0.1)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(ConformalSets.quantile(ascending, 1)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(ConformalSets.quantile(new double[0], 0.5)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void correctModelsAreInTheSetAsOftenAsPromised() {
    SplittableRandom random = new SplittableRandom(1);
    int rows = 4000;
    float[] probabilities = new float[rows];
    float[] scores = new float[rows];
    for (int row = 0; row < rows; row++) {
      probabilities[row] = (float) random.nextDouble();
      scores[row] = random.nextDouble() < probabilities[row] ? 1 : 0;
    }
    OutcomeTable outcomes = new OutcomeTable(ModelPool.of("a"), FloatMatrix.wrap(rows, 1, scores));
    int[] first = IntStream.range(0, rows / 2).toArray();
    double threshold =
        new ConformalSets(
                FloatMatrix.wrap(rows, 1, probabilities).selectRows(first),
                outcomes.selectRows(first),
                new double[] {0.5})
            .thresholds(0.2)[0];

    int correct = 0;
    int inside = 0;
    for (int row = rows / 2; row < rows; row++) {
      correct += scores[row] == 1 ? 1 : 0;
      inside += scores[row] == 1 && probabilities[row] >= threshold ? 1 : 0;
    }
    assertThat((double) inside / correct).isBetween(0.77, 0.83);
  }

  @Test
  void aModelWithFewCorrectAnswersBorrowsFromTheOneMostAlike() {
    int rows = 30;
    float[] probabilities = new float[rows * 3];
    float[] scores = new float[rows * 3];
    for (int row = 0; row < rows; row++) {
      probabilities[row * 3] = 0.9f;
      scores[row * 3] = 1;
      probabilities[row * 3 + 1] = 0.4f;
      scores[row * 3 + 1] = 1;
      probabilities[row * 3 + 2] = 0.2f;
      scores[row * 3 + 2] = row == 0 ? 1 : 0;
    }
    double[] thresholds =
        new ConformalSets(
                FloatMatrix.wrap(rows, 3, probabilities),
                new OutcomeTable(ModelPool.of("a", "b", "c"), FloatMatrix.wrap(rows, 3, scores)),
                new double[] {0.9, 0.4, 0.3})
            .thresholds(0.5);

    assertThat(thresholds[0]).isEqualTo((double) 0.9f);
    // Its own 0.2 and thirty of 0.4, of which the middle one is 0.4.
    assertThat(thresholds[2]).isEqualTo((double) 0.4f);
  }
}
