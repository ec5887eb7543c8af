package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * Trade-offs against their naive twins on random tables of every odd shape, and in their limits.
 */
class TradeOffTest {

  private static final int RESAMPLES = 7;
  private static final Bootstrap FEW = new Bootstrap(RESAMPLES, .95, new Seed(3));

  /** A random table with latencies and with up to three routers besides its own. */
  private record Scene(TestSet test, List<RouterRuns> routers, float[][] latency) {

    static Scene random(int number) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      SplittableRandom random = new Seed(number).stream("trade-off");
      List<RouterRuns> routers = new ArrayList<>(List.of(table.runs(test)));
      for (int router = 0; router < number % 4; router++) {
        FloatMatrix predictions =
            Tables.matrix(
                table.test().size(), test.pool().size(), () -> (float) random.nextDouble());
        routers.add(RouterRuns.of(Evaluation.of("other" + router, test, predictions)));
      }
      float[][] latency = new float[test.given()][test.pool().size()];
      for (float[] row : latency) {
        for (int model = 0; model < row.length; model++) {
          row[model] = number % 2 == 0 ? 1 + random.nextInt(3) : (float) random.nextDouble();
        }
      }
      return new Scene(test, routers, latency);
    }

    Latencies latencies() {
      return Latencies.of(test, FloatMatrix.of(latency));
    }

    /** Accuracy with cost, latency, or both, by turns. */
    List<Objective> objectives(boolean cost, boolean time) {
      List<Objective> objectives = new ArrayList<>(List.of(Objective.accuracy(test)));
      if (cost) {
        objectives.add(Objective.cost(test));
      }
      if (time) {
        objectives.add(Objective.latency(latencies()));
      }
      return objectives;
    }
  }

  private static void assertClose(int number, double found, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(found).as("table %d", number).isNaN();
    } else {
      assertThat(found).as("table %d", number).isCloseTo(expected, within(1e-9));
    }
  }

  @Test
  void pointsFrontsAndHypervolumesAgreeWithTheirTwins() {
    int three = 0;
    int ties = 0;
    for (int number = 0; number < 200; number++) {
      Scene scene = Scene.random(number);
      TestSet test = scene.test();
      boolean cost = test.hasCosts() && number % 3 != 0;
      boolean time = !cost || number % 3 == 1;
      if (test.size() == 0) {
        continue;
      }
      three += cost && time ? 1 : 0;
      TradeOff found = TradeOff.of(test, scene.routers(), scene.objectives(cost, time), FEW);
      float[][] latency = time ? scene.latency() : null;
      int[] once = IntStream.range(0, test.size()).map(i -> 1).toArray();
      List<double[]> points = NaiveTradeOff.points(test, scene.routers(), cost, latency, once);
      double[][] frame = NaiveTradeOff.frame(test, cost, latency);
      double all = NaiveTradeOff.volume(points, frame, -1);
      double single = NaiveTradeOff.volume(points.subList(0, test.pool().size()), frame, -1);
      assertClose(number, found.hypervolume().value(), all);
      assertClose(number, found.ofSingleModels().value(), single);
      assertClose(number, found.gained().value(), all - single);
      for (int o = 0; o < frame.length; o++) {
        assertClose(number, found.frame().bounds().get(o).worst(), frame[o][0]);
        assertClose(number, found.frame().bounds().get(o).ideal(), frame[o][1]);
      }
      assertThat(found.points()).hasSameSizeAs(points);
      List<double[]> front = new ArrayList<>();
      for (int p = 0; p < points.size(); p++) {
        TradeOff.Point point = found.points().get(p);
        for (int o = 0; o < frame.length; o++) {
          assertClose(number, point.values().get(o).value(), points.get(p)[o]);
        }
        assertThat(point.isNonDominated())
            .as("point %d of table %d", p, number)
            .isEqualTo(NaiveTradeOff.isNonDominated(points, p));
        double alone = NaiveTradeOff.volume(List.of(points.get(p)), frame, -1);
        assertClose(number, point.hypervolume().value(), alone);
        double without = NaiveTradeOff.volume(points, frame, p);
        assertClose(number, point.contribution().value(), all - without);
        if (point.isNonDominated()) {
          double[] own = points.get(p);
          ties += front.stream().anyMatch(other -> Arrays.equals(own, other)) ? 1 : 0;
          front.add(own);
        }
      }
      assertThat(found.front()).hasSize(front.size());
    }
    assertThat(three).isGreaterThan(20);
    assertThat(ties).isGreaterThan(20);
  }

  @Test
  void sharesOfResamplesAndIntervalsAgreeWithTheirTwins() {
    for (int number = 0; number < 60; number++) {
      Scene scene = Scene.random(number);
      TestSet test = scene.test();
      if (test.size() == 0) {
        continue;
      }
      boolean cost = test.hasCosts();
      TradeOff found = TradeOff.of(test, scene.routers(), scene.objectives(cost, true), FEW);
      ResampleDraw draw = ResampleDraw.of(test, new Seed(3), Resampling.QUERIES);
      double[][] frame = NaiveTradeOff.frame(test, cost, scene.latency());
      int[] times = new int[found.points().size()];
      double[] volumes = new double[RESAMPLES];
      for (int resample = 0; resample < RESAMPLES; resample++) {
        int[] counts = new int[test.size()];
        draw.draw(resample, counts);
        List<double[]> points =
            NaiveTradeOff.points(test, scene.routers(), cost, scene.latency(), counts);
        volumes[resample] = NaiveTradeOff.volume(points, frame, -1);
        for (int p = 0; p < times.length; p++) {
          times[p] += NaiveTradeOff.isNonDominated(points, p) ? 1 : 0;
        }
      }
      for (int p = 0; p < times.length; p++) {
        assertClose(
            number, found.points().get(p).nonDominatedShare(), times[p] / (double) RESAMPLES);
      }
      Estimate interval = PercentileInterval.of(volumes[0], volumes.clone(), .95, test.size());
      assertClose(number, found.hypervolume().low(), interval.low());
      assertClose(number, found.hypervolume().high(), interval.high());
    }
  }

  private final TestSet vectors = Tables.vectors();
  private final List<Objective> accuracyAndCost =
      List.of(Objective.accuracy(vectors), Objective.cost(vectors));

  private RouterRuns argmax() {
    return RouterRuns.of(Evaluation.of("argmax", vectors, Tables.PREDICTIONS));
  }

  @Test
  void onTheTableOfTheSpecificationEveryFigureIsAsByHand() {
    // Models (1/3, 1), (1/2, 2), (2/3, 4), router (2/3, 17/6); worst (1/3, 4), ideal (5/6, 1).
    TradeOff found = TradeOff.of(vectors, List.of(argmax()), accuracyAndCost, FEW);
    assertThat(found.objectives()).containsExactly("accuracy", "mean-cost");
    assertThat(found.front().stream().map(TradeOff.Point::name))
        .containsExactly("a", "b", "argmax");
    // Gains: a (0, 1), b (1/3, 2/3), c (2/3, 0), argmax (2/3, 7/18).
    double all = 1 / 3.0 * (2 / 3.0) + 1 / 3.0 * (7 / 18.0);
    assertThat(found.ofSingleModels().value()).isCloseTo(2 / 9.0, within(1e-6));
    assertThat(found.hypervolume().value()).isCloseTo(all, within(1e-6));
    TradeOff.Point router = found.points().get(3);
    assertThat(router.contribution().value()).isCloseTo(7 / 54.0, within(1e-6));
    assertThat(router.hypervolume().value()).isCloseTo(14 / 54.0, within(1e-6));
    assertThat(found.points().get(0).contribution().value()).isZero();
  }

  @Test
  void aFrameOfOnesOwnSetsTheScale() {
    TradeOffFrame frame =
        new TradeOffFrame(List.of(new TradeOffFrame.Bounds(0, 1), new TradeOffFrame.Bounds(5, 0)));
    TradeOff found = TradeOff.of(vectors, List.of(), accuracyAndCost, frame, FEW);
    // Gains: a (1/3, 4/5), b (1/2, 3/5), c (2/3, 1/5).
    double volume = 1 / 3.0 * (4 / 5.0) + (1 / 6.0) * (3 / 5.0) + (1 / 6.0) * (1 / 5.0);
    assertThat(found.hypervolume().value()).isCloseTo(volume, within(1e-6));
    assertThat(found.gained().value()).isZero();
    assertThat(found.gained().high()).isZero();
  }

  @Test
  void anOracleIsPlacedButInNobodysWay() {
    RouterRuns oracle = RouterRuns.of(References.of(vectors).oracle());
    TradeOff with = TradeOff.of(vectors, List.of(argmax(), oracle), accuracyAndCost, FEW);
    TradeOff without = TradeOff.of(vectors, List.of(argmax()), accuracyAndCost, FEW);
    assertThat(with.points().subList(0, 4)).isEqualTo(without.points());
    assertThat(with.hypervolume()).isEqualTo(without.hypervolume());
    TradeOff.Point point = with.points().get(4);
    assertThat(point.isDeployable()).isFalse();
    assertThat(point.isNonDominated()).isFalse();
    assertThat(point.nonDominatedShare()).isNaN();
    assertThat(point.contribution().value()).isNaN();
    assertThat(point.hypervolume().value())
        .isGreaterThan(with.points().get(3).hypervolume().value());
  }

  @Test
  void aRouterThatAlwaysCallsOneModelTiesWithItAndAddsNothing() {
    RouterRuns always = RouterRuns.of(Evaluation.of("always", vectors, Decisions.constant(6, 1)));
    TradeOff found = TradeOff.of(vectors, List.of(always), accuracyAndCost, FEW);
    assertThat(found.front().stream().map(TradeOff.Point::name))
        .containsExactly("a", "b", "c", "always");
    TradeOff.Point model = found.points().get(1);
    TradeOff.Point router = found.points().get(3);
    assertThat(router.values()).isEqualTo(model.values());
    assertThat(router.nonDominatedShare()).isEqualTo(model.nonDominatedShare());
    assertThat(router.contribution().value()).isZero();
    assertThat(found.gained()).isEqualTo(new Estimate(0, 0, 0, 6));
  }

  @Test
  void aCascadePaysTheLatencyOfAllItsCalls() {
    Latencies latencies = Latencies.of(vectors, Tables.matrix(6, 3, () -> .5f));
    int[][] called = {{0}, {0, 1}, {0, 1, 2}, {0}, {0}, {0}};
    Decisions answers = Decisions.of(0, 1, 2, 0, 0, 0);
    RouterRuns cascade =
        RouterRuns.of(Evaluation.ofCascade("cascade", vectors, answers, called, false));
    Estimate mean = FEW.estimate(cascade, latencies.mean());
    assertThat(mean.value()).isCloseTo(.75, within(1e-12));
  }

  @Test
  void aModelWithAnUnknownLatencyIsOnNoFront() {
    float[] seconds = new float[18];
    Arrays.fill(seconds, 1);
    seconds[4] = Float.NaN;
    Latencies latencies = Latencies.of(vectors, FloatMatrix.wrap(6, 3, seconds));
    List<Objective> objectives = List.of(Objective.accuracy(vectors), Objective.latency(latencies));
    TradeOff found = TradeOff.of(vectors, List.of(), objectives, FEW);
    assertThat(found.front().stream().map(TradeOff.Point::name)).containsExactly("c");
    assertThat(found.points().get(1).values().get(1).value()).isNaN();
    assertThat(found.points().get(1).nonDominatedShare()).isNaN();
    // All known latencies are alike, so there is no width to measure in.
    assertThat(found.hypervolume().value()).isNaN();
  }

  @Test
  void withoutACompleteRowEverythingIsNaN() {
    OutcomeTable sparse =
        new OutcomeTable(ModelPool.of("a", "b"), FloatMatrix.of(new float[] {Float.NaN, 1}));
    TestSet empty = TestSet.of(sparse, Tables.queries(1, "d"), sparse);
    Latencies latencies = Latencies.of(empty, FloatMatrix.of(new float[] {1, -1}));
    List<Objective> objectives = List.of(Objective.accuracy(empty), Objective.latency(latencies));
    TradeOff found = TradeOff.of(empty, References.of(empty).runs(), objectives, FEW);
    assertThat(found.front()).isEmpty();
    assertThat(found.hypervolume().value()).isNaN();
    assertThat(found.gained().value()).isNaN();
    assertThat(found.points()).hasSize(8).allMatch(p -> Double.isNaN(p.hypervolume().value()));
  }

  @Test
  void itIsTheSameOnAnyNumberOfThreads() throws Exception {
    Scene scene = Scene.random(58);
    Bootstrap bootstrap = new Bootstrap(200, .95, new Seed(3));
    List<Objective> objectives = scene.objectives(scene.test().hasCosts(), true);
    TradeOff here = TradeOff.of(scene.test(), scene.routers(), objectives, bootstrap);
    for (int threads : new int[] {1, 3}) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      TradeOff there =
          pool.submit(() -> TradeOff.of(scene.test(), scene.routers(), objectives, bootstrap))
              .get();
      pool.shutdown();
      assertThat(there).isEqualTo(here);
    }
  }

  @Test
  void whatIsNotOfTheTestSetIsRefused() {
    assertThatThrownBy(() -> Latencies.of(vectors, FloatMatrix.empty(3)))
        .hasMessageContaining("latency rows must equal given test queries but are 0 and 6");
    assertThatThrownBy(() -> Latencies.of(vectors, Tables.matrix(6, 3, () -> -1f)))
        .hasMessageContaining("model a has -1.0 on complete test row 0");
    TestSet other = Tables.vectors();
    QueryMetric mean = Latencies.of(other, Tables.matrix(6, 3, () -> 1f)).mean();
    assertThatThrownBy(() -> FEW.estimate(argmax(), mean))
        .hasMessageContaining("of the test set of argmax");
    assertThatThrownBy(() -> TradeOff.of(vectors, List.of(), List.of(accuracyAndCost.get(0)), FEW))
        .hasMessageContaining("objectives must be in [2, 3] but is 1");
    TradeOffFrame upsideDown =
        new TradeOffFrame(List.of(new TradeOffFrame.Bounds(0, 1), new TradeOffFrame.Bounds(1, 4)));
    assertThatThrownBy(() -> TradeOff.of(vectors, List.of(), accuracyAndCost, upsideDown, FEW))
        .hasMessage(
            "the ideal mean-cost of a frame must not be worse than the worst but they are 4.0 and"
                + " 1.0");
  }
}
