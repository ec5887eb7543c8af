package org.routerlab.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.matrix.FloatMatrix;

class RecordedAnswersTest {

  private static final int ROWS = 2000;
  private static final Seed SEED = new Seed(3);

  private final List<Query> queries =
      IntStream.range(0, ROWS).mapToObj(i -> new Query("q" + i, "text " + i, "set")).toList();
  private final OutcomeTable outcomes = table("a", "b");

  /** Model a is right on even rows, model b on every third. */
  private static OutcomeTable table(String first, String second) {
    float[] scores = new float[2 * ROWS];
    for (int row = 0; row < ROWS; row++) {
      scores[2 * row + (first.equals("a") ? 0 : 1)] = row % 2 == 0 ? 1 : 0;
      scores[2 * row + (first.equals("a") ? 1 : 0)] = row % 3 == 0 ? 1 : 0;
    }
    return new OutcomeTable(ModelPool.of(first, second), FloatMatrix.wrap(ROWS, 2, scores));
  }

  private RecordedAnswers answers(Judge.Kind kind, double noise) {
    return new RecordedAnswers(new Judge(kind, noise), queries, outcomes, SEED);
  }

  @Test
  void aJudgeOfPredictionsRepeatsThem() {
    RecordedAnswers answers = answers(Judge.Kind.PREDICTION, 0);
    assertThat(answers.call(1, 0, 0.25)).isEqualTo(0.25);
    assertThat(answers.call(0, 0, 0.75)).isEqualTo(0.75);
  }

  @Test
  void anOracleWithoutNoiseSaysTheScoreAndOneOfFullNoiseTheOpposite() {
    RecordedAnswers right = answers(Judge.Kind.NOISY_ORACLE, 0);
    RecordedAnswers wrong = answers(Judge.Kind.NOISY_ORACLE, 1);
    for (int row = 0; row < 50; row++) {
      assertThat(right.call(row, 1, 0.5)).isEqualTo(outcomes.score(row, 1));
      assertThat(wrong.call(row, 1, 0.5)).isEqualTo(1 - outcomes.score(row, 1));
    }
  }

  @Test
  void noiseHasTheStatedSize() {
    RecordedAnswers noisy = answers(Judge.Kind.NOISY_ORACLE, 0.2);
    RecordedAnswers normal = answers(Judge.Kind.GAUSSIAN, 0.3);
    double turned = 0;
    double squares = 0;
    for (int row = 0; row < ROWS; row++) {
      turned += Math.abs(noisy.call(row, 0, 0.5) - outcomes.score(row, 0));
      squares += Math.pow(normal.call(row, 0, 0.5) - outcomes.score(row, 0), 2);
    }
    assertThat(turned / ROWS).isCloseTo(0.2, within(0.03));
    assertThat(Math.sqrt(squares / ROWS)).isCloseTo(0.3, within(0.02));
  }

  @Test
  void aVerdictDependsOnSeedTextAndModelAlone() {
    RecordedAnswers answers = answers(Judge.Kind.GAUSSIAN, 0.3);
    double verdict = answers.call(7, 1, 0.5);
    answers.call(3, 0, 0.1);
    assertThat(answers.call(7, 1, 0.9)).as("a second call").isEqualTo(verdict);
    RecordedAnswers later = answers(Judge.Kind.GAUSSIAN, 0.3);
    later.call(9, 0, 0.5);
    assertThat(later.call(7, 1, 0.5)).as("after other calls").isEqualTo(verdict);
    RecordedAnswers alone =
        new RecordedAnswers(
            new Judge(Judge.Kind.GAUSSIAN, 0.3),
            List.of(queries.get(7)),
            outcomes.selectRows(new int[] {7}),
            SEED);
    assertThat(alone.call(0, 1, 0.5)).as("on another row").isEqualTo(verdict);
    RecordedAnswers turned =
        new RecordedAnswers(new Judge(Judge.Kind.GAUSSIAN, 0.3), queries, table("b", "a"), SEED);
    assertThat(turned.call(7, 0, 0.5)).as("in another column").isEqualTo(verdict);
    RecordedAnswers other =
        new RecordedAnswers(new Judge(Judge.Kind.GAUSSIAN, 0.3), queries, outcomes, new Seed(4));
    assertThat(other.call(7, 1, 0.5)).as("of another seed").isNotEqualTo(verdict);
  }

  @Test
  void anAnswerThatWasNotRecordedIsJudgedByItsPrediction() {
    OutcomeTable unknown =
        new OutcomeTable(ModelPool.of("a"), FloatMatrix.of(new float[] {Float.NaN}));
    RecordedAnswers answers =
        new RecordedAnswers(
            new Judge(Judge.Kind.NOISY_ORACLE, 0), queries.subList(0, 1), unknown, SEED);
    assertThat(answers.call(0, 0, 0.4)).isEqualTo(0.4);
  }

  @Test
  void everyModelCalledIsRememberedOnce() {
    RecordedAnswers answers = answers(Judge.Kind.PREDICTION, 0);
    answers.call(5, 1, 0.5);
    answers.call(5, 0, 0.5);
    answers.call(5, 1, 0.5);
    assertThat(answers.called(5)).containsExactly(0, 1);
    assertThat(answers.called(4)).isEmpty();
  }

  @Test
  void onlyAJudgeOfPredictionsCouldBeDeployed() {
    assertThat(new Judge().usesHindsight()).isFalse();
    assertThat(new Judge(Judge.Kind.NOISY_ORACLE, 0.1).usesHindsight()).isTrue();
    assertThat(new Judge(Judge.Kind.GAUSSIAN, 0.1).usesHindsight()).isTrue();
    assertThatThrownBy(() -> new Judge(Judge.Kind.PREDICTION, 0.1))
        .hasMessage("judge.noise must be in [0.0, 0.0] but is 0.1");
    assertThatThrownBy(() -> new Judge(Judge.Kind.NOISY_ORACLE, 1.5))
        .hasMessage("judge.noise must be in [0.0, 1.0] but is 1.5");
  }
}
