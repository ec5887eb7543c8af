package org.routerlab.core;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;

/**
 * A seed from which any number of independent, named streams of random numbers are drawn.
 *
 * <p>A stream depends on the seed and its name only, so that a new consumer of randomness does not
 * shift the numbers of the others.
 *
 * @param value any number
 */
public record Seed(long value) {

  /** The stream called {@code purpose}; each call starts it afresh. */
  public SplittableRandom stream(String purpose) {
    return new SplittableRandom(derive(purpose).value);
  }

  /** The seed called {@code purpose} below this one, for libraries that want a number. */
  public Seed derive(String purpose) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
      digest.update(purpose.getBytes(StandardCharsets.UTF_8));
      return new Seed(ByteBuffer.wrap(digest.digest()).getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
