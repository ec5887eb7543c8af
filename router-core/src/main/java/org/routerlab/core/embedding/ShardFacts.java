package org.routerlab.core.embedding;

import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * What {@code <shard>.json} says: one line, in exactly this form.
 *
 * <pre>{"format":1,"rows":2000,"dimension":384,"keys":"1a2b3c4d","vectors":"5e6f7a8b"}</pre>
 *
 * @param rows texts in the shard, at least one
 * @param dimension floats a text
 * @param keys CRC-32C of the file of keys, eight hexadecimal digits
 * @param vectors CRC-32C of the file of vectors, eight hexadecimal digits
 */
record ShardFacts(int rows, int dimension, String keys, String vectors) {

  private static final Pattern FORM =
      Pattern.compile(
          "\\{\"format\":1,\"rows\":([1-9][0-9]{0,8}),\"dimension\":([1-9][0-9]{0,8}),"
              + "\"keys\":\"([0-9a-f]{8})\",\"vectors\":\"([0-9a-f]{8})\"\\}\n");

  static ShardFacts parse(String json) throws DamagedShardException {
    Matcher matcher = FORM.matcher(json);
    if (!matcher.matches()) {
      throw new DamagedShardException("its .json does not have the form of a shard's");
    }
    return new ShardFacts(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        matcher.group(3),
        matcher.group(4));
  }

  String toJson() {
    return "{\"format\":1,\"rows\":%d,\"dimension\":%d,\"keys\":\"%s\",\"vectors\":\"%s\"}\n"
        .formatted(rows, dimension, keys, vectors);
  }

  long keysBytes() {
    return (long) rows * TextKey.BYTES;
  }

  long vectorsBytes() {
    return (long) rows * dimension * Float.BYTES;
  }

  /** CRC-32C: fast enough to check at every opening, unlike a cryptographic hash. */
  static String checksum(ByteBuffer content) {
    CRC32C crc = new CRC32C();
    crc.update(content.duplicate());
    return "%08x".formatted(crc.getValue());
  }
}
