package org.routerlab.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.EmbeddedQueries;
import org.routerlab.core.ModelPool;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.Seed;
import org.routerlab.core.TrainingContext;
import org.routerlab.core.embedding.Encoder;
import org.routerlab.core.embedding.HashingEncoder;
import org.routerlab.core.matrix.FloatMatrix;

class UtteranceMatchingTest {

  private static final float NAN = Float.NaN;

  /** Large enough that the features of the texts by hand do not collide. */
  private final Encoder encoder = new HashingEncoder(4_096);

  private final Encoder small = new HashingEncoder(512);

  @Test
  void aPoolNamedAsTheRoutesNeedsNoOutcomes() {
    ScoringRouter router =
        train(
            method(0.3, "chat", Map.of(), RouteAssignment.AUTOMATIC),
            data(ModelPool.of("chat", "metal", "spare", "fruit"), List.of(), new float[0][]));
    FloatMatrix scores = router.predict(queries("sweet lead", "rusty iron"));
    // First query: fruit 1/2, metal 1/4. Second: metal 1/4 is below 0.3, so chat scores 0.3.
    assertThat(scores.row(0)).containsExactly(0, 0.25f, UtteranceMatching.NO_ROUTE, 0.5f);
    assertThat(scores.row(1)).containsExactly(0.3f, 0.25f, UtteranceMatching.NO_ROUTE, 0);
    assertThat(router.kind()).isEqualTo(ScoreKind.SIMILARITY);
  }

  @Test
  void onAnOutcomeTableARouteGetsTheModelThatIsBestOnItsTrainingQueries() {
    RoutingData train =
        data(
            ModelPool.of("m0", "m1", "m2"),
            List.of("ripe pear", "sweet apple", "heavy lead", "soft iron", "unrelated words"),
            new float[][] {{0, 1, 0}, {0, 1, 1}, {1, 0, 0}, {1, 0, 1}, {0, 0, 1}});
    ScoringRouter router = train(method(0.3, "chat", Map.of(), RouteAssignment.AUTOMATIC), train);
    Decisions decisions =
        decide(router, train, "ripe apple", "heavy iron", "something else", "good morning");
    assertThat(decisions).isEqualTo(Decisions.of(1, 0, 2, 2));
  }

  @Test
  void aRouteWithoutTrainingQueriesGetsTheBestSingleModel() {
    RoutingData train =
        data(
            ModelPool.of("m0", "m1"),
            List.of("ripe pear", "sweet apple"),
            new float[][] {{0, 1}, {1, 1}});
    ScoringRouter router = train(method(0.3, "chat", Map.of(), RouteAssignment.OUTCOMES), train);
    assertThat(decide(router, train, "heavy iron")).isEqualTo(Decisions.of(1));
  }

  @Test
  void equalMeansOfARouteGoToTheModelThatRanksHigher() {
    RoutingData train =
        data(
            ModelPool.of("m0", "m1", "m2"),
            List.of("ripe pear", "heavy iron", "soft lead"),
            new float[][] {{1, 1, 0}, {0, 1, 0}, {0, 0, 1}});
    ScoringRouter router = train(method(0.3, "chat", Map.of(), RouteAssignment.OUTCOMES), train);
    assertThat(decide(router, train, "ripe apple")).isEqualTo(Decisions.of(1));
  }

  @Test
  void unobservedOutcomesDoNotCountAgainstAModel() {
    RoutingData train =
        data(
            ModelPool.of("m0", "m1"),
            List.of("ripe pear", "sweet apple", "heavy iron"),
            new float[][] {{NAN, 1}, {1, 0}, {0, 1}});
    ScoringRouter router = train(method(0.3, "chat", Map.of(), RouteAssignment.OUTCOMES), train);
    assertThat(decide(router, train, "ripe apple")).isEqualTo(Decisions.of(0));
  }

  @Test
  void theConfigurationMayNameTheModelsOfRoutes() {
    RoutingData train = data(ModelPool.of("m0", "m1"), List.of("x y"), new float[][] {{1, 0}});
    Map<String, String> models = Map.of("fruit", "m1", "metal", "m0", "chat", "m1");
    ScoringRouter router = train(method(0.3, "chat", models, RouteAssignment.AUTOMATIC), train);
    assertThat(decide(router, train, "ripe apple", "heavy iron", "x y"))
        .isEqualTo(Decisions.of(1, 0, 1));
    assertThatThrownBy(
            () ->
                train(method(0.3, "chat", Map.of("fruit", "m7"), RouteAssignment.OUTCOMES), train))
        .hasMessageContaining("unknown model 'm7'");
  }

  @Test
  void theHighestScoreIsAlwaysThatOfTheChosenRoute() {
    SplittableRandom random = new Seed(5).stream("thresholds");
    EmbeddedQueries queries = smallQueries(lateUtterances());
    RouteSet routes = new UtteranceMatching().routeSet();
    ModelPool pool = new ModelPool(routes.names());
    RoutingData none =
        new RoutingData(
            queries.selectRows(new int[0]), new OutcomeTable(pool, FloatMatrix.empty(5)));
    TrainingContext context = new TrainingContext(new Seed(1), small);
    for (int round = 0; round < 10; round++) {
      double threshold = random.nextDouble() - 0.3;
      UtteranceMatching method =
          new UtteranceMatching(
              "a2b", 16, Map.of(), threshold, "general-chat", Map.of(), RouteAssignment.NAMES);
      UtteranceIndex index = UtteranceIndex.of(method.routeSet(), small);
      ScoringRouter router = (ScoringRouter) method.train(none, none, context);
      Decisions decisions =
          Decisions.argmax(router.predict(queries), ModelRanking.of(none.outcomes()));
      for (int row = 0; row < queries.size(); row++) {
        RouteDecision decision = index.explain(queries.embeddings().row(row), 1);
        // Equally similar routes are equally good choices.
        if (decision.fellBack() || decision.margin() > 0) {
          assertThat(pool.name(decisions.model(row)))
              .as("threshold " + threshold + ", query " + row)
              .isEqualTo(decision.route());
        }
      }
    }
  }

  @Test
  void sixteenUtterancesTellTheRoutesOfTheOthersApart() {
    UtteranceIndex index = UtteranceIndex.of(new UtteranceMatching().routeSet(), small);
    int right = 0;
    int all = 0;
    for (Route route : UtteranceSets.routes("a2b", 64)) {
      EmbeddedQueries queries = smallQueries(route.utterances().subList(16, 64));
      for (int row = 0; row < queries.size(); row++) {
        RouteDecision decision = index.explain(queries.embeddings().row(row), 1);
        right += decision.route().equals(route.name()) ? 1 : 0;
        all++;
      }
    }
    // Words alone tell this much; chance is one in five.
    assertThat((double) right / all).isGreaterThan(0.4);
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> method(-1.1, "chat", Map.of(), RouteAssignment.NAMES))
        .hasMessageContaining("threshold");
    assertThatThrownBy(() -> method(0, "cat", Map.of(), RouteAssignment.NAMES))
        .hasMessageContaining("did you mean 'chat'");
    assertThatThrownBy(() -> method(0, "chat", Map.of("fruits", "m"), RouteAssignment.NAMES))
        .hasMessageContaining("route in models 'fruits'");
  }

  @Test
  void theChosenRouteScoresHighestUnderEveryRule() {
    SplittableRandom random = new Seed(8).stream("rules");
    EmbeddedQueries queries = smallQueries(lateUtterances());
    List<String> names = new UtteranceMatching().routeSet().names();
    ModelPool pool = new ModelPool(names);
    OutcomeTable outcomes = new OutcomeTable(pool, FloatMatrix.of(new float[] {0, 0, 1, 0, 0}));
    RoutingData train = new RoutingData(queries.selectRows(new int[] {0}), outcomes);
    TrainingContext context = new TrainingContext(new Seed(1), small);
    int abstained = 0;
    for (int round = 0; round < 40; round++) {
      UtteranceMatching method = rule(random, round, names);
      UtteranceIndex index = UtteranceIndex.of(method.routeSet(), small);
      ScoringRouter router =
          (ScoringRouter) method.train(train, train.selectRows(new int[0]), context);
      Decisions decisions = Decisions.argmax(router.predict(queries), ModelRanking.of(outcomes));
      for (int row = 0; row < queries.size(); row++) {
        String text = queries.queries().get(row).text();
        int chosen = index.choose(text, queries.embeddings().row(row));
        abstained += chosen < 0 ? 1 : 0;
        assertThat(decisions.model(row))
            .as(method + ", query " + row)
            .isEqualTo(chosen < 0 ? 2 : chosen);
      }
    }
    assertThat(abstained).isGreaterThan(20);
  }

  /** Different weights of all routes, so that no two are equally good. */
  private static UtteranceMatching rule(SplittableRandom random, int round, List<String> names) {
    Map<String, Double> thresholds = new LinkedHashMap<>();
    Map<String, Double> weights = new LinkedHashMap<>();
    for (String route : names) {
      if (random.nextBoolean()) {
        thresholds.put(route, random.nextDouble(-0.2, 0.6));
      }
      weights.put(route, random.nextDouble(-0.1, 0.1));
    }
    Similarity similarity =
        new Similarity(
            Aggregation.values()[round % 3],
            3,
            round % 2 == 0 ? 1 : random.nextDouble(),
            1.2,
            0.75);
    boolean abstains = round % 4 < 2;
    return new UtteranceMatching(
        "a2b",
        16,
        Map.of(),
        random.nextDouble(0, 0.6),
        abstains ? "" : "general-chat",
        Map.of(),
        RouteAssignment.NAMES,
        thresholds,
        weights,
        abstains,
        similarity,
        FitGoal.NONE);
  }

  @Test
  void thresholdsAreFittedOnValidationQueriesOnRequest() {
    ModelPool pool = ModelPool.of("fruit", "metal", "chat");
    RoutingData train = data(pool, List.of("x y"), new float[][] {{0, 0, 1}});
    // "sweet lead" is similar to fruit by 1/2 and "ripe u" by 1/2 too, but chat is right.
    RoutingData validation =
        data(
            pool,
            List.of("ripe u", "sweet v", "heavy iron", "all equal"),
            new float[][] {{0, 0, 1}, {0, NAN, 1}, {0, 1, 0}, {1, 1, 1}});
    TrainingContext context = new TrainingContext(new Seed(1), encoder);
    for (FitGoal goal : FitGoal.values()) {
      UtteranceMatching plain = method(0.3, "chat", Map.of(), RouteAssignment.NAMES);
      UtteranceMatching method =
          new UtteranceMatching(
              plain.utterances(),
              plain.utterancesPerRoute(),
              plain.routes(),
              plain.threshold(),
              plain.fallback(),
              plain.models(),
              plain.assignment(),
              Map.of(),
              Map.of(),
              false,
              Similarity.HIGHEST_COSINE,
              goal);
      ScoringRouter router = (ScoringRouter) method.train(train, validation, context);
      assertThat(decide(router, train, "ripe u", "ripe apple", "heavy iron"))
          .isEqualTo(goal == FitGoal.NONE ? Decisions.of(0, 0, 1) : Decisions.of(2, 0, 1));
    }
  }

  private static UtteranceMatching method(
      double threshold, String fallback, Map<String, String> models, RouteAssignment assignment) {
    Map<String, List<String>> routes = new LinkedHashMap<>();
    routes.put("fruit", List.of("ripe apple", "sweet pear"));
    routes.put("metal", List.of("heavy iron", "soft lead"));
    routes.put("chat", List.of("good morning"));
    return new UtteranceMatching("a2b", 16, routes, threshold, fallback, models, assignment);
  }

  private static List<String> lateUtterances() {
    List<String> texts = new ArrayList<>();
    UtteranceSets.routes("a2b", 30)
        .forEach(route -> texts.addAll(route.utterances().subList(16, 30)));
    return texts;
  }

  private ScoringRouter train(UtteranceMatching method, RoutingData train) {
    TrainingContext context = new TrainingContext(new Seed(1), encoder);
    return (ScoringRouter) method.train(train, train.selectRows(new int[0]), context);
  }

  private Decisions decide(ScoringRouter router, RoutingData train, String... texts) {
    return Decisions.argmax(router.predict(queries(texts)), ModelRanking.of(train.outcomes()));
  }

  private RoutingData data(ModelPool pool, List<String> texts, float[][] scores) {
    FloatMatrix matrix =
        scores.length == 0 ? FloatMatrix.empty(pool.size()) : FloatMatrix.of(scores);
    return new RoutingData(queries(texts.toArray(String[]::new)), new OutcomeTable(pool, matrix));
  }

  private EmbeddedQueries queries(String... texts) {
    return queries(List.of(texts), encoder);
  }

  private EmbeddedQueries smallQueries(List<String> texts) {
    return queries(texts, small);
  }

  private static EmbeddedQueries queries(List<String> texts, Encoder encoder) {
    List<Query> queries = new ArrayList<>();
    for (String text : texts) {
      queries.add(new Query("q" + queries.size(), text, "test"));
    }
    return new EmbeddedQueries(queries, encoder.embed(texts));
  }
}
