package org.routerlab.core.embedding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * An immutable part of the cache: the keys of some texts and their vectors, memory-mapped.
 *
 * @param name the first 32 hexadecimal digits of the SHA-256 of keys and vectors
 * @param keys one a row, in row order
 * @param vectors rows × dimension
 */
record Shard(String name, List<TextKey> keys, FloatMatrix vectors) {

  static final String JSON = ".json";
  static final String KEYS = ".keys";
  static final String VECTORS = ".f32";

  /**
   * Opens a shard and checks sizes and checksums.
   *
   * @throws NoSuchFileException where there is no shard of that name
   * @throws DamagedShardException where its files are not what was written
   */
  static Shard open(Path folder, String name) throws IOException {
    String json =
        new String(Files.readAllBytes(folder.resolve(name + JSON)), StandardCharsets.ISO_8859_1);
    ShardFacts facts = ShardFacts.parse(json);
    Path keysFile = folder.resolve(name + KEYS);
    Path vectorsFile = folder.resolve(name + VECTORS);
    ByteBuffer keys = checked(keysFile, facts.keysBytes(), facts.keys());
    checked(vectorsFile, facts.vectorsBytes(), facts.vectors());
    List<TextKey> list = new ArrayList<>(facts.rows());
    for (int row = 0; row < facts.rows(); row++) {
      list.add(TextKey.read(keys));
    }
    return new Shard(name, list, FloatMatrix.map(vectorsFile, facts.rows(), facts.dimension()));
  }

  /** The name that keys and vectors of this content have. */
  static String nameOf(ByteBuffer keys, ByteBuffer vectors) {
    MessageDigest digest = TextKey.sha256();
    digest.update(keys.duplicate());
    digest.update(vectors.duplicate());
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  /** The name that the files of shard {@code name} ought to have by their content. */
  static String contentName(Path folder, String name) throws IOException {
    return nameOf(map(folder.resolve(name + KEYS)), map(folder.resolve(name + VECTORS)));
  }

  private static ByteBuffer checked(Path file, long size, String checksum) throws IOException {
    ByteBuffer content;
    try {
      content = map(file);
    } catch (NoSuchFileException e) {
      throw new DamagedShardException(file.getFileName() + " is missing");
    }
    if (content.remaining() != size) {
      throw new DamagedShardException(
          file.getFileName() + " must hold " + size + " bytes but holds " + content.remaining());
    }
    if (!ShardFacts.checksum(content).equals(checksum)) {
      throw new DamagedShardException(file.getFileName() + " does not have its checksum");
    }
    return content;
  }

  private static ByteBuffer map(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new DamagedShardException(file.getFileName() + " is larger than any shard");
      }
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
    }
  }
}
