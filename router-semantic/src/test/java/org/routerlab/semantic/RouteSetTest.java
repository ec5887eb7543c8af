package org.routerlab.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RouteSetTest {

  private static final List<Route> ROUTES =
      List.of(
          new Route("first", List.of("one")),
          new Route("second", List.of("two")),
          new Route("third", List.of("three")));

  private final RouteSet routes = new RouteSet(ROUTES, 0.5, "third");

  @Test
  void theMostSimilarRouteWins() {
    assertThat(routes.choose(new float[] {0.6f, 0.7f, 0.1f})).isEqualTo(1);
  }

  @Test
  void aSimilarityEqualToTheThresholdCounts() {
    assertThat(routes.choose(new float[] {0.5f, 0.4f, 0.1f})).isZero();
    assertThat(routes.fallsBack(new float[] {0.5f, 0.4f, 0.1f})).isFalse();
  }

  @Test
  void belowTheThresholdTheFallbackTakesTheQuery() {
    assertThat(routes.choose(new float[] {Math.nextDown(0.5f), 0.4f, -0.1f})).isEqualTo(2);
    assertThat(routes.fallsBack(new float[] {Math.nextDown(0.5f), 0.4f, -0.1f})).isTrue();
  }

  @Test
  void withoutAFallbackTheMostSimilarRouteAlwaysWins() {
    RouteSet none = new RouteSet(ROUTES, 0.5, "");
    assertThat(none.choose(new float[] {0.1f, 0.2f, -0.3f})).isEqualTo(1);
  }

  @Test
  void equallySimilarRoutesAreTakenInOrder() {
    assertThat(routes.choose(new float[] {0.2f, 0.7f, 0.7f})).isEqualTo(1);
  }

  @Test
  void ofTheRoutesThatReachTheirThresholdTheMostSimilarWins() {
    RouteSet own = routes.withThreshold(0, 0.8).withThreshold(1, 0.2);
    assertThat(own.choose(new float[] {0.7f, 0.3f, 0.1f})).isEqualTo(1);
    assertThat(own.choose(new float[] {0.8f, 0.3f, 0.1f})).isZero();
    assertThat(own.choose(new float[] {0.7f, 0.1f, 0.1f})).isEqualTo(2);
  }

  @Test
  void weightsCountBetweenRoutesButNotAgainstTheThreshold() {
    List<Route> weighted = List.of(ROUTES.get(0), ROUTES.get(1).withWeight(0.2), ROUTES.get(2));
    RouteSet own = new RouteSet(weighted, 0.5, "third");
    assertThat(own.choose(new float[] {0.7f, 0.6f, 0.1f})).isEqualTo(1);
    assertThat(own.choose(new float[] {0.9f, 0.6f, 0.1f})).isZero();
    assertThat(own.choose(new float[] {0.3f, 0.4f, 0.1f})).isEqualTo(2);
  }

  @Test
  void routesMayAbstain() {
    RouteSet none = new RouteSet(ROUTES, 0.5, "", true, Similarity.HIGHEST_COSINE);
    assertThat(none.choose(new float[] {0.1f, 0.2f, -0.3f})).isEqualTo(ChoiceRule.NONE);
    assertThat(none.choose(new float[] {0.1f, 0.5f, -0.3f})).isEqualTo(1);
  }

  @Test
  void aSumMayHaveAThresholdAboveOne() {
    Similarity sum = new Similarity(Aggregation.SUM, 3, 1, 1.2, 0.75);
    assertThat(new RouteSet(ROUTES, 2.5, "third", false, sum).threshold()).isEqualTo(2.5);
    assertThatThrownBy(() -> new RouteSet(ROUTES, 3.5, "third", false, sum))
        .hasMessageContaining("threshold must be in [-3.0, 3.0] but is 3.5");
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThatThrownBy(() -> routes.withThreshold(1, 1.5))
        .hasMessageContaining("threshold of route 'second' must be in [-1.0, 1.0]");
    assertThatThrownBy(() -> ROUTES.get(0).withWeight(Double.NaN))
        .hasMessageContaining("weight of route 'first'");
    assertThatThrownBy(() -> new RouteSet(ROUTES, 0, "third", true, Similarity.HIGHEST_COSINE))
        .hasMessageContaining("abstain must have no fall-back route");
    assertThatThrownBy(() -> new Route("none", List.of("a"))).hasMessageContaining("'none'");
    assertThatThrownBy(() -> new RouteSet(ROUTES, 1.5, "third")).hasMessageContaining("threshold");
    assertThatThrownBy(() -> new RouteSet(ROUTES, 0, "thirt"))
        .hasMessageContaining("did you mean 'third'");
    assertThatThrownBy(() -> new RouteSet(ROUTES.subList(0, 1), 0, ""))
        .hasMessageContaining("at least two routes");
    assertThatThrownBy(() -> new RouteSet(List.of(ROUTES.get(0), ROUTES.get(0)), 0, ""))
        .hasMessageContaining("distinct");
    assertThatThrownBy(() -> new Route("empty", List.of())).hasMessageContaining("empty");
    assertThatThrownBy(() -> new Route("blank", List.of(" "))).hasMessageContaining("blank");
    assertThatThrownBy(() -> new Route("twice", List.of("a", "a"))).hasMessageContaining("twice");
  }
}
