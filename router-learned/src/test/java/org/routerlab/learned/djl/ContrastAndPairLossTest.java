package org.routerlab.learned.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Seed;

class ContrastAndPairLossTest {

  private static final float[] LOGITS = {0.3f, 2, -1, 0.2f, 1.5f, -0.7f, 0.5f, -0.1f};
  private static final float[] TARGETS = {1, 0, 1, 0, 0, 1, 0, 1};
  private static final float[] MASK = {1, 1, 1, 1, 1, 1, 0, 0};

  @Test
  void correctModelsAreSetAgainstAllWrongOnes() {
    double wrong0 = Math.exp(2) + Math.exp(0.2);
    double first = (share(0.3, wrong0) + share(-1, wrong0)) / 2;
    double second = share(-0.7, Math.exp(1.5));

    assertThat((double) loss(SetLoss.correctAgainstWrong(), 4, LOGITS, TARGETS, MASK))
        .isCloseTo((first + second) / 2, offset(1e-5));
  }

  private static double share(double score, double against) {
    return -Math.log(Math.exp(score) / (Math.exp(score) + against));
  }

  @Test
  void pairsOfWinnerAndLoserAreAveraged() {
    double sum = 0;
    double[][] pairs = {{0.3, 2}, {0.3, 0.2}, {-1, 2}, {-1, 0.2}, {-0.7, 1.5}};
    for (double[] pair : pairs) {
      sum += Math.log(1 + Math.exp(pair[1] - pair[0]));
    }

    assertThat((double) loss(PairLoss.battles(), 4, LOGITS, TARGETS, MASK))
        .isCloseTo(sum / 5, offset(1e-5));
  }

  @Test
  void oneCorrectAndOneWrongModelMakeBothLossesTheSame() {
    float[] logits = {0.3f, 2, -1, 0.2f};
    float[] targets = {1, 0, 0, 1};
    float[] mask = {1, 1, 1, 1};

    assertThat(loss(SetLoss.correctAgainstWrong(), 2, logits, targets, mask))
        .isCloseTo(loss(PairLoss.battles(), 2, logits, targets, mask), offset(1e-6f));
  }

  @Test
  void queriesWithoutDifferencesCostNothing() {
    float[] ones = new float[8];
    Arrays.fill(ones, 1);
    for (RoutingLoss loss :
        List.of(SetLoss.correctAgainstWrong(), PairLoss.battles(), contrastive(0))) {
      for (float[] targets : List.of(new float[8], ones)) {
        assertThat(loss(loss, 4, LOGITS, targets, ones)).isZero();
        assertThat(gradient(loss, 4, LOGITS, targets, ones)).containsOnly(0);
      }
      assertThat(gradient(loss, 4, LOGITS, TARGETS, new float[8])).containsOnly(0);
    }
  }

  @Test
  void scoresFarApartStayFinite() {
    float[] logits = {-500, 500, -500, 500, 500, -500, 0, 0};
    for (RoutingLoss loss : List.of(SetLoss.correctAgainstWrong(), PairLoss.battles())) {
      assertThat(loss(loss, 4, logits, TARGETS, MASK)).isBetween(500f, 1100f);
      for (float value : gradient(loss, 4, logits, TARGETS, MASK)) {
        assertThat(value).isBetween(-1f, 1f);
      }
    }
  }

  @Test
  void gradientsAgreeWithFiniteDifferences() {
    for (RoutingLoss loss : List.of(SetLoss.correctAgainstWrong(), PairLoss.battles())) {
      requireGradient(loss, 4, LOGITS, TARGETS, MASK);
    }
  }

  @Test
  void theContrastBetweenQueriesHasTheGradientOfFiniteDifferences() {
    // Four queries, two models; two hidden columns follow the cosines of the models.
    float[] output = {
      0.3f, 0.5f, 0.6f, 0.8f, -0.2f, 0.1f, 0.1f, -0.9f, 0.9f, -0.4f, 1, 0.2f, 0, 0.7f, -0.6f, 0.7f
    };
    float[] targets = {1, 0, 0, 1, 1, 1, 0, 1};
    float[] mask = {1, 1, 1, 1, 1, 1, 1, 1};
    requireGradient(contrastive(0.7), 2, output, targets, mask);
    assertThat(loss(contrastive(0.7), 2, output, targets, mask))
        .isNotEqualTo(loss(contrastive(0), 2, output, targets, mask));
  }

  @Test
  void withoutNegativesOtherThanOneItsDrawIsKnown() {
    // Clusters {0, 0, 1}: queries 0 and 1 are each other's positive, query 2 the only negative;
    // query 2 is alone and left out.
    float[] output = {0, 1, 0, 0, 0.6f, 0.8f, 0, 0, 1};
    float[] targets = {1, 1, 1};
    ContrastiveLoss loss = new ContrastiveLoss(0.5, 2, 3, new int[] {0, 0, 1}, new Seed(1));
    // Cosines: 0.6 between 0 and 1; 0 between 0 and 2; 0.8 between 1 and 2. Three negatives each.
    double zero = share(0.6 / 0.5, 3);
    double one = share(0.6 / 0.5, 3 * Math.exp(0.8 / 0.5));

    assertThat((double) loss(loss, 1, output, targets, new float[] {1, 1, 1}))
        .isCloseTo(2 * (zero + one) / 2, offset(1e-5));
  }

  @Test
  void settingsOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new ContrastiveLoss(0, 1, 3, new int[0], new Seed(1)))
        .hasMessage("temperature must be finite and > 0 but is 0.0");
  }

  private static ContrastiveLoss contrastive(double weight) {
    return new ContrastiveLoss(0.5, weight, 3, new int[] {0, 1, 0, 1}, new Seed(5));
  }

  private static void requireGradient(
      RoutingLoss loss, int models, float[] logits, float[] targets, float[] mask) {
    float[] gradient = gradient(loss, models, logits, targets, mask);
    float step = 1e-2f;
    boolean moves = false;
    for (int i = 0; i < logits.length; i++) {
      float[] above = logits.clone();
      float[] below = logits.clone();
      above[i] += step;
      below[i] -= step;
      double slope =
          (loss(loss, models, above, targets, mask)
                  - (double) loss(loss, models, below, targets, mask))
              / (2 * step);
      assertThat((double) gradient[i]).as("cell %d", i).isCloseTo(slope, offset(1e-3));
      moves |= Math.abs(slope) > 0.01;
    }
    assertThat(moves).isTrue();
  }

  private static float loss(
      RoutingLoss loss, int models, float[] logits, float[] targets, float[] mask) {
    try (NDManager manager = Torch.manager()) {
      int rows = targets.length / models;
      NDArray output = Torch.array(manager, logits, new Shape(rows, logits.length / rows));
      return loss.loss(output, batch(manager, models, targets, mask)).getFloat();
    }
  }

  private static float[] gradient(
      RoutingLoss loss, int models, float[] logits, float[] targets, float[] mask) {
    try (NDManager manager = Torch.manager()) {
      int rows = targets.length / models;
      NDArray leaf = Torch.array(manager, logits, new Shape(rows, logits.length / rows));
      Batch batch = batch(manager, models, targets, mask);
      return Torch.gradients(List.of(leaf), () -> loss.loss(leaf, batch)).get(0);
    }
  }

  private static Batch batch(NDManager manager, int models, float[] targets, float[] mask) {
    int size = targets.length / models;
    int[] rows = new int[size];
    Arrays.setAll(rows, row -> row);
    Shape shape = new Shape(size, models);
    return new Batch(rows, Torch.array(manager, targets, shape), Torch.array(manager, mask, shape));
  }
}
