package org.routerlab.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.BadDataException;

class MalformedTableTest {

  @TempDir Path folder;

  private TestTable table;

  @BeforeEach
  void writeAGoodTable() {
    table = TestTable.in(folder);
  }

  @Test
  void aFolderThatDoesNotExist() {
    BadDataException error =
        catchThrowableOfType(
            BadDataException.class, () -> RoutingTableFolder.load(folder.resolve("absent")));

    assertThat(error).hasMessageEndingWith("absent: expected a folder, found none at this path");
  }

  @Test
  void aMissingQueriesFile() {
    table.without("queries.jsonl");
    assertFails("expected queries.jsonl or queries.jsonl.gz, found neither of them");
  }

  @Test
  void aMissingScoresFile() {
    table.without("scores.csv");
    assertFails("expected scores.csv or scores.csv.gz, found neither of them");
  }

  @Test
  void aFileBothPlainAndZipped() {
    table.zipped("scores.csv").with("scores.csv", TestTable.SCORES);
    assertFails("expected one of scores.csv and scores.csv.gz, found both; remove one");
  }

  @Test
  void aFileThatIsNoGzip() {
    table.without("scores.csv").with("scores.csv.gz", TestTable.SCORES);
    assertFails("scores.csv.gz, line 1: expected a complete gzip file, found Not in GZIP format");
  }

  @Test
  void anEmptyGzip() {
    table.without("scores.csv").with("scores.csv.gz", "");
    assertFails("scores.csv.gz, line 1: expected a complete gzip file, found an early end");
  }

  @Test
  void aGzipCutShort() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(TestTable.SCORES.getBytes(StandardCharsets.UTF_8));
    }
    byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 12);
    table.without("scores.csv").withBytes("scores.csv.gz", cut);
    assertFails("expected a complete gzip file, found Unexpected end of ZLIB input stream");
  }

  @Test
  void textThatIsNotUtf8() {
    table.withBytes("queries.jsonl", TestTable.latin1("{\"id\": \"q1\", \"prompt\": \"für\"}\n"));
    assertFails("queries.jsonl, line 1: expected text in UTF-8, found bytes that are not");
  }

  @Test
  void noQueries() {
    table.with("queries.jsonl", "\n");
    assertFails("queries.jsonl: expected at least one query, found none");
  }

  @Test
  void brokenJson() {
    table.with("queries.jsonl", "{\"id\": \"q1\", \"prompt\": \"a\"}\n{\"id\": \"q2\", \n");
    assertFails("queries.jsonl, line 2: expected a JSON object, found an error at column");
  }

  @Test
  void jsonThatIsNoObject() {
    table.with("queries.jsonl", "[1, 2]\n");
    assertFails("queries.jsonl, line 1: expected a JSON object, found '[1, 2]'");
  }

  @Test
  void twoObjectsOnOneLine() {
    table.with("queries.jsonl", "{\"id\": \"q1\", \"prompt\": \"a\"} {}\n");
    assertFails("queries.jsonl, line 1: expected a JSON object, found an error");
  }

  @Test
  void aQueryWithoutId() {
    table.with("queries.jsonl", "{\"prompt\": \"a\"}\n");
    assertFails("queries.jsonl, line 1: expected a field id, found none");
  }

  @Test
  void aQueryWithoutPrompt() {
    table.with("queries.jsonl", "{\"id\": \"q1\", \"prompt\": null}\n");
    assertFails("queries.jsonl, line 1: expected a field prompt, found none");
  }

  @Test
  void aBlankPrompt() {
    table.with("queries.jsonl", "{\"id\": \"q1\", \"prompt\": \" \\n\"}\n");
    assertFails("line 1: expected a field prompt that is not blank, found '  '");
  }

  @Test
  void anIdTwiceInTheQueries() {
    table.with("queries.jsonl", TestTable.QUERIES.replace("q3", "q1"));
    assertFails("queries.jsonl, line 3: expected every id once, found 'q1' again, as on line 1");
  }

  @Test
  void anEmptyScoresFile() {
    table.with("scores.csv", "");
    assertFails("scores.csv: expected a header: id, then a column a model, found no line");
  }

  @Test
  void aHeaderWithoutId() {
    table.with("scores.csv", TestTable.SCORES.replace("id,", "query,"));
    assertFails("scores.csv, line 1: expected a first column called id, found 'query'");
  }

  @Test
  void aModelTwice() {
    table.with("scores.csv", TestTable.SCORES.replace("large", "small"));
    assertFails("scores.csv, line 1: expected every model once, found 'small' twice");
  }

  @Test
  void aModelWithoutName() {
    table.with("scores.csv", TestTable.SCORES.replace("large", ""));
    assertFails("line 1: expected a model's name over every column, found an empty one");
  }

  @Test
  void aPoolOfOne() {
    table.with("scores.csv", "id,small\nq1,1\nq2,1\nq3,0\n");
    assertFails("expected at least two models to choose from, found 1 [small]: nothing to route");
  }

  @Test
  void tooFewCells() {
    table.with("scores.csv", TestTable.SCORES.replace("q2,,1", "q2,1"));
    assertFails("scores.csv, line 3: expected 3 cells, found 2 cells");
  }

  @Test
  void tooManyCells() {
    table.with("scores.csv", TestTable.SCORES.replace("q2,,1", "q2,,1,"));
    assertFails("scores.csv, line 3: expected 3 cells, found 4 cells");
  }

  @Test
  void anUnclosedQuote() {
    table.with("scores.csv", TestTable.SCORES.replace("q2,,1", "\"q2,,1"));
    assertFails("line 3: expected comma-separated cells, found a quote that is not closed");
  }

  @Test
  void scoresOutsideTheRange() {
    for (String score : new String[] {"1.5", "-0.1", "1.00000001", "1e99"}) {
      table.with("scores.csv", TestTable.SCORES.replace("0.5", score));
      assertFails(
          "scores.csv, line 2, column 'large': expected a score in [0, 1] or an empty cell, found '"
              + score
              + "'");
    }
  }

  @Test
  void scoresThatAreNoNumber() {
    for (String score : new String[] {"NaN", "nan", "Infinity", "true", "0x1p-1", "1f", "."}) {
      table.with("scores.csv", TestTable.SCORES.replace("0.5", score));
      assertFails(
          "line 2, column 'large': expected a score in [0, 1] or an empty cell, found '"
              + score
              + "'");
    }
  }

  @Test
  void anUnknownIdInTheScores() {
    table.with("scores.csv", TestTable.SCORES + "q4,1,1\n");
    assertFails("scores.csv, line 5: expected an id of a query in the queries file, found 'q4'");
  }

  @Test
  void anIdTwiceInTheScores() {
    table.with("scores.csv", TestTable.SCORES + "q2,1,1\n");
    assertFails("scores.csv, line 5: expected every id once, found 'q2' again");
  }

  @Test
  void anIdMissingFromTheScores() {
    table.with("scores.csv", "id,small,large\nq3,1,1\n");
    assertFails("scores.csv: expected a row for every query, found none for id 'q1' and 1 more");
  }

  @Test
  void costsBelowZero() {
    table.with("cost_usd.csv", "id,small,large\nq1,1,-2\nq2,3,4\nq3,5,6\n");
    assertFails(
        "cost_usd.csv, line 2, column 'large': expected a finite number of at least 0 or an empty"
            + " cell, found '-2'");
  }

  @Test
  void costsTooLargeForAFloat() {
    table.with("cost_usd.csv", "id,small,large\nq1,1,1e39\nq2,3,4\nq3,5,6\n");
    assertFails("expected a finite number of at least 0 or an empty cell, found '1e39'");
  }

  @Test
  void costsOfAnUnknownModel() {
    table.with("cost_usd.csv", "id,small,huge\nq1,1,2\nq2,3,4\nq3,5,6\n");
    assertFails("line 1: expected the models of the scores [small, large], found 'huge'");
  }

  @Test
  void costsWithoutAModel() {
    table
        .with("scores.csv", "id,a,b,c\nq1,1,1,1\nq2,1,1,1\nq3,1,1,1\n")
        .with("cost_usd.csv", "id,a,b\nq1,1,2\nq2,3,4\nq3,5,6\n");
    assertFails("cost_usd.csv, line 1: expected a column for every model, found none for 'c'");
  }

  @Test
  void costsOfNoUnit() {
    table.with("costs.csv", "id,small,large\nq1,1,2\nq2,3,4\nq3,5,6\n");
    assertFails("meta.json, field cost_unit: expected the unit of costs.csv, found none");
  }

  @Test
  void metaThatNamesOtherModels() {
    table.with("meta.json", "{\"models\": [\"small\", \"huge\"]}");
    assertFails("field models: expected the models of the scores [small, large], found [\"small\"");
  }

  @Test
  void metaThatCountsOtherQueries() {
    table.with("meta.json", "{\"queries\": 4}");
    assertFails("meta.json, field queries: expected 3, as in the queries file, found 4");
  }

  @Test
  void metaThatIsBroken() {
    table.with("meta.json", "{\n\"name\": ");
    assertFails("meta.json: expected a JSON object, found an error at column");
  }

  @Test
  void aPriceThatIsNoPair() {
    table.with("meta.json", "{\"prices_usd_per_1m\": {\"small\": 3}}");
    assertFails(
        "field prices_usd_per_1m, model 'small': expected [input, output], both at least 0, found"
            + " 3");
  }

  @Test
  void aPriceBelowZero() {
    table.with("meta.json", "{\"prices_usd_per_1m\": {\"small\": [1, -1]}}");
    assertFails("model 'small': expected [input, output], both at least 0, found [1,-1]");
  }

  @Test
  void aModelWithoutPrice() {
    table.with("meta.json", "{\"prices_usd_per_1m\": {\"small\": [1, 1]}}");
    assertFails("expected a price for every model, found none for 'large'");
  }

  @Test
  void aFileThatIsAFolder() throws IOException {
    table.without("scores.csv");
    Files.createDirectory(folder.resolve("scores.csv"));
    assertFails("scores.csv, line 1: expected a readable file, found java.io.IOException");
  }

  private void assertFails(String message) {
    BadDataException error =
        catchThrowableOfType(BadDataException.class, () -> RoutingTableFolder.load(folder));

    assertThat(error).as("no error where one was due: %s", message).isNotNull();
    assertThat(error.getMessage()).startsWith(folder.toString()).contains(message).hasLineCount(1);
  }
}
