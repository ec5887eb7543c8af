package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.eval.TestSet;

/** Ties and finalists of two-stage selection, on four queries of which each model answers two. */
class ChoiceTest {

  private static final float[][] SCORES = {{1, 0}, {0, 1}, {1, 0}, {0, 1}};

  private static Choice choice() {
    OutcomeTable outcomes = new OutcomeTable(ModelPool.of("a", "b"), FloatMatrix.of(SCORES));
    List<Query> queries =
        IntStream.range(0, SCORES.length).mapToObj(i -> new Query("q" + i, "t" + i, "d")).toList();
    return new Choice(TestSet.of(outcomes, queries, outcomes), "accuracy", Deciding.BY_SCORE);
  }

  /** Right on the first {@code right} queries; the surer, the further from one half. */
  private static Predictions predictions(int right, float sureness, ScoreKind kind) {
    float[][] scores = new float[SCORES.length][2];
    int[] chosen = new int[SCORES.length];
    for (int row = 0; row < SCORES.length; row++) {
      int best = SCORES[row][0] == 1 ? 0 : 1;
      chosen[row] = row < right ? best : 1 - best;
      scores[row][chosen[row]] = 0.5f + sureness;
      scores[row][1 - chosen[row]] = 0.5f - sureness;
    }
    return new Predictions.Scored(
        FloatMatrix.of(scores), kind, Optional.empty(), Decisions.of(chosen));
  }

  private static List<Predictions> probability(int right, float sureness) {
    return List.of(predictions(right, sureness, ScoreKind.PROBABILITY));
  }

  @Test
  void ofEqualAccuraciesTheLowerCrossEntropyLeads() {
    Map<String, List<Predictions>> rivals = new LinkedHashMap<>();
    rivals.put("blunt", probability(3, 0.4999f));
    rivals.put("mild", probability(3, 0.2f));
    rivals.put("worse", probability(2, 0.1f));
    assertThat(choice().finalists("r", rivals, 2)).containsExactly("mild", "blunt");
    assertThat(choice().finalists("r", rivals, 9)).containsExactly("mild", "blunt", "worse");
  }

  @Test
  void withoutProbabilitiesEqualAccuraciesGoByTheOrderOfTheGrid() {
    Map<String, List<Predictions>> rivals = new LinkedHashMap<>();
    rivals.put("first", List.of(predictions(3, 0.4999f, ScoreKind.LOGIT)));
    rivals.put("second", List.of(predictions(3, 0.2f, ScoreKind.LOGIT)));
    assertThat(choice().finalists("r", rivals, 1)).containsExactly("first");
  }

  @Test
  void theChoiceIsByTheMeanOverAllSeedsAndOnlyAmongFinalists() {
    Map<String, List<Predictions>> rivals = new LinkedHashMap<>();
    rivals.put("lucky", List.of(probability(4, 0.1f).get(0), probability(1, 0.1f).get(0)));
    rivals.put("steady", List.of(probability(3, 0.1f).get(0), probability(3, 0.1f).get(0)));
    rivals.put("out", probability(2, 0.1f));
    List<Choice.Candidate> candidates =
        choice().amongFinalists("e", "r", rivals, 2, Set.of("steady"));
    assertThat(candidates)
        .extracting(Choice.Candidate::configuration, Choice.Candidate::chosen)
        .containsExactly(tuple("lucky", false), tuple("steady", true), tuple("out", false));
    assertThat(candidates.get(1).seedless()).isTrue();
    assertThat(candidates.get(0).value()).isEqualTo(0.625);
  }
}
