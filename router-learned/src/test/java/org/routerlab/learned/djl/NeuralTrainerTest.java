package org.routerlab.learned.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.Task;
import org.routerlab.learned.engine.Checkpoint;
import org.routerlab.learned.engine.Training;

class NeuralTrainerTest {

  private static final RoutingData TRAIN = Task.specialists(300, 16, 1);
  private static final RoutingData VALIDATION = Task.specialists(100, 16, 2);
  private static final RoutingData TEST = Task.specialists(50, 16, 3);
  private static final Training SHORT =
      new Training(5, 64, 1e-2, 1e-4, 8, 2, 1, true, Checkpoint.BEST_ROUTING);

  @Test
  void theSeedDecidesWhateverWasTrainedBefore() {
    float[] first = predictions(mlp(SHORT), TRAIN, new Seed(1));
    predictions(product(SHORT), TRAIN, new Seed(2));

    assertThat(predictions(mlp(SHORT), TRAIN, new Seed(1))).isEqualTo(first);
    assertThat(predictions(mlp(SHORT), TRAIN, new Seed(2))).isNotEqualTo(first);
  }

  @Test
  void trainingsBesideOneAnotherDoNotInterfere() throws Exception {
    float[] dense = predictions(mlp(SHORT), TRAIN, new Seed(1));
    float[] product = predictions(product(SHORT), TRAIN, new Seed(1));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<float[]>> results = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        NeuralTrainer trainer = i % 2 == 0 ? mlp(SHORT) : product(SHORT);
        results.add(threads.submit(() -> predictions(trainer, TRAIN, new Seed(1))));
      }
      for (int i = 0; i < results.size(); i++) {
        assertThat(results.get(i).get()).as("%d", i).isEqualTo(i % 2 == 0 ? dense : product);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void theOrderOfThePoolChangesNotOneBit() {
    int[] order = {3, 0, 4, 2, 1};
    for (NeuralTrainer trainer : List.of(mlp(SHORT), product(SHORT))) {
      ScoringRouter plain = trainer.fit(TRAIN, VALIDATION, new Seed(1));
      ScoringRouter permuted =
          trainer.fit(
              Task.permuteModels(TRAIN, order), Task.permuteModels(VALIDATION, order), new Seed(1));
      FloatMatrix expected = plain.predict(TEST.queries());
      FloatMatrix found = permuted.predict(TEST.queries());
      for (int row = 0; row < TEST.size(); row++) {
        for (int i = 0; i < order.length; i++) {
          assertThat(found.get(row, i)).isEqualTo(expected.get(row, order[i]));
        }
      }
    }
  }

  @Test
  void aPredictionDoesNotDependOnTheBatch() {
    ScoringRouter router = mlp(SHORT).fit(TRAIN, VALIDATION, new Seed(1));
    FloatMatrix together = router.predict(TEST.queries());
    for (int row = 0; row < TEST.size(); row++) {
      FloatMatrix alone = router.predict(TEST.queries().selectRows(new int[] {row}));
      assertThat(alone.row(0)).isEqualTo(together.row(row));
    }
    assertThat(router.predict(Task.none(TEST).queries()).rows()).isZero();
  }

  @Test
  void unobservedScoresTeachNothing() {
    RoutingData masked = hide(TRAIN, 0);
    RoutingData maskedValidation = hide(VALIDATION, 0);

    ScoringRouter router = product(SHORT).fit(masked, maskedValidation, new Seed(1));
    FloatMatrix predictions = router.predict(TEST.queries());

    assertThat(accuracy(router, TEST, TRAIN.outcomes())).isGreaterThan(0.7);
    for (int row = 0; row < TEST.size(); row++) {
      assertThat(predictions.get(row, 1)).isBetween(0f, 1f);
    }
  }

  /** The data with three of four scores hidden, in a pattern that leaves no row complete. */
  private static RoutingData hide(RoutingData data, int offset) {
    float[][] scores = new float[data.size()][];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = data.outcomes().scores().row(row);
      for (int model = 0; model < scores[row].length; model++) {
        if ((row * 7 + model + offset) % 3 != 0) {
          scores[row][model] = Float.NaN;
        }
      }
    }
    return new RoutingData(data.queries(), new OutcomeTable(data.pool(), FloatMatrix.of(scores)));
  }

  @Test
  void theRouterIsTheBestStateOnTheValidationQueries() {
    RoutingData train = Task.noise(60, 16, 4, 1);
    RoutingData validation = Task.noise(200, 16, 4, 2);
    Seed seed = new Seed(1);
    ModelRanking ranking = ModelRanking.of(train.outcomes());

    ScoringRouter last = mlp(patient(Checkpoint.BEST_BCE)).fit(train, Task.none(train), seed);
    ScoringRouter routing = mlp(patient(Checkpoint.BEST_ROUTING)).fit(train, validation, seed);
    ScoringRouter fitting = mlp(patient(Checkpoint.BEST_BCE)).fit(train, validation, seed);

    double bestSingle =
        validation.outcomes().meanScore(Decisions.constant(validation.size(), ranking.best()));
    assertThat(accuracy(routing, validation, train.outcomes()))
        .isGreaterThanOrEqualTo(bestSingle)
        .isGreaterThanOrEqualTo(accuracy(last, validation, train.outcomes()))
        .isGreaterThanOrEqualTo(accuracy(fitting, validation, train.outcomes()));
    assertThat(crossEntropy(fitting, validation))
        .isLessThan(crossEntropy(last, validation))
        .isLessThanOrEqualTo(crossEntropy(routing, validation));
  }

  @Test
  void patienceEndsATrainingThatNoLongerGains() {
    RoutingData train = Task.noise(60, 16, 4, 1);
    RoutingData validation = Task.noise(200, 16, 4, 2);
    Training brief = new Training(5, 16, 1e-2, 0, 2, 1, 1, true, Checkpoint.BEST_BCE);
    Training endless = new Training(1_000_000, 16, 1e-2, 0, 2, 1, 1, true, Checkpoint.BEST_BCE);

    float[] expected =
        mlp(brief).fit(train, validation, new Seed(1)).predict(TEST.queries()).toArray();

    assertThat(mlp(endless).fit(train, validation, new Seed(1)).predict(TEST.queries()).toArray())
        .isEqualTo(expected);
  }

  @Test
  void smallAndFlatTasksWork() {
    RoutingData one = TRAIN.selectRows(new int[] {0});
    RoutingData single = Task.permuteModels(TRAIN, 2);
    RoutingData constant =
        new RoutingData(
            TRAIN.queries(),
            new OutcomeTable(TRAIN.pool(), FloatMatrix.wrap(300, 5, new float[300 * 5])));
    RoutingData repeated = TRAIN.selectRows(new int[50]);
    for (RoutingData train : List.of(one, single, constant, repeated)) {
      for (NeuralTrainer trainer : List.of(mlp(SHORT), product(SHORT))) {
        ScoringRouter router = trainer.fit(train, train, new Seed(1));
        for (float value : router.predict(TEST.queries()).toArray()) {
          assertThat(value).isBetween(0f, 1f);
        }
      }
    }
  }

  @Test
  void trainingLeavesNothingInNativeMemory() {
    predictions(mlp(SHORT), TRAIN, new Seed(1));
    int before = arraysInNativeMemory();
    Training tiny = new Training(1, 64, 1e-2, 0, 1, 1, 1, true, Checkpoint.BEST_BCE);
    for (int i = 0; i < 50; i++) {
      predictions(mlp(tiny), TRAIN, new Seed(i));
    }

    assertThat(arraysInNativeMemory()).isEqualTo(before);
  }

  @Test
  void aDivergingTrainingIsReported() {
    Training wild = new Training(200, 64, 1e30, 0, 8, 2, 1, true, Checkpoint.BEST_BCE);

    assertThatThrownBy(() -> mlp(wild).fit(TRAIN, Task.none(TRAIN), new Seed(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("lower learningRate (it is 1.0E30)");
  }

  @Test
  void validationOfAnotherPoolIsRejected() {
    RoutingData other = Task.permuteModels(VALIDATION, 0, 1);

    assertThatThrownBy(() -> mlp(SHORT).fit(TRAIN, other, new Seed(1)))
        .hasMessage(
            "validation must have the pool of the training queries, [m0, m1, m2, m3, m4], but has"
                + " [m0, m1]");
  }

  private static NeuralTrainer mlp(Training training) {
    return new NeuralTrainer(
        training, Network.dense(List.of(32), 0.1), RoutingLoss.binaryCrossEntropy());
  }

  private static NeuralTrainer product(Training training) {
    return new NeuralTrainer(training, Network.product(8, 0.5), RoutingLoss.binaryCrossEntropy());
  }

  private static Training patient(Checkpoint checkpoint) {
    return new Training(20, 16, 1e-2, 0, 1000, 1, 1, true, checkpoint);
  }

  private static float[] predictions(NeuralTrainer trainer, RoutingData train, Seed seed) {
    return trainer.fit(train, VALIDATION, seed).predict(TEST.queries()).toArray();
  }

  private static double accuracy(ScoringRouter router, RoutingData data, OutcomeTable train) {
    FloatMatrix predictions = router.predict(data.queries());
    return data.outcomes().meanScore(Decisions.argmax(predictions, ModelRanking.of(train)));
  }

  private static double crossEntropy(ScoringRouter router, RoutingData data) {
    FloatMatrix predictions = router.predict(data.queries());
    double sum = 0;
    for (int row = 0; row < data.size(); row++) {
      for (int model = 0; model < data.pool().size(); model++) {
        double right = predictions.get(row, model);
        sum -= Math.log(data.outcomes().isCorrect(row, model) ? right : 1 - right);
      }
    }
    return sum;
  }

  /** All arrays of the process, those of open managers included. */
  private static int arraysInNativeMemory() {
    try (NDManager manager = Torch.manager()) {
      return manager.getParentManager().getManagedArrays().size();
    }
  }
}
