package org.routerlab.core.embedding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that decides an encoder's embeddings; two encoders with one fingerprint are the same.
 *
 * @param name the short name used in configurations and tables, such as {@code all-minilm-l6-v2}
 * @param facts hashes of model and tokenizer files, run-time version, pooling, prompt prefix,
 *     maximum length, normalisation, precision …; by name
 */
public record EncoderIdentity(String name, SortedMap<String, String> facts) {

  /** Copies the facts. */
  public EncoderIdentity {
    Objects.requireNonNull(name, "name");
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  /** An identity of the given facts. */
  public static EncoderIdentity of(String name, Map<String, String> facts) {
    return new EncoderIdentity(name, new TreeMap<>(facts));
  }

  /** 32 hexadecimal digits of the SHA-256 of the facts; the name has no part in it. */
  public String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      facts.forEach(
          (key, value) -> {
            byte[] bytes =
                (key.length() + ":" + key + "=" + value.length() + ":" + value + "\n")
                    .getBytes(StandardCharsets.UTF_8);
            digest.update(bytes);
          });
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
