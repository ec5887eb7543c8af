package org.routerlab.datasets.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Query;
import org.routerlab.datasets.Benchmark;

class EmbedLlmTest {

  private static final float NONE = Float.NaN;
  private static final String HEADER =
      "prompt_id,model_id,category_id,label,prompt,model_name,category\n";

  @TempDir Path folder;

  @Test
  void queriesComeInTheListedOrder() {
    assertThat(read().queries())
        .containsExactly(
            new Query("3", "Name a star.", "mmlu_astronomy", Map.of("split", "test")),
            new Query("0", "Add \"2\" and 3.", "gsm8k", Map.of("split", "train")),
            new Query("2", "Add 4 and 5.", "gsm8k", Map.of("split", "validation")),
            new Query(
                "7",
                "Which planet is red?\nA. Venus B. Mars",
                "mmlu_astronomy",
                Map.of("split", "train")));
  }

  @Test
  void modelsComeInTheListedOrderAndTheGreatestLabelCounts() {
    Benchmark benchmark = read();

    assertThat(benchmark.outcomes().pool().names())
        .containsExactly("zeta__big", "acme__tiny-1b", "acme__mid-7b");
    assertThat(benchmark.outcomes().scores().toArray())
        .containsExactly(1, 0, 0, NONE, 1, 0, 1, 0, 1, 1, 1, 0);
    assertThat(benchmark.outcomes().hasCosts()).isFalse();
    assertThat(benchmark.costUnit()).isEqualTo("none");
    assertThat(benchmark.tokens()).isEmpty();
  }

  @Test
  void theProvenanceCountsWhatWasToldTwice() {
    assertThat(read().provenance())
        .containsOnly(
            Map.entry("format", "embedllm"),
            Map.entry("licence", "Apache-2.0"),
            Map.entry("repeated_outcomes", "2"),
            Map.entry("contradicting_outcomes", "1"),
            Map.entry("queries_of_several_categories", "1"));
  }

  @Test
  void withoutListsTheOrderIsThatOfTheSplitsAndFirstAppearance() throws IOException {
    Path copy = FormatFixtures.copy("embedllm", folder);
    Files.delete(copy.resolve("question_order.csv"));
    Files.delete(copy.resolve("model_order.csv"));

    Benchmark benchmark = new EmbedLlm().read(copy);

    assertThat(benchmark.queries()).extracting(Query::id).containsExactly("7", "0", "2", "3");
    assertThat(benchmark.outcomes().pool().names())
        .containsExactly("acme__tiny-1b", "acme__mid-7b", "zeta__big");
    assertThat(benchmark.outcomes().scores().toArray())
        .containsExactly(1, 0, 1, 1, 0, NONE, 0, 1, 1, 0, 0, 1);
  }

  @Test
  void theGreatestLabelCountsWhereItComesFirst() throws IOException {
    write("train.csv", "0,0,0,1,p,a,c\n0,1,0,0,p,b,c\n0,0,0,0,p,a,c\n");

    Benchmark benchmark = new EmbedLlm().read(folder);

    assertThat(benchmark.outcomes().scores().toArray()).containsExactly(1, 0);
    assertThat(benchmark.provenance()).containsEntry("contradicting_outcomes", "1");
  }

  @Test
  void oneSplitIsEnough() throws IOException {
    Path copy = FormatFixtures.copy("embedllm", folder);
    Files.delete(copy.resolve("train.csv"));
    Files.delete(copy.resolve("val.csv"));

    assertThat(new EmbedLlm().read(copy).queries()).extracting(Query::id).containsExactly("3");
  }

  @Test
  void survivesARoutingTable() throws IOException {
    FormatFixtures.assertSurvivesATable(read(), folder);
  }

  @Test
  void noSplit() throws IOException {
    Files.writeString(folder.resolve("model_order.csv"), "model_id,model_name\n");

    assertFails(
        folder
            + ": expected train.csv or val.csv or test.csv (or gzipped),"
            + " found none; it has [model_order.csv]");
  }

  @Test
  void aMissingColumn() throws IOException {
    Path file = folder.resolve("val.csv");
    Files.writeString(file, "prompt_id,label,prompt,model_name\n0,1,p,a\n");

    assertThatThrownBy(() -> new EmbedLlm().read(folder))
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith(file + ": expected a column 'category', found ");
  }

  @Test
  void aQueryInTwoSplits() throws IOException {
    Path train = write("train.csv", "0,0,0,1,p,a,c\n");
    Path test = write("test.csv", "0,1,0,1,p,b,c\n");

    assertFails(
        test
            + ", record 1, 'prompt_id': expected a query in one split, found '0' of "
            + train
            + " again");
  }

  @Test
  void aQueryWithTwoTexts() throws IOException {
    Path file = write("train.csv", "0,0,0,1,p,a,c\n0,1,0,1,q,b,c\n");

    assertFails(
        file
            + ", record 2, 'prompt': expected the prompt of '0' of "
            + file
            + ", record 1, found 'q'");
  }

  @Test
  void aLabelThatIsMissingOrNone() throws IOException {
    Path file = write("train.csv", "0,0,0,,p,a,c\n");
    assertFails(file + ", record 1, 'label': expected a score in [0, 1], found none");

    write("train.csv", "0,0,0,2,p,a,c\n");
    assertFails(file + ", record 1, 'label': expected a score in [0, 1], found 2");
  }

  @Test
  void aQueryThatTheOrderLacks() throws IOException {
    write("train.csv", "0,0,0,1,p,a,c\n5,1,0,1,q,b,c\n");
    Path order = folder.resolve("question_order.csv");
    Files.writeString(order, "prompt_id,prompt\n0,p\n");

    assertFails(order + ": expected every prompt_id that has outcomes, found none of '5'");
  }

  @Test
  void aModelThatTheOrderHasTwice() throws IOException {
    write("train.csv", "0,0,0,1,p,a,c\n0,1,0,1,p,b,c\n");
    Path order = folder.resolve("model_order.csv");
    Files.writeString(order, "model_id,model_name\n0,a\n1,a\n");

    assertFails(order + ", record 2, 'model_name': expected every value once, found 'a' again");
  }

  private static Benchmark read() {
    return new EmbedLlm().read(FormatFixtures.of("embedllm"));
  }

  private Path write(String name, String rows) throws IOException {
    return Files.writeString(folder.resolve(name), HEADER + rows);
  }

  private void assertFails(String message) {
    assertThatThrownBy(() -> new EmbedLlm().read(folder))
        .isInstanceOf(BadDataException.class)
        .hasMessage(message);
  }
}
