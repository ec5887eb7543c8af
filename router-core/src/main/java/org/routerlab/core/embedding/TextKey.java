package org.routerlab.core.embedding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The key of a text in the cache: the SHA-256 of its UTF-8 bytes, as four big-endian numbers.
 *
 * <p>A surrogate without its partner counts as a question mark, as it does in UTF-8.
 */
record TextKey(long first, long second, long third, long fourth) {

  /** The length of a key in bytes. */
  static final int BYTES = 4 * Long.BYTES;

  static TextKey of(String text) {
    byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return read(ByteBuffer.wrap(digest));
  }

  static TextKey read(ByteBuffer source) {
    return new TextKey(source.getLong(), source.getLong(), source.getLong(), source.getLong());
  }

  void write(ByteBuffer target) {
    target.putLong(first).putLong(second).putLong(third).putLong(fourth);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
