package org.routerlab.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.routerlab.core.EmbeddedQueries;
import org.routerlab.core.Query;
import org.routerlab.core.Seed;
import org.routerlab.core.embedding.Encoder;
import org.routerlab.core.embedding.EncoderIdentity;
import org.routerlab.core.embedding.HashingEncoder;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * The hashing encoder gives a text of two words four features of equal weight: its words, its first
 * word at the start, and its pair. So two such texts have cosine 1/2 where only the first word is
 * common, 1/4 where only the second is, and 0 where none is.
 */
class UtteranceIndexTest {

  private static final Offset<Double> ROUNDING = within(1e-6);

  private final Encoder encoder = new HashingEncoder(4_096);
  private final RouteSet routes =
      new RouteSet(
          List.of(
              new Route("fruit", List.of("ripe apple", "sweet pear")),
              new Route("metal", List.of("heavy iron", "soft lead")),
              new Route("chat", List.of("good morning"))),
          0.3,
          "chat");
  private final UtteranceIndex index = UtteranceIndex.of(routes, encoder);

  @Test
  void theSimilarityOfARouteIsThatOfItsNearestUtterance() {
    // "sweet apple" has "apple" in common with the first fruit, the start "sweet" with the second.
    float[] similarities = index.similarities(embed("sweet apple")).row(0);
    assertThat((double) similarities[0]).isEqualTo(0.5, ROUNDING);
    assertThat((double) similarities[1]).isEqualTo(0, ROUNDING);
    assertThat((double) similarities[2]).isEqualTo(0, ROUNDING);
  }

  @Test
  void aDecisionAboveTheThresholdIsExplained() {
    RouteDecision decision = index.explain(embed("sweet lead").row(0), 2);
    assertThat(decision.route()).isEqualTo("fruit");
    assertThat(decision.score()).isEqualTo(0.5, ROUNDING);
    assertThat(decision.margin()).isEqualTo(0.25, ROUNDING);
    assertThat(decision.fellBack()).isFalse();
    assertThat(decision.similarities().keySet()).containsExactly("fruit", "metal", "chat");
    assertThat(decision.nearest())
        .extracting(SimilarUtterance::utterance)
        .containsExactly("sweet pear", "soft lead");
    assertThat(decision.nearest().get(1).route()).isEqualTo("metal");
    assertThat(decision.nearest().get(1).similarity()).isEqualTo(0.25, ROUNDING);
  }

  @Test
  void aDecisionBelowTheThresholdFallsBack() {
    // Only the second word is common, so the best similarity is 1/4, below 0.3.
    RouteDecision decision = index.explain(embed("rusty iron").row(0), 1);
    assertThat(decision.route()).isEqualTo("chat");
    assertThat(decision.fellBack()).isTrue();
    assertThat(decision.score()).isEqualTo(0, ROUNDING);
    // The fall-back route is behind the best one.
    assertThat(decision.margin()).isEqualTo(-0.25, ROUNDING);
    assertThat(decision.nearest().get(0).utterance()).isEqualTo("heavy iron");
  }

  @Test
  void aZeroVectorHasSimilarityZeroToEverything() {
    float[] similarities = index.similarities(FloatMatrix.of(new float[4_096])).row(0);
    assertThat(similarities).containsExactly(0, 0, 0);
    assertThat(index.explain(new float[4_096], 1).route()).isEqualTo("chat");
  }

  @Test
  void theLengthOfVectorsDoesNotMatter() {
    UtteranceIndex longer = UtteranceIndex.of(routes, new Scaled(encoder, 7));
    float[] query = embed("sweet lead").row(0);
    float[] tripled = query.clone();
    for (int i = 0; i < tripled.length; i++) {
      tripled[i] *= 3;
    }
    float[] expected = index.similarities(FloatMatrix.of(query)).row(0);
    float[] found = longer.similarities(FloatMatrix.of(tripled)).row(0);
    for (int route = 0; route < expected.length; route++) {
      assertThat((double) found[route]).isEqualTo(expected[route], ROUNDING);
    }
  }

  @Test
  void manyQueriesHaveTheSimilaritiesOfEachAlone() {
    UtteranceIndex small = UtteranceIndex.of(routes, new HashingEncoder(16));
    float[][] rows = new float[5_000][16];
    for (int row = 0; row < rows.length; row++) {
      rows[row][row % 16] = 1 + row;
      rows[row][row % 7] += 5;
    }
    FloatMatrix all = small.similarities(FloatMatrix.of(rows));
    for (int row : new int[] {0, 4_095, 4_096, 4_999}) {
      assertThat(all.row(row)).isEqualTo(small.similarities(FloatMatrix.of(rows[row])).row(0));
    }
  }

  @Test
  void aChoiceIsThatOfTheExplanationAndOfTheBatchToTheLastBit() {
    SplittableRandom random = new Seed(6).stream("choices");
    for (Similarity similarity :
        List.of(
            Similarity.HIGHEST_COSINE,
            new Similarity(Aggregation.MEAN, 2, 1, 1.2, 0.75),
            new Similarity(Aggregation.SUM, 2, 0.6, 1.2, 0.75))) {
      UtteranceIndex some =
          UtteranceIndex.of(
              new RouteSet(
                  List.of(
                      routes.routes().get(0).withThreshold(0.4),
                      routes.routes().get(1).withWeight(0.1),
                      routes.routes().get(2)),
                  0.2,
                  "",
                  true,
                  similarity),
              encoder);
      List<Query> queries = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String text = draw(random) + " " + draw(random) + " " + draw(random);
        queries.add(new Query("q" + i, text, "test"));
      }
      FloatMatrix embeddings = encoder.embed(queries.stream().map(Query::text).toList());
      FloatMatrix batch = some.similarities(new EmbeddedQueries(queries, embeddings));
      for (int row = 0; row < queries.size(); row++) {
        String text = queries.get(row).text();
        RouteDecision decision = some.explain(text, embeddings.row(row), 3);
        int chosen = some.choose(text, embeddings.row(row));
        assertThat(chosen).isEqualTo(some.routes().choose(batch.row(row)));
        assertThat(decision.route())
            .isEqualTo(chosen < 0 ? RouteDecision.NONE : some.routes().names().get(chosen));
        float score = batch.get(row, chosen < 0 ? best(some, batch.row(row)) : chosen);
        assertThat(decision.score()).isEqualTo(score);
      }
    }
  }

  private static int best(UtteranceIndex index, float[] similarities) {
    return index.rule().best(similarities);
  }

  private static String draw(SplittableRandom random) {
    String[] words = "ripe apple sweet pear heavy iron soft lead good morning x y z".split(" ");
    return words[random.nextInt(words.length)];
  }

  @Test
  void aRouteThatMissesItsOwnThresholdIsPassedOver() {
    RouteDecision decision =
        index
            .with(routes.withThreshold(0, 0.6).withThreshold(1, 0.2))
            .explain(embed("sweet lead").row(0), 1);
    assertThat(decision.route()).isEqualTo("metal");
    assertThat(decision.reason()).isEqualTo(RouteDecision.Reason.REACHED);
    assertThat(decision.threshold()).isEqualTo(0.2, ROUNDING);
    assertThat(decision.margin()).isEqualTo(-0.25, ROUNDING);
    assertThat(decision.similarities().keySet()).containsExactly("fruit", "metal", "chat");
  }

  @Test
  void theReasonsWhereNoRouteReachesItsThreshold() {
    float[] query = embed("rusty iron").row(0);
    RouteDecision fallback = index.explain(query, 1);
    assertThat(fallback.reason()).isEqualTo(RouteDecision.Reason.FALLBACK);
    assertThat(fallback.threshold()).as("as it was given, no float of it").isEqualTo(0.3);
    assertThat(fallback.margin()).isEqualTo(-0.25, ROUNDING);
    RouteDecision best = index.with(new RouteSet(routes.routes(), 0.3, "")).explain(query, 1);
    assertThat(best.reason()).isEqualTo(RouteDecision.Reason.BEST_BELOW);
    assertThat(best.route()).isEqualTo("metal");
    assertThat(best.fellBack()).isFalse();
    assertThat(best.margin()).isEqualTo(0.25, ROUNDING);
    RouteDecision none =
        index
            .with(new RouteSet(routes.routes(), 0.3, "", true, Similarity.HIGHEST_COSINE))
            .explain(query, 1);
    assertThat(none.reason()).isEqualTo(RouteDecision.Reason.ABSTAINED);
    assertThat(none.route()).isEqualTo("none");
    assertThat(none.score()).isEqualTo(0.25, ROUNDING);
    assertThat(none.margin()).isEqualTo(0.25, ROUNDING);
  }

  @Test
  void theMarginOfAFallbackRouteThatIsTheMostSimilarIsItsLead() {
    RouteDecision decision =
        index
            .with(new RouteSet(routes.routes(), 0.3, "metal"))
            .explain(embed("rusty iron").row(0), 1);
    assertThat(decision.reason()).isEqualTo(RouteDecision.Reason.FALLBACK);
    assertThat(decision.route()).isEqualTo("metal");
    assertThat(decision.margin()).isEqualTo(0.25, ROUNDING);
  }

  @Test
  void commonWordsCountAsMuchAsIsSaid() {
    Similarity half = new Similarity(Aggregation.MAX, 5, 0.5, 1.2, 0.75);
    UtteranceIndex mixed = index.with(new RouteSet(routes.routes(), -1, "", false, half));
    RouteDecision decision = mixed.explain("ripe lead", embed("ripe lead").row(0), 2);
    // "ripe apple" has cosine 1/2 (the word and the start), "soft lead" 1/4; each has one of the
    // two words, of equal rarity and length.
    assertThat(decision.route()).isEqualTo("fruit");
    assertThat(decision.sparse()).isEqualTo(0.25, ROUNDING);
    assertThat(decision.score()).isEqualTo(0.5, ROUNDING);
    assertThat(decision.nearest().get(1).similarity()).isEqualTo(0.375, ROUNDING);
    assertThat(decision.nearest().get(1).sparse()).isEqualTo(0.25, ROUNDING);
    assertThatThrownBy(() -> mixed.explain(embed("ripe lead").row(0), 2))
        .hasMessageContaining("the text of a query is needed");
    assertThatThrownBy(() -> mixed.similarities(embed("ripe lead")))
        .hasMessageContaining("dense is 0.5");
  }

  @Test
  void aMeanIsOverTheUtterancesOfARoute() {
    Similarity mean = new Similarity(Aggregation.MEAN, 2, 1, 1.2, 0.75);
    float[] similarities =
        index
            .with(new RouteSet(routes.routes(), -1, "", false, mean))
            .similarities(embed("sweet apple"))
            .row(0);
    assertThat((double) similarities[0]).isEqualTo((0.5 + 0.25) / 2, ROUNDING);
  }

  @Test
  void anIndexKeepsItsUtterances() {
    List<Route> others =
        List.of(new Route("fruit", List.of("a")), new Route("metal", List.of("b")));
    assertThatThrownBy(() -> index.with(new RouteSet(others, 0, "")))
        .hasMessageContaining("the same routes and utterances");
  }

  @Test
  void moreNearestThanThereAreGivesAll() {
    assertThat(index.explain(embed("ripe lead").row(0), 100).nearest()).hasSize(5);
  }

  @Test
  void queriesOfAnotherDimensionAreRejected() {
    assertThatThrownBy(() -> index.explain(new float[3], 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dimension");
  }

  private FloatMatrix embed(String text) {
    return encoder.embed(List.of(text));
  }

  /** An encoder whose vectors are longer than 1. */
  private record Scaled(Encoder delegate, float factor) implements Encoder {

    @Override
    public EncoderIdentity identity() {
      return delegate.identity();
    }

    @Override
    public int dimension() {
      return delegate.dimension();
    }

    @Override
    public FloatMatrix embed(List<String> texts) {
      float[] values = delegate.embed(texts).toArray();
      for (int i = 0; i < values.length; i++) {
        values[i] *= factor;
      }
      return FloatMatrix.wrap(texts.size(), dimension(), values);
    }
  }
}
