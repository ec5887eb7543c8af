package org.routerlab.core.embedding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes files of the cache so that a file of a final name is always complete: under a temporary
 * name, forced to disk, then renamed.
 */
final class ShardWriter {

  private static final String TEMPORARY = ".tmp";
  private static final Duration OLD = Duration.ofDays(1);
  private static final AtomicLong COUNTER = new AtomicLong();

  private ShardWriter() {}

  /**
   * Writes a shard.
   *
   * @param vectors rows × dimension, row after row; there is a row for each key
   * @return the shard's name
   */
  static String write(Path folder, List<TextKey> keys, float[] vectors) throws IOException {
    ByteBuffer keyBytes = ByteBuffer.allocate(keys.size() * TextKey.BYTES);
    keys.forEach(key -> key.write(keyBytes));
    keyBytes.flip();
    ByteBuffer vectorBytes =
        ByteBuffer.allocate(Math.multiplyExact(vectors.length, Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    vectorBytes.asFloatBuffer().put(vectors);
    ShardFacts facts =
        new ShardFacts(
            keys.size(),
            vectors.length / keys.size(),
            ShardFacts.checksum(keyBytes),
            ShardFacts.checksum(vectorBytes));
    String name = Shard.nameOf(keyBytes, vectorBytes);
    List<Replacement> files =
        List.of(
            new Replacement(folder.resolve(name + Shard.KEYS), keyBytes),
            new Replacement(folder.resolve(name + Shard.VECTORS), vectorBytes),
            new Replacement(folder.resolve(name + Shard.JSON), utf8(facts.toJson())));
    replace(files);
    return name;
  }

  /** Writes one small text file. */
  static void write(Path file, String content) throws IOException {
    replace(List.of(new Replacement(file, utf8(content))));
  }

  /**
   * Writes all files, then renames them in the given order; after an error no temporary is left.
   */
  private static void replace(List<Replacement> files) throws IOException {
    List<Path> temporaries = new ArrayList<>();
    try {
      for (Replacement file : files) {
        temporaries.add(create(file.target()));
        fill(temporaries.get(temporaries.size() - 1), file.content());
      }
      removeOld(temporaries.get(0));
      for (int i = 0; i < files.size(); i++) {
        Files.move(temporaries.get(i), files.get(i).target(), StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      for (Path temporary : temporaries) {
        Files.deleteIfExists(temporary);
      }
    }
  }

  private static Path create(Path target) throws IOException {
    while (true) {
      // A process number may come twice, on two machines or in two containers: then try the next.
      String owner = ProcessHandle.current().pid() + "-" + COUNTER.incrementAndGet();
      Path path = target.resolveSibling(target.getFileName() + "." + owner + TEMPORARY);
      try {
        return Files.createFile(path);
      } catch (FileAlreadyExistsException e) {
        continue;
      }
    }
  }

  private static void fill(Path file, ByteBuffer content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer rest = content.duplicate();
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /** Removes what killed processes left, by the file system's own time: it needs no clock here. */
  private static void removeOld(Path fresh) throws IOException {
    FileTime now = Files.getLastModifiedTime(fresh);
    FileTime limit = FileTime.fromMillis(now.toMillis() - OLD.toMillis());
    try (DirectoryStream<Path> leftovers =
        Files.newDirectoryStream(fresh.toAbsolutePath().getParent(), "*" + TEMPORARY)) {
      for (Path leftover : leftovers) {
        removeIfOlder(leftover, limit);
      }
    }
  }

  private static void removeIfOlder(Path leftover, FileTime limit) throws IOException {
    try {
      if (Files.getLastModifiedTime(leftover).compareTo(limit) < 0) {
        Files.deleteIfExists(leftover);
      }
    } catch (NoSuchFileException e) {
      // Another process renamed or removed it first, as it should.
    }
  }

  private static ByteBuffer utf8(String content) {
    return ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
  }

  private record Replacement(Path target, ByteBuffer content) {}
}
