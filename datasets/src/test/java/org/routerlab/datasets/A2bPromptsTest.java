package org.routerlab.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Query;
import org.routerlab.core.Seed;
import org.routerlab.datasets.catalogue.Benchmarks;

class A2bPromptsTest {

  private static final Seed SEED = new Seed(42);

  @TempDir private Path folder;

  private static String line(String route, String source, int number) {
    return "{\"id\": \"%s-%d\", \"route\": \"%s\", \"source\": \"%s\", \"prompt\": \"Text %d of %s\"}"
        .formatted(source, number, route, source, number, source);
  }

  private static List<String> lines(String route, String source, int count) {
    List<String> lines = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      lines.add(line(route, source, number));
    }
    return lines;
  }

  /** Two sources of agents-tools and one of general-chat, in no particular order. */
  private static List<String> pool() {
    List<String> lines = new ArrayList<>(lines("general_chat", "talks", 30));
    lines.addAll(lines("agents_tools", "tools-a", 20));
    lines.addAll(lines("agents_tools", "tools-b", 3));
    return lines;
  }

  private Path file(List<String> lines) throws IOException {
    return Files.write(folder.resolve("pool.jsonl"), lines);
  }

  private Benchmark load(List<String> lines, int perSource) throws IOException {
    return new A2bPrompts(file(lines), perSource, SEED).load();
  }

  private static List<String> ids(Benchmark benchmark) {
    return benchmark.queries().stream().map(Query::id).toList();
  }

  @Test
  void theModelsAreTheRoutesAndOnlyTheRightOneScores() throws IOException {
    Benchmark benchmark = load(pool(), 500);
    assertThat(benchmark.outcomes().pool().names()).isEqualTo(A2bMini.ROUTES);
    assertThat(benchmark.outcomes().hasCosts()).isFalse();
    for (int row = 0; row < benchmark.queries().size(); row++) {
      for (int model = 0; model < A2bMini.ROUTES.size(); model++) {
        boolean right = benchmark.queries().get(row).dataset().equals(A2bMini.ROUTES.get(model));
        assertThat(benchmark.outcomes().score(row, model)).isEqualTo(right ? 1 : 0);
      }
    }
  }

  @Test
  void aPromptIsOfItsRouteAndKeepsItsSource() throws IOException {
    Query query = load(List.of(line("deep_engineering", "code", 7)), 500).queries().get(0);
    assertThat(query.id()).isEqualTo("code-7");
    assertThat(query.text()).isEqualTo("Text 7 of code");
    assertThat(query.dataset()).isEqualTo("deep-engineering");
    assertThat(query.tags())
        .containsEntry("source", "code")
        .containsEntry("route", "deep-engineering")
        .hasSize(2);
  }

  @Test
  void fromEverySourceComesNoMoreThanAskedFor() throws IOException {
    Benchmark benchmark = load(pool(), 5);
    assertThat(
            benchmark.queries().stream()
                .collect(
                    Collectors.groupingBy(
                        query -> query.tags().get("source"), Collectors.counting())))
        .containsEntry("talks", 5L)
        .containsEntry("tools-a", 5L)
        .containsEntry("tools-b", 3L);
    assertThat(benchmark.provenance())
        .containsEntry("source-talks", "5 of 30")
        .containsEntry("source-tools-b", "3 of 3")
        .containsEntry("sampling", "at most 5 prompts a source, seed 42")
        .containsEntry("source", "pool.jsonl");
  }

  @Test
  void theOrderOfTheLinesDoesNotMatter() throws IOException {
    Benchmark benchmark = load(pool(), 5);
    List<String> shuffled = new ArrayList<>(pool());
    Collections.shuffle(shuffled, new Random(1));
    assertThat(load(shuffled, 5).fingerprint()).isEqualTo(benchmark.fingerprint());
  }

  @Test
  void anotherSeedDrawsOthers() throws IOException {
    Path file = file(pool());
    assertThat(ids(new A2bPrompts(file, 5, new Seed(43)).load()))
        .isNotEqualTo(ids(new A2bPrompts(file, 5, SEED).load()));
  }

  @Test
  void aSmallerSampleIsPartOfALargerOne() throws IOException {
    assertThat(ids(load(pool(), 12))).containsAll(ids(load(pool(), 5)));
  }

  @Test
  void furtherPromptsOfAnotherSourceChangeNothingElse() throws IOException {
    TreeSet<String> before = new TreeSet<>(ids(load(pool(), 5)));
    List<String> more = new ArrayList<>(pool());
    more.addAll(0, lines("logic_science", "sums", 40));
    assertThat(ids(load(more, 5)))
        .containsAll(before)
        .filteredOn(id -> !id.startsWith("sums"))
        .hasSameSizeAs(before);
  }

  @Test
  void oneMorePromptOfASourceReplacesOneAtMost() throws IOException {
    List<String> before = ids(load(pool(), 5));
    List<String> more = new ArrayList<>(pool());
    more.add(line("general_chat", "talks", 999));
    assertThat(ids(load(more, 5)).stream().filter(before::contains).count())
        .isGreaterThanOrEqualTo(before.size() - 1L);
  }

  @Test
  void aGzippedPoolIsTheSame() throws IOException {
    Path zipped = folder.resolve("zipped.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      out.write(String.join("\n", pool()).getBytes(StandardCharsets.UTF_8));
    }
    assertThat(new A2bPrompts(zipped, 5, SEED).load().fingerprint())
        .isEqualTo(load(pool(), 5).fingerprint());
  }

  @Test
  void anErrorNamesFileLineExpectedAndFound() {
    assertBad("{\"id\": \"x\"", "line 2", "expected a JSON object");
    assertBad("[1]", "line 2", "expected a JSON object, found '[1]'");
    assertBad("{\"id\": \"x\"}", "line 2", "expected a field prompt, found none");
    assertBad(
        line("poetry", "s", 1), "line 2", "expected a route of [agents-tools", "found 'poetry'");
    assertBad(line("general_chat", "talks", 0), "line 2", "expected every id once", "as on line 1");
    assertBad(
        "{\"id\": \"x\", \"prompt\": \" \", \"source\": \"s\", \"route\": \"general_chat\"}",
        "line 2",
        "expected a field prompt that is not blank");
    assertBad(
        "{\"id\": \"x\", \"prompt\": \"p\", \"route\": \"general_chat\"}",
        "line 2",
        "expected a field source, found none");
  }

  private void assertBad(String second, String... parts) {
    assertThatThrownBy(() -> load(List.of(line("general_chat", "talks", 0), second), 5))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("pool.jsonl")
        .hasMessageContainingAll(parts);
  }

  @Test
  void aPoolOfNothingIsRefused() {
    assertThatThrownBy(() -> load(List.of(""), 5))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("expected at least one prompt, found none");
  }

  @Test
  void theStandardPoolIsFoundInTheDataDirectoryAndBesideIt() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data/tables"));
    assertThat(Benchmarks.names(data)).doesNotContain("a2b");
    Path beside = Files.createDirectories(folder.resolve("data/a2b-prompts"));
    zip(beside.resolve("prompts.jsonl.gz"), pool());
    assertThat(Benchmarks.names(data)).contains("a2b");
    assertThat(Benchmarks.open("a2b", data).queries()).hasSize(53);
    Path within = Files.createDirectories(data.resolve("a2b-prompts"));
    zip(within.resolve("prompts.jsonl.gz"), lines("general_chat", "talks", 4));
    assertThat(Benchmarks.open("a2b", data).queries()).hasSize(4);
  }

  @Test
  void aNameMaySayHowManyOfASource() throws IOException {
    String path = file(pool()).toString();
    assertThat(Benchmarks.open(path, folder).queries()).hasSize(53);
    assertThat(Benchmarks.open(path + "@2", folder).queries()).hasSize(6);
    assertThat(Benchmarks.open(path + "@all", folder).queries()).hasSize(53);
    assertThatThrownBy(() -> Benchmarks.open(path + "@0", folder))
        .hasMessageContaining("prompts of a source must be > 0 but is 0");
    assertThatThrownBy(() -> Benchmarks.open(path + "@99999999999", folder))
        .hasMessageContaining("must be a whole number or all");
  }

  @Test
  void aMissingPoolSaysWhereItWasLookedFor() {
    assertThatThrownBy(() -> Benchmarks.open("a2b", folder))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("a2b-prompts")
        .hasMessageContaining("--data");
    assertThatThrownBy(() -> Benchmarks.open("nowhere.jsonl", folder))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("nowhere.jsonl");
  }

  @Test
  void theRealPoolHasFiveRoutesOfOverAThousandPromptsButCreativeWriting() {
    Path data = RealTables.directory();
    Assumptions.assumeTrue(
        A2bPrompts.pool(data).isPresent(), "the real prompts are missing beside " + data);
    Benchmark benchmark = Benchmarks.open("a2b", data);
    assertThat(benchmark.queries()).hasSize(8_558);
    assertThat(benchmark.provenance())
        .containsEntry("source-gsm8k", "500 of 1319")
        .containsEntry("source-humaneval", "164 of 164");
    assertThat(TextGroup.of(benchmark.queries())).hasSameSizeAs(benchmark.queries());
  }

  private static void zip(Path file, List<String> lines) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }
  }
}
