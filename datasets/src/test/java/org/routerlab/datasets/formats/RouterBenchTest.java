package org.routerlab.datasets.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Query;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.SplitProtocol;

class RouterBenchTest {

  private static final float NONE = Float.NaN;
  private static final String HEADER =
      "sample_id,prompt,eval_name,a,b,a|model_response,b|model_response,a|total_cost,b|total_cost\n";

  @TempDir Path folder;

  @Test
  void promptsAreTheTextsOfTheirTurns() {
    assertThat(read().queries())
        .containsExactly(
            new Query("mbpp.dev.1", "Write \"add(a, b)\", it's easy.", "mbpp", Map.of()),
            new Query(
                "arc-challenge.val.9",
                "Which is a gas?\nA) iron\nB) neon\nAnswer:",
                "arc-challenge",
                Map.of()),
            new Query(
                "mtbench.dev.3",
                "Name a town.\n\nName its river \\ lake \u00a0.",
                "mtbench",
                Map.of()),
            new Query(
                "mmlu-astronomy.val.5", "Which planet is red?\tMars?", "mmlu-astronomy", Map.of()));
  }

  @Test
  void halvesOfAQueryAreMergedEachScoreWithItsCost() {
    Benchmark benchmark = read();

    assertThat(benchmark.outcomes().pool().names())
        .containsExactly("acme/a-7b", "beta-v2", "gamma.chat");
    assertThat(benchmark.outcomes().scores().toArray())
        .containsExactly(1, 1, 0, 0, 1, 1, 0.7f, 0.95f, 0.8f, 0, 0, NONE);
    assertThat(benchmark.outcomes().costs().toArray())
        .containsExactly(
            5.1e-5f, 0.0042f, 0.0002f, 4.8e-5f, 0.0062f, 0.0002f, 0.00011f, 0.0091f, 0.00052f,
            1.2e-5f, 0.00101f, NONE);
    assertThat(benchmark.costUnit()).isEqualTo("USD");
    assertThat(benchmark.tokens()).isEmpty();
    assertThat(benchmark.provenance())
        .containsEntry("merged_rows", "1")
        .doesNotContainKey("repeated_rows");
  }

  @Test
  void theProtocolOfThePlateauGoesWithIt() {
    assertThat(SplitProtocol.of(read()).orElseThrow())
        .hasToString("random 0.6/0.1/0.3, seed 42 (The Routing Plateau, Table 8)");
  }

  @Test
  void theChoiceDecidesBetweenFilesOfBothShots() {
    Benchmark five = new RouterBench(5).read(FormatFixtures.of("routerbench"));

    assertThat(read().provenance())
        .containsEntry("shots", "0")
        .containsEntry("files_left_out", "routerbench_5shot.parquet");
    assertThat(five.provenance())
        .containsEntry("shots", "5")
        .containsEntry("files_left_out", "routerbench_0shot.csv");
    assertThat(five.texts()).containsExactly("One: 1. Two:", "As it is");
    assertThat(five.outcomes().scores().toArray()).containsExactly(0.5f, NONE, 1, 0.25f);
  }

  @Test
  void theOnlyFileIsReadWhateverItsShots() throws IOException {
    Path copy = FormatFixtures.copy("routerbench", folder);
    Files.delete(copy.resolve("routerbench_0shot.csv"));

    assertThat(new RouterBench().read(copy).provenance())
        .containsEntry("shots", "5")
        .doesNotContainKey("files_left_out");
  }

  @Test
  void otherShotsThanPublishedAreNoChoice() {
    assertThatThrownBy(() -> new RouterBench(3)).hasMessage("shots must be 0 or 5 but is 3");
  }

  @Test
  void namesOfFilesTellTheSplitAndAMergedQueryIsWhereMostOfItsScoresAre() {
    Benchmark benchmark = new RouterBench().read(FormatFixtures.of("routerbench+split"));

    assertThat(benchmark.queries())
        .containsExactly(
            new Query("winogrande.dev.2", "Who barks?", "winogrande", Map.of("split", "test")),
            new Query(
                "winogrande.dev.1",
                "The bag did not fit the box as it was too big. It?",
                "winogrande",
                Map.of("split", "train", "cluster", "4")));
    assertThat(benchmark.outcomes().scores().toArray()).containsExactly(0, 1, 1, 1, 1, 0);
    assertThat(SplitProtocol.of(benchmark)).isEmpty();
    assertThat(benchmark.provenance()).containsEntry("merged_rows", "1").doesNotContainKey("shots");
  }

  @Test
  void survivesARoutingTable() throws IOException {
    FormatFixtures.assertSurvivesATable(read(), folder);
  }

  @Test
  void aRowThatRepeatsAQueryCountsForNothing() throws IOException {
    table(
        "t.csv", "q,p,e,0,1,x,y,3,4\nq,p,e,1,,x,y,3,4\nq,other,e,,1,x,y,3,4\nr,p,e,1,1,x,y,3,4\n");

    Benchmark benchmark = new RouterBench().read(folder);

    assertThat(benchmark.outcomes().scores().toArray()).containsExactly(0, 1, 1, 1);
    assertThat(benchmark.provenance())
        .containsEntry("repeated_rows", "2")
        .doesNotContainKey("merged_rows");
  }

  @Test
  void aQueryInTwoFiles() throws IOException {
    Path first = table("t1.csv", "q,p,e,0,1,x,y,3,4\n");
    Path second = table("t2.csv", "q,p,e,0,1,x,y,3,4\n");

    assertFails(
        second
            + ", record 1: expected every sample_id in one file, found 'q' again, which is in "
            + first);
  }

  @Test
  void resultsOfRoutersAreNoModels() throws IOException {
    String header = HEADER.strip() + ",knn|k:5|total_cost,oracle_model_to_route_to\n";
    Files.writeString(folder.resolve("t.csv"), header + "q,p,e,0,1,x,y,3,4,5,a\n");

    assertThat(new RouterBench().read(folder).outcomes().pool().names()).containsExactly("a", "b");
  }

  @Test
  void aCostWithoutAScore() throws IOException {
    Path file = folder.resolve("t.csv");
    Files.writeString(file, HEADER.replace(",a,", ",A,") + "q,p,e,0,1,x,y,3,4\n");

    assertFails(file + ": expected a column 'a', beside its 'a|total_cost', found none");
  }

  @Test
  void aTableWithoutModels() throws IOException {
    Path file = folder.resolve("t.csv");
    Files.writeString(file, "sample_id,prompt,eval_name\nq,p,e\n");

    assertFails(
        file
            + ": expected columns MODEL and MODEL|total_cost, found only [sample_id, prompt,"
            + " eval_name]");
  }

  @Test
  void theLongTable() throws IOException {
    Path file = folder.resolve("routerbench_raw.csv");
    Files.writeString(file, "sample_id,model_name,eval_name,prompt,performance,cost\n");

    assertFails(
        file
            + ": expected the table with a row a query, found the long one, with a row a query and"
            + " model");
  }

  @Test
  void aMissingColumn() throws IOException {
    Path file = folder.resolve("t.csv");
    Files.writeString(file, HEADER.replace("eval_name", "source") + "q,p,e,0,1,x,y,3,4\n");

    assertThatThrownBy(() -> new RouterBench().read(folder))
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith(file + ": expected a column 'eval_name', found ");
  }

  @Test
  void filesOfDifferentModels() throws IOException {
    Path first = table("t1.csv", "q,p,e,0,1,x,y,3,4\n");
    Path second = folder.resolve("t2.csv");
    String header = HEADER.replace(",b", ",c");
    Files.writeString(second, header + "r,p,e,0,1,x,y,3,4\n");

    assertFails(second + ": expected the models of " + first + ", [a, b], found [a, c]");
  }

  @Test
  void filesOfWhichOnlySomeNameASplit() throws IOException {
    Path plain = table("t.csv", "q,p,e,0,1,x,y,3,4\n");
    table("t_train.csv", "r,p,e,0,1,x,y,3,4\n");

    assertFails(
        plain
            + ": expected a name that ends in _train, _validation or _test,"
            + " found none, though there is t_train.csv");
  }

  @Test
  void aPromptThatIsNoWholeList() throws IOException {
    Path file = table("t.csv", "q,['p,e,0,1,x,y,3,4\n");

    assertFails(
        file
            + ", record 1, 'prompt': expected a list of strings as Python prints it,"
            + " found at sign 4 the end instead of a closing quote");
  }

  @Test
  void aPromptWithoutSigns() throws IOException {
    Path file = table("t.csv", "q,[' '],e,0,1,x,y,3,4\n");

    assertFails(file + ", record 1, 'prompt': expected a text, found '[' ']'");
  }

  @Test
  void aScoreOutOfRangeAndACostBelowZero() throws IOException {
    Path file = table("t.csv", "q,p,e,0,1.5,x,y,3,4\n");
    assertFails(file + ", record 1, 'b': expected a score in [0, 1], found 1.5");

    table("t.csv", "q,p,e,0,1,x,y,-3,4\n");
    assertFails(file + ", record 1, 'a|total_cost': expected a number of at least 0, found -3");
  }

  @Test
  void aParquetFileWithListsForPrompts() throws SQLException {
    Path file = folder.resolve("t.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT 'q' AS sample_id, ['p'] AS prompt, 'e' AS eval_name, 1 AS a,"
              + " 2 AS \"a|total_cost\") TO '"
              + file
              + "' (FORMAT parquet)");
    }

    assertFails(file + ", column 'prompt': expected a text (VARCHAR), found VARCHAR[]");
  }

  @Test
  void aPickleIsRefusedWithAWayOut() throws IOException {
    Path file = Files.writeString(folder.resolve("routerbench_0shot.pkl"), "\u0080");
    String message =
        file
            + ": expected a table as .parquet or .csv, found a pickle, a program that runs when it"
            + " is opened: compare its SHA-256 with the publisher's, then, in a container without"
            + " network: import pandas; pandas.read_pickle('routerbench_0shot.pkl')"
            + ".to_parquet('routerbench_0shot.parquet')";

    assertFails(message);
    assertThatThrownBy(() -> new RouterBench().read(file)).hasMessage(message);
  }

  @Test
  void aPickleBesideItsExportIsNotLookedAt() throws IOException {
    Files.writeString(folder.resolve("t.pkl"), "\u0080");
    table("t.csv", "q,p,e,0,1,x,y,3,4\n");

    assertThat(new RouterBench().read(folder).queries()).hasSize(1);
  }

  private static Benchmark read() {
    return new RouterBench().read(FormatFixtures.of("routerbench"));
  }

  private Path table(String name, String rows) throws IOException {
    return Files.writeString(folder.resolve(name), HEADER + rows);
  }

  private void assertFails(String message) {
    assertThatThrownBy(() -> new RouterBench().read(folder))
        .isInstanceOf(BadDataException.class)
        .hasMessage(message);
  }
}
