package org.routerlab.core.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.Progress;
import org.routerlab.core.Seed;

@Timeout(120)
class CacheProcessesTest {

  @TempDir Path directory;

  private final HashingEncoder hashing = new HashingEncoder();

  @Test
  void twoProcessesWriteSideBySide() throws Exception {
    List<Process> processes =
        List.of(CacheFiller.start(directory, 0, 300), CacheFiller.start(directory, 100, 300));
    for (Process process : processes) {
      assertThat(process.waitFor()).isZero();
    }
    assertEverythingIsThere(400, 400);
    assertThat(CacheCheck.of(directory).damage()).isEmpty();
  }

  @Test
  void aKilledProcessLosesOnlyTheShardItWasWriting() throws Exception {
    var random = new Seed(11).stream("moments");
    int before = 0;
    for (int round = 0; round < 4; round++) {
      Process process = CacheFiller.start(directory, 0, 100_000);
      waitForShards(process, before + 3 + random.nextInt(10));
      process.destroyForcibly();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isNotZero();
      CacheCheck check = CacheCheck.of(directory);
      assertThat(check.damage()).isEmpty();
      assertThat(check.rows()).isEqualTo(check.shards() * (long) CacheFiller.SHARD_ROWS);
      before = check.shards();
    }
    int finished = before * CacheFiller.SHARD_ROWS;
    assertEverythingIsThere(finished, finished);
    assertEverythingIsThere(finished + 50, finished);
  }

  private void waitForShards(Process process, int count) throws Exception {
    while (process.isAlive() && shards() < count) {
      Thread.sleep(1);
    }
  }

  private int shards() throws IOException {
    Path folder = directory.resolve(hashing.identity().fingerprint());
    return EmbeddingStore.shardNames(folder).size();
  }

  private void assertEverythingIsThere(int texts, int hits) {
    List<String> all = new ArrayList<>(CacheFiller.texts(0, texts));
    CachedEncoder reopened =
        new CachedEncoder(hashing, directory, Progress.NONE, CacheFiller.SHARD_ROWS);
    CachedEncoderTest.assertSame(reopened.embed(all), hashing.embed(all));
    assertThat(reopened.stats()).isEqualTo(new CacheStats(hits, texts - hits));
  }
}
