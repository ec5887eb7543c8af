package org.routerlab.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

class ThresholdFitTest {

  private static final List<Route> ROUTES =
      List.of(
          new Route("a", List.of("one")),
          new Route("b", List.of("two")),
          new Route("c", List.of("three")));

  @Test
  void aThresholdMovesJustFarEnough() {
    // The first two queries are similar to a; the second should fall back to c.
    FloatMatrix similarities =
        FloatMatrix.of(
            new float[] {0.9f, 0, 0}, new float[] {0.4f, 0, 0}, new float[] {0, 0.3f, 0});
    RouteSet start = new RouteSet(ROUTES, 0.1, "c");
    ThresholdFit fit = ThresholdFit.of(start, similarities, new int[] {0, 2, 1}, FitGoal.ACCURACY);
    assertThat(fit.before()).isEqualTo(2 / 3.0);
    assertThat(fit.after()).isEqualTo(1);
    assertThat(fit.thresholds()).containsExactly(Math.nextUp(0.4f), 0.1, 0.1);
    assertThat(fit.routes().routes().get(1).threshold()).isEmpty();
    assertThat(fit.rounds()).isEqualTo(2);
  }

  @Test
  void theSharedThresholdIsTriedFirst() {
    FloatMatrix similarities =
        FloatMatrix.of(
            new float[] {0.4f, 0, 0}, new float[] {0, 0.3f, 0}, new float[] {0.9f, 0, 0});
    RouteSet start = new RouteSet(ROUTES, 0.1, "c");
    ThresholdFit fit = ThresholdFit.of(start, similarities, new int[] {2, 2, 0}, FitGoal.ACCURACY);
    assertThat(fit.routes().threshold()).isEqualTo(Math.nextUp(0.4f));
    assertThat(fit.routes().routes()).allMatch(route -> route.threshold().isEmpty());
  }

  @Test
  void anAbstentionMayBeRight() {
    RouteSet start = new RouteSet(ROUTES, 0, "", true, Similarity.HIGHEST_COSINE);
    FloatMatrix similarities =
        FloatMatrix.of(
            new float[] {0.4f, 0, 0}, new float[] {0.9f, 0, 0}, new float[] {0, 0.7f, 0});
    int[] right = ThresholdFit.places(start, List.of("none", "a", "b"));
    assertThat(right).containsExactly(ThresholdFit.NO_ROUTE, 0, 1);
    assertThat(ThresholdFit.of(start, similarities, right, FitGoal.ACCURACY).after()).isEqualTo(1);
  }

  @Test
  void oneThresholdIsThatOfAnExhaustiveSearch() {
    SplittableRandom random = new Seed(3).stream("exhaustive");
    int moved = 0;
    for (int round = 0; round < 300; round++) {
      RouteSet routes = draw(random);
      FloatMatrix similarities = similarities(random, 1 + random.nextInt(12));
      int[] right = right(random, similarities.rows());
      FitGoal goal = round % 2 == 0 ? FitGoal.ACCURACY : FitGoal.MACRO_AVERAGE;
      ThresholdSweep sweep = sweep(similarities, right, goal);
      int[] sharing = round % 3 == 0 ? new int[] {0, 2} : new int[] {random.nextInt(3)};
      float now = (float) threshold(routes, sharing[0]);
      RouteSet start = with(routes, sharing, now);
      float found = sweep.best(start, sharing, now);
      double best = byHand(start, similarities, right, goal);
      float nearest = now;
      for (float candidate : candidates(similarities, now)) {
        double value = byHand(with(start, sharing, candidate), similarities, right, goal);
        boolean isNearer = Math.abs(candidate - now) < Math.abs(nearest - now);
        boolean isLower =
            Math.abs(candidate - now) == Math.abs(nearest - now) && candidate < nearest;
        if (value > best || (value == best && (isNearer || isLower))) {
          best = value;
          nearest = candidate;
        }
      }
      assertThat(found).as("round " + round).isEqualTo(nearest);
      moved += found == now ? 0 : 1;
    }
    assertThat(moved).isGreaterThan(50);
  }

  @Test
  void fittingNeverHurtsAndEndsWhereNoSingleThresholdHelps() {
    SplittableRandom random = new Seed(4).stream("never worse");
    int better = 0;
    for (int round = 0; round < 200; round++) {
      RouteSet routes = draw(random);
      FloatMatrix similarities = similarities(random, 1 + random.nextInt(30));
      int[] right = right(random, similarities.rows());
      FitGoal goal = round % 2 == 0 ? FitGoal.ACCURACY : FitGoal.MACRO_AVERAGE;
      ThresholdFit fit = ThresholdFit.of(routes, similarities, right, goal);
      assertThat(fit.before()).isEqualTo(byHand(routes, similarities, right, goal));
      assertThat(fit.after()).isEqualTo(byHand(fit.routes(), similarities, right, goal));
      assertThat(fit.after()).isGreaterThanOrEqualTo(fit.before());
      better += fit.after() > fit.before() ? 1 : 0;
      for (int route = 0; route < 3; route++) {
        for (float candidate : candidates(similarities, 0)) {
          RouteSet other = fit.routes().withThreshold(route, candidate);
          assertThat(byHand(other, similarities, right, goal)).isLessThanOrEqualTo(fit.after());
        }
      }
    }
    assertThat(better).isGreaterThan(50);
  }

  @Test
  void theMacroAverageCountsRoutesAlike() {
    // Below 0.5, two queries of c are right that are similar to a; above, one of a is.
    FloatMatrix similarities =
        FloatMatrix.of(
            new float[] {0.4f, 0, 0}, new float[] {0.4f, 0, 0}, new float[] {0.3f, 0, 0});
    RouteSet start = new RouteSet(ROUTES, 0, "c");
    int[] right = {2, 2, 0};
    assertThat(ThresholdFit.of(start, similarities, right, FitGoal.ACCURACY).after())
        .isEqualTo(2 / 3.0);
    assertThat(ThresholdFit.of(start, similarities, right, FitGoal.MACRO_AVERAGE).after())
        .isEqualTo(0.5);
  }

  @Test
  void nothingIsFittedWithoutAGoalOrQueries() {
    RouteSet start = new RouteSet(ROUTES, 0, "c");
    FloatMatrix one = FloatMatrix.of(new float[] {0.4f, 0, 0});
    assertThat(ThresholdFit.of(start, one, new int[] {2}, FitGoal.NONE).routes()).isEqualTo(start);
    assertThat(ThresholdFit.of(start, FloatMatrix.empty(3), new int[0], FitGoal.ACCURACY).routes())
        .isEqualTo(start);
  }

  @Test
  void whatDoesNotFitIsNamed() {
    RouteSet start = new RouteSet(ROUTES, 0, "c");
    FloatMatrix one = FloatMatrix.of(new float[] {0.4f, 0, 0});
    assertThatThrownBy(() -> ThresholdFit.of(start, one, new int[] {3}, FitGoal.ACCURACY))
        .hasMessageContaining("right route must be in [-1, 2] but is 3");
    assertThatThrownBy(() -> ThresholdFit.of(start, one, new int[2], FitGoal.ACCURACY))
        .hasMessageContaining("right routes must equal queries");
    assertThatThrownBy(() -> ThresholdFit.places(start, List.of("d")))
        .hasMessageContaining("unknown route 'd'");
  }

  private static RouteSet draw(SplittableRandom random) {
    List<Route> routes = new ArrayList<>();
    for (Route route : ROUTES) {
      Route weighted = route.withWeight(random.nextInt(3) == 0 ? random.nextDouble(-0.3, 0.3) : 0);
      routes.add(
          random.nextBoolean() ? weighted : weighted.withThreshold(random.nextDouble(-1, 1)));
    }
    int kind = random.nextInt(3);
    return new RouteSet(
        routes,
        random.nextDouble(-1, 1),
        kind == 0 ? "c" : "",
        kind == 1,
        Similarity.HIGHEST_COSINE);
  }

  /** On a coarse grid, so that there are equal ones, and up to the ends of the range. */
  private static FloatMatrix similarities(SplittableRandom random, int queries) {
    float[] values = new float[3 * queries];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(-8, 9) / 8f;
    }
    return FloatMatrix.wrap(queries, 3, values);
  }

  private static int[] right(SplittableRandom random, int queries) {
    return random.ints(queries, -1, 3).toArray();
  }

  private static ThresholdSweep sweep(FloatMatrix similarities, int[] right, FitGoal goal) {
    boolean[][] isRight = new boolean[right.length][4];
    for (int query = 0; query < right.length; query++) {
      isRight[query][right[query] + 1] = true;
    }
    return new ThresholdSweep(similarities, isRight, goal);
  }

  private static double threshold(RouteSet routes, int route) {
    return routes.routes().get(route).threshold().orElse(routes.threshold());
  }

  private static RouteSet with(RouteSet routes, int[] sharing, float threshold) {
    RouteSet changed = routes;
    for (int route : sharing) {
      changed = changed.withThreshold(route, threshold);
    }
    return changed;
  }

  /** Every similarity and the number above it, the ends of the range, and the value of now. */
  private static List<Float> candidates(FloatMatrix similarities, float now) {
    List<Float> candidates = new ArrayList<>(List.of(-1f, 1f, now));
    for (float value : similarities.toArray()) {
      candidates.add(value);
      candidates.add(Math.min(1, Math.nextUp(value)));
    }
    return candidates;
  }

  private static double byHand(
      RouteSet routes, FloatMatrix similarities, int[] right, FitGoal goal) {
    int[] hits = new int[4];
    int[] all = new int[4];
    for (int query = 0; query < right.length; query++) {
      hits[right[query] + 1] += routes.choose(similarities.row(query)) == right[query] ? 1 : 0;
      all[right[query] + 1]++;
    }
    double sum = 0;
    int groups = 0;
    for (int i = 0; i < 4; i++) {
      sum += goal == FitGoal.ACCURACY ? hits[i] : all[i] == 0 ? 0 : (double) hits[i] / all[i];
      groups += all[i] > 0 ? 1 : 0;
    }
    return sum / (goal == FitGoal.ACCURACY ? right.length : groups);
  }
}
