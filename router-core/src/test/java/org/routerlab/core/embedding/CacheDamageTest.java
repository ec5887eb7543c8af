package org.routerlab.core.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.routerlab.core.Progress;
import org.routerlab.core.Seed;

class CacheDamageTest {

  private static final List<String> TEXTS = CacheFiller.texts(0, 23);

  @TempDir Path directory;

  private final HashingEncoder hashing = new HashingEncoder(16);
  private final Warnings warnings = new Warnings();
  private final Logger logger = Logger.getLogger(EmbeddingStore.class.getName());

  @BeforeEach
  void fill() {
    logger.addHandler(warnings);
    logger.setUseParentHandlers(false);
    cached().embed(TEXTS);
  }

  @AfterEach
  void removeHandler() {
    logger.removeHandler(warnings);
    logger.setUseParentHandlers(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {".keys", ".f32", ".json"})
  void aFlippedByteIsNoticedAndOnlyThatShardIsEmbeddedAgain(String suffix) throws IOException {
    Path file = shardFile(suffix);
    byte[] bytes = Files.readAllBytes(file);
    int place = new Seed(3).stream(suffix).nextInt(bytes.length);
    bytes[place] ^= 4;
    Files.write(file, bytes);
    assertRepaired(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {".keys", ".f32", ".json"})
  void aFileCutShortIsNoticed(String suffix) throws IOException {
    Path file = shardFile(suffix);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - 1);
    }
    assertRepaired(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {".keys", ".f32", ".json"})
  void aFileGrownLongerIsNoticed(String suffix) throws IOException {
    Path file = shardFile(suffix);
    Files.write(file, new byte[] {0, 0, 0, 0}, StandardOpenOption.APPEND);
    assertRepaired(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {".keys", ".f32"})
  void aFileThatIsGoneIsNoticed(String suffix) throws IOException {
    Path file = shardFile(suffix);
    Files.delete(file);
    assertRepaired(file);
  }

  @Test
  void vectorsWithoutTheirJsonAreNoShard() throws IOException {
    Files.delete(shardFile(".json"));
    CachedEncoder reopened = cached();
    CachedEncoderTest.assertSame(reopened.embed(TEXTS), hashing.embed(TEXTS));
    assertThat(reopened.stats().misses()).isEqualTo(CacheFiller.SHARD_ROWS);
    assertThat(warnings.messages).isEmpty();
  }

  @Test
  void theCheckFindsAShardUnderAWrongName() throws IOException {
    String name = EmbeddingStore.shardNames(folder()).iterator().next();
    for (String suffix : List.of(".keys", ".f32", ".json")) {
      Files.move(folder().resolve(name + suffix), folder().resolve("wrong" + suffix));
    }
    assertThat(CacheCheck.of(directory).damage())
        .singleElement()
        .satisfies(damage -> assertThat(damage.reason()).contains(name));
  }

  @Test
  void theCheckOfASoundCacheCountsItsRows() throws IOException {
    assertThat(CacheCheck.of(directory)).isEqualTo(new CacheCheck(5, 23, List.of()));
    assertThat(CacheCheck.of(directory.resolve("none"))).isEqualTo(new CacheCheck(0, 0, List.of()));
  }

  @Test
  void leftoversAreRemovedWhenADayOldAndIgnoredBefore() throws IOException {
    Path fresh = Files.createFile(folder().resolve("fresh.keys.1-1.tmp"));
    Path old = Files.createFile(folder().resolve("old.keys.1-1.tmp"));
    long past = Files.getLastModifiedTime(fresh).toMillis() - 100_000_000;
    Files.setLastModifiedTime(old, FileTime.fromMillis(past));
    cached().embed(List.of("something new"));
    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
  }

  private void assertRepaired(Path file) throws IOException {
    String shard = file.toString().replaceAll("\\.[a-z0-9]+$", "");
    assertThat(CacheCheck.of(directory).damage())
        .extracting(damage -> damage.shard().toString())
        .containsExactly(shard);
    CachedEncoder reopened = cached();
    CachedEncoderTest.assertSame(reopened.embed(TEXTS), hashing.embed(TEXTS));
    assertThat(reopened.stats().misses()).isEqualTo(CacheFiller.SHARD_ROWS);
    assertThat(warnings.messages).singleElement().asString().contains(shard, "damaged");
    assertThat(Path.of(shard + ".json.damaged")).exists();
    assertThat(CacheCheck.of(directory)).isEqualTo(new CacheCheck(5, 23, List.of()));
    assertThat(cached().embed(TEXTS).rows()).isEqualTo(23);
    assertThat(warnings.messages).hasSize(1);
  }

  /** A file of the first full shard in order of names. */
  private Path shardFile(String suffix) throws IOException {
    for (String name : EmbeddingStore.shardNames(folder())) {
      ByteBuffer keys = ByteBuffer.wrap(Files.readAllBytes(folder().resolve(name + ".keys")));
      if (keys.remaining() == CacheFiller.SHARD_ROWS * TextKey.BYTES) {
        return folder().resolve(name + suffix);
      }
    }
    throw new AssertionError("no full shard");
  }

  private CachedEncoder cached() {
    return new CachedEncoder(hashing, directory, Progress.NONE, CacheFiller.SHARD_ROWS);
  }

  private Path folder() {
    return directory.resolve(hashing.identity().fingerprint());
  }

  /** Collects what is logged. */
  private static final class Warnings extends Handler {

    private final List<String> messages = new ArrayList<>();

    @Override
    public void publish(LogRecord entry) {
      messages.add(new java.util.logging.SimpleFormatter().formatMessage(entry));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
