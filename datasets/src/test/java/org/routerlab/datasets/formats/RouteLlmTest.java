package org.routerlab.datasets.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.BadDataException;
import org.routerlab.core.OutcomeTable;
import org.routerlab.datasets.Benchmark;

class RouteLlmTest {

  private static final String BOTANY = "mmlu/responses/mmlu_botany.csv";
  private static final String GSM8K = "gsm8k/gsm8k_responses.csv";
  private static final String QUESTIONS = "mt_bench/question.jsonl";
  private static final String JUDGEMENTS = "mt_bench/judgements.jsonl";

  @TempDir Path folder;

  private final Benchmark benchmark = new RouteLlm().read(Fixture.folder("routellm"));

  @Test
  void queriesAreKnownByFileAndPositionBecausePromptsRepeat() {
    assertThat(SameBenchmark.ids(benchmark))
        .containsExactly(
            "mmlu-botany-0",
            "mmlu-botany-1",
            "mmlu-botany-2",
            "mmlu-us_sailing_history-0",
            "gsm8k-0",
            "gsm8k-1",
            "mtbench-81",
            "mtbench-82");
    assertThat(benchmark.queries().get(0).text()).isEqualTo(benchmark.queries().get(2).text());
    assertThat(benchmark.queries().get(1).text())
        .isEqualTo(
            "He said \"left\", she said \"right\". Who is alone?\n"
                + "A. Nobody\nB. Both\nC. He\nD. She\nAnswer:");
    assertThat(benchmark.queries().get(6).text())
        .isEqualTo("Write a haiku on rain.\n\nNow make it rhyme.");
  }

  @Test
  void datasetsCategoriesAndContaminationAreMarked() {
    assertThat(benchmark.queries())
        .extracting(query -> query.dataset())
        .containsExactly("mmlu", "mmlu", "mmlu", "mmlu", "gsm8k", "gsm8k", "mt_bench", "mt_bench");
    assertThat(benchmark.queries().get(3).tags())
        .containsEntry("category", "us_sailing_history")
        .containsEntry("contaminated", "true")
        .containsEntry("split", "test");
    assertThat(benchmark.queries().get(7).tags())
        .containsEntry("category", "math")
        .containsEntry("contaminated", "true");
    assertThat(benchmark.queries().get(6).tags()).containsEntry("contaminated", "false");
    assertThat(benchmark.provenance()).containsEntry("contaminated_prompts", "2");
  }

  @Test
  void contaminatedPromptsAreLeftOutOnRequestAndIdsStay() {
    Benchmark clean = new RouteLlm(true).read(Fixture.folder("routellm"));

    assertThat(SameBenchmark.ids(clean))
        .containsExactly(
            "mmlu-botany-0", "mmlu-botany-1", "mmlu-botany-2", "gsm8k-0", "gsm8k-1", "mtbench-81");
  }

  @Test
  void scoresAreTruthValuesAndTenthsOfMeanRatings() {
    OutcomeTable outcomes = benchmark.outcomes();

    assertThat(outcomes.pool().names()).containsExactly("acme/weak-8x1B", "strong-1");
    assertThat(outcomes.score(1, 0)).isZero();
    assertThat(outcomes.score(1, 1)).isEqualTo(1);
    assertThat(outcomes.score(6, 0)).isEqualTo(0.775f);
    assertThat(outcomes.score(6, 1)).isEqualTo(0.95f);
    assertThat(outcomes.score(7, 0)).as("a turn without rating").isEqualTo(0.4f);
    assertThat(outcomes.score(7, 1)).isEqualTo(0.975f);
  }

  @Test
  void theLengthOfAnAnswerInCodePointsIsItsCost() {
    assertThat(benchmark.costUnit()).isEqualTo("output characters");
    assertThat(benchmark.outcomes().cost(4, 0)).isEqualTo(1);
    assertThat(benchmark.outcomes().cost(4, 1)).isEqualTo(27);
    assertThat(benchmark.outcomes().cost(0, 0)).isNaN();
    assertThat(benchmark.tokens()).isEmpty();
  }

  @Test
  void oneOfTheThreeFoldersIsEnough() throws IOException {
    Path copy = copy();
    try (var files = Files.list(copy.resolve("mmlu/responses"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(copy.resolve("mmlu/responses"));
    Files.delete(copy.resolve("mmlu/contaminated_prompts.jsonl"));
    Files.delete(copy.resolve("mmlu"));

    assertThat(SameBenchmark.ids(new RouteLlm().read(copy)))
        .containsExactly("gsm8k-0", "gsm8k-1", "mtbench-81", "mtbench-82");
  }

  @Test
  void aFolderWithNoneOfTheThree() {
    assertThatThrownBy(() -> new RouteLlm().read(folder))
        .isInstanceOf(BadDataException.class)
        .hasMessage(
            folder + ": expected a folder with mmlu, gsm8k or mt_bench, found none of them");
  }

  @Test
  void otherModelsThanInTheFirstFile() throws IOException {
    assertFails(
        GSM8K,
        ",strong-1,",
        ",strong-2,",
        "gsm8k_responses.csv, line 1: expected the models of mmlu_botany.csv [acme/weak-8x1B,"
            + " strong-1], found [acme/weak-8x1B, strong-2, strong-1_response]");
  }

  @Test
  void aFileWithoutPrompts() throws IOException {
    assertFails(BOTANY, "prompt,", "promt,", "mmlu_botany.csv: expected a column 'prompt'");
  }

  @Test
  void aCellThatIsNoTruthValue() throws IOException {
    assertFails(
        BOTANY,
        "Answer:\",False,True",
        "Answer:\",Maybe,True",
        "record 2, 'acme/weak-8x1B': expected a number, found 'Maybe'");
  }

  @Test
  void aJudgementOfAQuestionThatIsNotThere() throws IOException {
    assertFails(
        QUESTIONS,
        "\"question_id\": 82",
        "\"question_id\": 83",
        "judgements.jsonl, record 1, 'question_id': expected a question of question.jsonl, found"
            + " '82'");
  }

  @Test
  void aQuestionTwice() throws IOException {
    assertFails(
        QUESTIONS,
        "\"question_id\": 82",
        "\"question_id\": 81",
        "question.jsonl, record 2: expected every id once, found 'mtbench-81' again");
  }

  @Test
  void aTurnRatedTwice() throws IOException {
    assertFails(
        JUDGEMENTS,
        "\"score\": 9.5, \"turn\": 1",
        "\"score\": 9.5, \"turn\": 2",
        "record 5, 'turn': expected one rating a question, model and turn, found another of"
            + " question 82, strong-1");
  }

  @Test
  void aTurnThatTheQuestionLacks() throws IOException {
    assertFails(
        JUDGEMENTS,
        "\"score\": 9.5, \"turn\": 1",
        "\"score\": 9.5, \"turn\": 3",
        "record 5, 'turn': expected a turn from 1 to 2, found 3");
  }

  @Test
  void aTurnThatIsNotRated() throws IOException {
    assertFails(
        QUESTIONS,
        "\"And halved?\"",
        "\"And halved?\", \"Thanks.\"",
        "expected a rating of every turn, found none of turn 3 of question 82, strong-1");
  }

  @Test
  void aRatingBeyondTen() throws IOException {
    assertFails(
        JUDGEMENTS,
        "\"score\": 9.5",
        "\"score\": 95",
        "record 5, 'score': expected a rating from 0 to 10, or -1 for none, found 95");
  }

  private void assertFails(String name, String text, String replacement, String message)
      throws IOException {
    Path file = copy().resolve(name);
    String whole = Files.readString(file);
    assertThat(whole).contains(text);
    Files.writeString(file, whole.replace(text, replacement));

    assertThatThrownBy(() -> new RouteLlm().read(folder))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining(message);
  }

  private Path copy() throws IOException {
    return new Fixture(new RouteLlm(), Fixture.folder("routellm")).copyTo(folder);
  }
}
