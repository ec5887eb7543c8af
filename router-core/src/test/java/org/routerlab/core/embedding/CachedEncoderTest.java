package org.routerlab.core.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.Progress;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

class CachedEncoderTest {

  @TempDir Path directory;

  private final HashingEncoder hashing = new HashingEncoder();

  @Test
  void keepsTheOrderWithDuplicatesHitsAndMissesMixed() {
    var random = new Seed(7).stream("texts");
    CachedEncoder cached = cached(hashing);
    for (int round = 0; round < 20; round++) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        texts.add("query " + random.nextInt(200) + " about cats");
      }
      assertSame(cached.embed(texts), hashing.embed(texts));
    }
    assertThat(cached.stats().misses()).isLessThanOrEqualTo(200);
  }

  @Test
  void embedsADuplicateOnceAndAKnownTextNever() {
    Recorder recorder = new Recorder(hashing::embed);
    CachedEncoder cached = cached(recorder);
    cached.embed(List.of("a", "b", "a", "a"));
    cached.embed(List.of("b", "c"));
    assertThat(recorder.heard).containsExactly("a", "b", "c");
    assertThat(cached.stats()).isEqualTo(new CacheStats(1, 3));
  }

  @Test
  void aSecondObjectFindsWhatTheFirstWrote() {
    List<String> texts = CacheFiller.texts(0, 5000);
    FloatMatrix first = cached(hashing).embed(texts);
    CachedEncoder second = cached(new Recorder(none -> failed()));
    assertSame(second.embed(texts), first);
    assertThat(second.stats()).isEqualTo(new CacheStats(5000, 0));
    assertThat(second.dimension()).isEqualTo(256);
  }

  @Test
  void twoEncodersNeverMeet() {
    List<String> texts = List.of("one", "two");
    HashingEncoder small = new HashingEncoder(64);
    cached(hashing).embed(texts);
    assertSame(cached(small).embed(texts), small.embed(texts));
    assertSame(cached(hashing).embed(texts), hashing.embed(texts));
  }

  @Test
  void noTextsGiveNoRows() {
    assertThat(cached(hashing).embed(List.of()).rows()).isZero();
    assertThat(cached(hashing).embed(List.of()).columns()).isEqualTo(256);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void emptyTextsAndBrokenSurrogatesAreTextsToo() {
    List<String> texts = List.of("", " ", "\ud800", "ünï\u0000cødé 🦊");
    assertSame(cached(hashing).embed(texts), hashing.embed(texts));
    assertSame(cached(hashing).embed(texts), hashing.embed(texts));
  }

  @Test
  void progressRunsUpToTheNumberOfMissingTexts() {
    cached(hashing).embed(CacheFiller.texts(0, 100));
    List<String> heard = new ArrayList<>();
    Progress progress = (task, done, total) -> heard.add(task + " " + done + "/" + total);
    new CachedEncoder(hashing, directory, progress).embed(CacheFiller.texts(0, 700));
    assertThat(heard)
        .containsExactly(
            "embedding with hashing 0/600",
            "embedding with hashing 256/600",
            "embedding with hashing 512/600",
            "embedding with hashing 600/600");
  }

  @Test
  void anEncoderThatFailsHalfwayKeepsWhatItFinished() {
    int[] calls = {0};
    Recorder failing = new Recorder(texts -> calls[0]++ == 2 ? failed() : hashing.embed(texts));
    List<String> texts = CacheFiller.texts(0, 1000);
    assertThatThrownBy(() -> cached(failing).embed(texts))
        .isInstanceOf(EncoderException.class)
        .hasMessage("gone");
    CachedEncoder next = cached(hashing);
    assertSame(next.embed(texts), hashing.embed(texts));
    assertThat(next.stats()).isEqualTo(new CacheStats(512, 488));
  }

  @Test
  void refusesNonsenseBeforeKeepingIt() {
    assertRefused(texts -> FloatMatrix.empty(3), "was to return 2 × 3 numbers");
    assertRefused(texts -> FloatMatrix.of(new float[] {1}, new float[] {Float.NaN}), "NaN");
    cached(hashing).embed(List.of("known"));
    assertRefused(
        texts -> FloatMatrix.wrap(2, 1, new float[2]), "2 × 256 numbers but returned 2 ×");
    assertRefused(texts -> FloatMatrix.wrap(2, 0, new float[0]), "2 × 256");
  }

  @Test
  void aCacheThatCannotBeWrittenFailsBeforeEmbedding() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    CachedEncoder cached =
        new CachedEncoder(new Recorder(texts -> failed()), file.resolve("cache"), Progress.NONE);
    assertThatThrownBy(() -> cached.embed(List.of("a")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("embedding cache")
        .hasMessageContaining(file.toString());
  }

  @Test
  void aWriteThatFailsLeavesNoTemporaryFileAndNoShard() throws IOException {
    List<String> texts = List.of("a", "b");
    cached(hashing).embed(texts);
    Path folder = folder();
    for (Path path : files(folder)) {
      String name = path.getFileName().toString();
      Files.delete(path);
      if (name.endsWith(".f32")) {
        // A folder with something in it cannot be replaced by a file.
        Files.createFile(Files.createDirectory(path).resolve("obstacle"));
      }
    }
    assertThatThrownBy(() -> cached(hashing).embed(texts))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot write the embedding cache " + folder);
    assertThat(files(folder)).noneMatch(path -> path.toString().endsWith(".tmp"));
    assertThat(EmbeddingStore.shardNames(folder)).isEmpty();
  }

  @Test
  void manyThreadsShareOneObject() throws Exception {
    CachedEncoder cached = cached(hashing);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Callable<FloatMatrix>> tasks = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      List<String> texts = CacheFiller.texts(i * 10, 50);
      tasks.add(() -> cached.embed(texts));
    }
    List<Future<FloatMatrix>> results = threads.invokeAll(tasks);
    threads.shutdown();
    for (int i = 0; i < results.size(); i++) {
      assertSame(results.get(i).get(), hashing.embed(CacheFiller.texts(i * 10, 50)));
    }
    assertThat(cached.stats().misses()).isEqualTo(31 * 10 + 50);
  }

  @Test
  void theFolderHoldsWhatTheFormatSays() throws IOException {
    cached(hashing).embed(List.of("abc"));
    Path folder = folder();
    List<String> endings =
        files(folder).stream()
            .map(path -> path.getFileName().toString().replaceAll("^[0-9a-f]{32}", "SHARD"))
            .toList();
    assertThat(endings).containsExactly("SHARD.f32", "SHARD.json", "SHARD.keys", "encoder.json");
    assertThat(folder.resolve("encoder.json")).content().contains("\"dimension\": \"256\"");
    Path keys = files(folder).stream().filter(p -> p.toString().endsWith("keys")).findAny().get();
    assertThat(java.util.HexFormat.of().formatHex(Files.readAllBytes(keys)))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  private void assertRefused(Function<List<String>, FloatMatrix> answer, String message) {
    assertThatThrownBy(() -> cached(new Recorder(answer)).embed(List.of("x", "y")))
        .isInstanceOf(EncoderException.class)
        .hasMessageContaining(message);
  }

  private CachedEncoder cached(Encoder encoder) {
    return new CachedEncoder(encoder, directory, Progress.NONE);
  }

  private Path folder() {
    return directory.resolve(hashing.identity().fingerprint());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var stream = Files.list(folder)) {
      List<Path> files = new ArrayList<>(stream.toList());
      Collections.sort(files);
      return files;
    }
  }

  private static FloatMatrix failed() {
    throw new EncoderException("gone");
  }

  static void assertSame(FloatMatrix actual, FloatMatrix expected) {
    assertThat(actual.rows()).isEqualTo(expected.rows());
    // Not containsExactly: it is quadratic in the number of values.
    assertThat(Arrays.equals(actual.toArray(), expected.toArray())).isTrue();
  }

  /** Answers as told, under the identity of the hashing encoder, and remembers the texts. */
  private record Recorder(Function<List<String>, FloatMatrix> answer, List<String> heard)
      implements Encoder {

    Recorder(Function<List<String>, FloatMatrix> answer) {
      this(answer, new ArrayList<>());
    }

    @Override
    public EncoderIdentity identity() {
      return new EncoderIdentity("hashing", new HashingEncoder().identity().facts());
    }

    @Override
    public int dimension() {
      return 256;
    }

    @Override
    public FloatMatrix embed(List<String> texts) {
      heard.addAll(texts);
      return answer.apply(texts);
    }
  }
}
