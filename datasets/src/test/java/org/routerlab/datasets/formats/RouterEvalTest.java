package org.routerlab.datasets.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Query;
import org.routerlab.datasets.Benchmark;

class RouterEvalTest {

  @TempDir Path folder;

  private final Benchmark benchmark = new RouterEval().read(Fixture.folder("routereval"));

  @Test
  void queriesAreKnownByBenchmarkSplitAndNumber() {
    assertThat(benchmark.queries())
        .containsExactly(
            query("riddles-train-3", "Is water wet?", "train"),
            query("riddles-train-0", "Is ice\nwarm, \"really\"?", "train"),
            query("riddles-val-2", "Is fire cold?", "validation"),
            query("riddles-test-1", "Is snow black?", "test"));
  }

  @Test
  void scoresAreAlignedByPositionAndModelsByTheirList() {
    assertThat(benchmark.outcomes().pool().names())
        .containsExactly("acme__a-details", "acme__A-details", "other__c-details");
    assertThat(benchmark.outcomes().scores().toArray())
        .containsExactly(1, 0, 1, 0, 0, 0.25f, 0, 1, 1, 1, 1, 0);
    assertThat(benchmark.outcomes().hasCosts()).isFalse();
    assertThat(benchmark.tokens()).isEmpty();
  }

  @Test
  void theProvenanceSaysWhichPoolItIs() {
    assertThat(benchmark.provenance())
        .isEqualTo(
            Map.of(
                "format", "routereval",
                "licence", "MIT",
                "benchmark", "riddles",
                "difficulty", "easy",
                "size", "3",
                "group", "strong_to_weak"));
  }

  @Test
  void withoutNumbersAndOriginQueriesAreKnownBySplitAndPosition() {
    Benchmark plain = new RouterEval().read(Fixture.folder("routereval+plain"));

    assertThat(SameBenchmark.ids(plain)).containsExactly("train-0", "train-1", "test-0");
    assertThat(plain.queries()).allMatch(query -> query.dataset().equals("all"));
    assertThat(plain.provenance()).isEqualTo(Map.of("format", "routereval", "licence", "MIT"));
  }

  @Test
  void numbersAsNumpyWritesThemAndEmptyCellsAreRead() throws IOException {
    Path copy = copy();
    Files.writeString(
        copy.resolve("train_score.csv"),
        "1.000000000000000000e+00,0.0,\n0.000000000000000000e+00,2.5e-01,1\n");

    assertThat(
            new RouterEval().read(copy).outcomes().scores().selectRows(new int[] {0, 1}).toArray())
        .containsExactly(1, 0, Float.NaN, 0, 0.25f, 1);
  }

  @Test
  void aPickleIsRefusedWithWhatToDo() throws IOException {
    Path pickle = folder.resolve("router_dataset").resolve("mmlu_router_dataset.pkl");
    Files.createDirectory(pickle.getParent());
    Files.write(pickle, new byte[] {(byte) 0x80, 4, '.'});

    for (Path source : new Path[] {folder, pickle.getParent(), pickle}) {
      assertThatThrownBy(() -> new RouterEval().read(source))
          .isInstanceOf(BadDataException.class)
          .hasMessage(
              pickle
                  + ": expected text converted from a pickle by the program in docs/datasets.md,"
                  + " section RouterEval, found the pickle, which could run code where it is read");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "train_score.csv| 0.25| 1.5"
            + "| train_score.csv, record 2, '3: other__c-details': expected a score in [0, 1]",
        "train_score.csv| 0.25| yes"
            + "| train_score.csv, record 2, '3: other__c-details': expected a number, found 'yes'",
        "train_score.csv| ,0.25| | train_score.csv, record 2: expected 3 cells, found 2 cells",
        "train_score.csv| 0.25| 0.25,1| train_score.csv, record 2: expected 3 cells, found 4 cells",
        "val_score.csv| 0,1,1| ^0,1,1\n1,1,1^"
            + "| val_score.csv: expected a line for each of the 1 in val_prompt.jsonl, found 2 lines",
        "train_score.csv| ^\n0,0,0.25^| "
            + "| train_score.csv: expected a line for each of the 2 in train_prompt.jsonl,"
            + " found 1 lines",
        "split_index.json| [3, 0]| [3, 0, 4]"
            + "| train_prompt.jsonl: expected a line for each of the 3 in split_index.json,"
            + " found 2 lines",
        "split_index.json| [3, 0]| [3]"
            + "| train_prompt.jsonl, record 2, 'prompt': expected no more lines than numbers in"
            + " split_index.json, 1, found a further one",
        "split_index.json| [3, 0]| [3, 3]"
            + "| train_prompt.jsonl, record 2: expected every id once, found 'riddles-train-3' again",
        "split_index.json| [3, 0]| [3, 0.5]"
            + "| split_index.json, 'train_indices': expected whole numbers from 0, found '0.5'",
        "split_index.json| val_indices| dev_indices"
            + "| split_index.json: expected an array 'val_indices', found only [",
        "models.txt| other__c-details| acme__a-details"
            + "| models.txt, record 3, 'model': expected every model once, found 'acme__a-details'",
        "routereval.json| : 3| : 5"
            + "| routereval.json, 'size': expected the number of models in models.txt, 3, found 5",
        "routereval.json| group| pool| routereval.json: expected a text or number each of [",
        "val_prompt.jsonl| Is fire cold?| "
            + "| val_prompt.jsonl, record 1, 'prompt': expected a text, found none"
      })
  void whatBreaksARule(String file, String text, String other, String message) throws IOException {
    Path copy = copy();
    FormatFixtures.replace(copy.resolve(file), text, other == null ? "" : other);

    assertThatThrownBy(() -> new RouterEval().read(copy))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aSplitNeedsBothOfItsFiles() throws IOException {
    Path copy = copy();
    Files.delete(copy.resolve("val_score.csv"));

    assertThatThrownBy(() -> new RouterEval().read(copy))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("expected val_score.csv (or gzipped), found none; it has [");
  }

  private static Query query(String id, String text, String split) {
    return new Query(id, text, "riddles", Map.of("split", split));
  }

  private Path copy() throws IOException {
    return new Fixture(new RouterEval(), Fixture.folder("routereval")).copyTo(folder);
  }
}
