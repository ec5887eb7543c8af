package org.routerlab.core.embedding;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The result of reading a whole embedding cache and checking it; nothing is changed.
 *
 * <p>Sizes, checksums and the names of the shards, which are hashes of their content, are compared.
 *
 * @param shards how many shards are sound
 * @param rows how many vectors these hold
 * @param damage what is wrong with the others
 */
public record CacheCheck(int shards, long rows, List<Damage> damage) {

  /**
   * A shard that is not what was written.
   *
   * @param shard its path without suffix
   * @param reason what is wrong
   */
  public record Damage(Path shard, String reason) {}

  /** Copies the list. */
  public CacheCheck {
    damage = List.copyOf(damage);
  }

  /**
   * Checks the cache in {@code directory}, all encoders of it; a missing directory is sound.
   *
   * @throws IOException where it cannot be read
   */
  public static CacheCheck of(Path directory) throws IOException {
    int shards = 0;
    long rows = 0;
    List<Damage> damage = new ArrayList<>();
    for (Path folder : folders(directory)) {
      for (String name : EmbeddingStore.shardNames(folder)) {
        try {
          rows += soundRows(folder, name);
          shards++;
        } catch (DamagedShardException e) {
          damage.add(new Damage(folder.resolve(name), e.getMessage()));
        }
      }
    }
    return new CacheCheck(shards, rows, damage);
  }

  private static int soundRows(Path folder, String name) throws IOException {
    Shard shard = Shard.open(folder, name);
    String expected = Shard.contentName(folder, name);
    if (!expected.equals(name)) {
      throw new DamagedShardException("by its content its name is " + expected);
    }
    return shard.keys().size();
  }

  private static List<Path> folders(Path directory) throws IOException {
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, Files::isDirectory)) {
      entries.forEach(folders::add);
    } catch (NoSuchFileException e) {
      return folders;
    }
    Collections.sort(folders);
    return folders;
  }
}
