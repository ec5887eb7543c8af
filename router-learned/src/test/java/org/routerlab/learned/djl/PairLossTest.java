package org.routerlab.learned.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.matrix.FloatMatrix;

class PairLossTest {

  private static final int QUERIES = 6;
  private static final int MODELS = 4;
  private static final float[] LOGITS = gaussian(QUERIES * MODELS, 1);

  /** Mixed, all right, all wrong, fractional, partly observed, and hardly observed queries. */
  private static final float[] TARGETS = {
    1, 0, 1, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0.25f, 0.75f, 0.25f, 1, 1, 0, 0, 1, 1, 0, 0, 0
  };

  private static final float[] MASK = {
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 0, 0, 0
  };

  private static final FloatMatrix COSTS =
      FloatMatrix.wrap(
          QUERIES,
          MODELS,
          new float[] {
            1, 2, 3, 4, 4, 3, 2, 2, 1, 2, 3, Float.NaN, 5, 1, 2, 1, 1, 2, 3, 4, 1, 2, 3, 4
          });

  private static Map<String, RoutingLoss> shiftFree() {
    Map<String, RoutingLoss> losses = new LinkedHashMap<>();
    losses.put("decisive", PairLoss.decisive());
    losses.put("half ties", PairLoss.halfTies());
    losses.put("score, then cost", PairLoss.scoreThenCost(Optional.of(COSTS), 0.3, false));
    losses.put("wrong ties too", PairLoss.scoreThenCost(Optional.of(COSTS), 0.3, true));
    return losses;
  }

  @Test
  void aDecisivePairCostsTheLogarithmOfItsProbability() {
    // Winner 1 above the loser: log(1 + e^-1); 1 below: log(1 + e).
    assertThat(loss(PairLoss.decisive(), row(2, 1), row(1, 0))).isCloseTo(0.31326f, offset(1e-5f));
    assertThat(loss(PairLoss.decisive(), row(2, 1), row(0, 1))).isCloseTo(1.31326f, offset(1e-5f));
    assertThat(loss(PairLoss.decisive(), row(2, 1), row(1, 1))).isZero();
    assertThat(loss(PairLoss.decisive(), row(2, 1), row(0.25f, 0.75f)))
        .isCloseTo(1.31326f / 2, offset(1e-5f));
  }

  @Test
  void aLossIsAveragedOverThePairsOfAQuery() {
    // Pairs of the first model with each of the others, which are tied: differences 1 and 2.
    assertThat(loss(PairLoss.decisive(), row(2, 1, 0), row(1, 0, 0)))
        .isCloseTo((0.31326f + 0.12693f) / 2, offset(1e-5f));
    // The tied pair counts as half of each direction at difference 1.
    assertThat(loss(PairLoss.halfTies(), row(2, 1, 0), row(1, 0, 0)))
        .isCloseTo((0.31326f + 0.12693f + (0.31326f + 1.31326f) / 2) / 3, offset(1e-5f));
  }

  @Test
  void costDecidesBetweenEqualScoresOnly() {
    FloatMatrix costs = FloatMatrix.of(new float[] {1, 2, 3});
    RoutingLoss loss = PairLoss.scoreThenCost(Optional.of(costs), 0.1, false);

    // Both right: the cheaper first model beats the second. Both beat the third by score.
    assertThat(loss(loss, row(0, 1, 2), row(1, 1, 0)))
        .isCloseTo((0.1f * 1.31326f + 2.12693f + 1.31326f) / 3, offset(1e-5f));
    assertThat(loss(loss, row(0, 1, 2), row(0, 0, 0))).isZero();
    assertThat(
            loss(PairLoss.scoreThenCost(Optional.of(costs), 0.1, true), row(0, 1, 2), row(0, 0, 0)))
        .isCloseTo(0.1f * (1.31326f + 2.12693f + 1.31326f) / 3, offset(1e-5f));
  }

  @Test
  void aPairDecidedByCostDilutesTheOthersHoweverLittleItWeighs() {
    FloatMatrix costs = FloatMatrix.of(new float[] {1, 2, 3});
    RoutingLoss little = PairLoss.scoreThenCost(Optional.of(costs), 1e-7, false);
    RoutingLoss none = PairLoss.scoreThenCost(Optional.of(costs), 0, false);

    // Two pairs decided by score, and one by cost.
    float two = loss(none, row(0, 1, 2), row(1, 1, 0));
    assertThat(two).isCloseTo((2.12693f + 1.31326f) / 2, offset(1e-5f));
    assertThat(loss(little, row(0, 1, 2), row(1, 1, 0))).isCloseTo(two * 2 / 3, offset(1e-5f));
  }

  @Test
  void unknownAndEqualCostsDecideNothing() {
    FloatMatrix costs = FloatMatrix.of(new float[] {1, 1, Float.NaN});
    RoutingLoss loss = PairLoss.scoreThenCost(Optional.of(costs), 1, true);

    assertThat(loss(loss, row(0, 1, 2), row(1, 1, 1))).isZero();
  }

  @Test
  void withoutTiesOrCostsOnlyDecisivePairsAreLeft() {
    float expected = loss(PairLoss.decisive(), LOGITS, TARGETS, MASK);
    float[] gradient = gradient(PairLoss.decisive(), LOGITS);
    for (RoutingLoss loss :
        List.of(
            PairLoss.scoreThenCost(Optional.empty(), 0.3, true),
            PairLoss.scoreThenCost(Optional.of(COSTS), 0, true))) {
      assertThat(loss(loss, LOGITS, TARGETS, MASK)).isEqualTo(expected);
      assertThat(gradient(loss, LOGITS)).isEqualTo(gradient);
    }
    assertThat(loss(shiftFree().get("score, then cost"), LOGITS, TARGETS, MASK))
        .isNotEqualTo(expected);
  }

  @Test
  void theGradientsOfAQuerySumToZero() {
    shiftFree()
        .forEach(
            (name, loss) -> {
              float[] gradient = gradient(loss, LOGITS);
              double length = 0;
              for (int query = 0; query < QUERIES; query++) {
                double sum = 0;
                for (int model = 0; model < MODELS; model++) {
                  sum += gradient[query * MODELS + model];
                  length += Math.abs(gradient[query * MODELS + model]);
                }
                assertThat(sum).as("%s, query %d", name, query).isCloseTo(0, offset(1e-7));
              }
              assertThat(length).as(name).isGreaterThan(0.1);
            });
  }

  @Test
  void gradientsAgreeWithFiniteDifferences() {
    Map<String, RoutingLoss> losses = shiftFree();
    losses.forEach((name, loss) -> requireSlopes(name, loss, LOGITS));
    requireSlopes("Rao-Kupper", PairLoss.groundedRaoKupper(), gaussian(QUERIES * (MODELS + 1), 2));
  }

  @Test
  void unobservedScoresChangeNothing() {
    Map<String, RoutingLoss> losses = shiftFree();
    losses.put("Rao-Kupper", PairLoss.groundedRaoKupper());
    losses.forEach(
        (name, loss) -> {
          float[] logits = name.equals("Rao-Kupper") ? gaussian(QUERIES * (MODELS + 1), 2) : LOGITS;
          float[] other = TARGETS.clone();
          for (int i = 0; i < other.length; i++) {
            other[i] = MASK[i] == 0 ? 1 - other[i] : other[i];
          }
          assertThat(loss(loss, logits, other, MASK))
              .as(name)
              .isEqualTo(loss(loss, logits, TARGETS, MASK));
          assertThat(loss(loss, logits, TARGETS, new float[MASK.length])).as(name).isZero();
        });
  }

  @Test
  void theFourOutcomesOfRaoAndKupperHaveProbabilityOne() {
    // Strengths 2 and 3, threshold 1 + 0.5: 2 / 7.5, 3 / 7, and 1 / 6 for nobody.
    float[] outputs = {(float) Math.log(2), (float) Math.log(3), (float) Math.log(0.5)};
    try (NDManager manager = Torch.manager()) {
      NDArray[] logs = PairLoss.raoKupper(Torch.array(manager, outputs, new Shape(1, 3)));
      double wins = Math.exp(logs[0].toFloatArray()[1]);
      double loses = Math.exp(logs[0].toFloatArray()[2]);
      double right = Math.exp(logs[1].toFloatArray()[1]);
      double wrong = Math.exp(logs[2].toFloatArray()[1]);
      assertThat(wins).isCloseTo(2 / 7.5, offset(1e-6));
      assertThat(loses).isCloseTo(3 / 7.0, offset(1e-6));
      assertThat(wrong).isCloseTo(1 / 6.0, offset(1e-6));
      assertThat(right).isCloseTo(1 - 2 / 7.5 - 3 / 7.0 - 1 / 6.0, offset(1e-6));
      assertThat(Math.exp(logs[1].toFloatArray()[2])).isCloseTo(right, offset(1e-6));
    }
  }

  @Test
  void raoKupperCostsTheLogarithmOfWhatHappened() {
    float[] outputs = {(float) Math.log(2), (float) Math.log(3), (float) Math.log(0.5)};
    RoutingLoss loss = PairLoss.groundedRaoKupper();
    double right = 1 - 2 / 7.5 - 3 / 7.0 - 1 / 6.0;

    assertThat((double) loss(loss, outputs, row(1, 0))).isCloseTo(-Math.log(2 / 7.5), offset(1e-5));
    assertThat((double) loss(loss, outputs, row(0, 1))).isCloseTo(-Math.log(3 / 7.0), offset(1e-5));
    assertThat((double) loss(loss, outputs, row(0, 0))).isCloseTo(Math.log(6), offset(1e-5));
    assertThat((double) loss(loss, outputs, row(1, 1))).isCloseTo(-Math.log(right), offset(1e-5));
    assertThat((double) loss(loss, outputs, row(1, 0.25f)))
        .isCloseTo(-0.75 * Math.log(2 / 7.5) - 0.25 * Math.log(right), offset(1e-5));
  }

  @Test
  void raoKupperStaysFiniteForHugeStrengths() {
    float[] outputs = {80, -80, 60};
    for (float[] scores : List.of(row(1, 0), row(0, 1), row(1, 1), row(0, 0))) {
      assertThat(loss(PairLoss.groundedRaoKupper(), outputs, scores)).isFinite();
    }
  }

  @Test
  void validationMeasuresTheLossThatTrainingMinimises() {
    // Without the queries that have no decisive pair, which training counts as 0.
    OutcomeTable outcomes =
        new OutcomeTable(
            new ModelPool(List.of("a", "b", "c", "d")),
            FloatMatrix.wrap(QUERIES, MODELS, observed()));

    double found = Logistic.pairwise(FloatMatrix.wrap(QUERIES, MODELS, LOGITS), outcomes);

    double expected = loss(PairLoss.decisive(), LOGITS, TARGETS, MASK) * 6.0 / 3;
    assertThat(found).isCloseTo(expected, offset(1e-6));
  }

  private static float[] observed() {
    float[] scores = TARGETS.clone();
    for (int i = 0; i < scores.length; i++) {
      scores[i] = MASK[i] == 0 ? Float.NaN : scores[i];
    }
    return scores;
  }

  private static void requireSlopes(String name, RoutingLoss loss, float[] outputs) {
    float[] gradient = gradient(loss, outputs);
    float step = 1e-2f;
    for (int i = 0; i < outputs.length; i++) {
      float[] above = outputs.clone();
      float[] below = outputs.clone();
      above[i] += step;
      below[i] -= step;
      double rise = loss(loss, above, TARGETS, MASK) - (double) loss(loss, below, TARGETS, MASK);
      assertThat((double) gradient[i])
          .as("%s, cell %d", name, i)
          .isCloseTo(rise / (2 * step), offset(1e-4));
    }
  }

  private static float[] row(float... values) {
    return values;
  }

  private static float[] gaussian(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** The loss of one query with every score observed. */
  private static float loss(RoutingLoss loss, float[] outputs, float[] targets) {
    float[] mask = new float[targets.length];
    Arrays.fill(mask, 1);
    try (NDManager manager = Torch.manager()) {
      return loss.loss(
              Torch.array(manager, outputs, new Shape(1, outputs.length)),
              batch(manager, 1, targets, mask))
          .getFloat();
    }
  }

  private static float loss(RoutingLoss loss, float[] outputs, float[] targets, float[] mask) {
    try (NDManager manager = Torch.manager()) {
      return loss.loss(outputs(manager, outputs), batch(manager, QUERIES, targets, mask))
          .getFloat();
    }
  }

  private static float[] gradient(RoutingLoss loss, float[] outputs) {
    try (NDManager manager = Torch.manager()) {
      NDArray leaf = outputs(manager, outputs);
      Batch batch = batch(manager, QUERIES, TARGETS, MASK);
      return Torch.gradients(List.of(leaf), () -> loss.loss(leaf, batch)).get(0);
    }
  }

  private static NDArray outputs(NDManager manager, float[] values) {
    return Torch.array(manager, values, new Shape(QUERIES, values.length / QUERIES));
  }

  private static Batch batch(NDManager manager, int queries, float[] targets, float[] mask) {
    Shape shape = new Shape(queries, targets.length / queries);
    return new Batch(
        IntStream.range(0, queries).toArray(),
        Torch.array(manager, targets, shape),
        Torch.array(manager, mask, shape));
  }
}
