package org.routerlab.core.embedding;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * An encoder without a model: words and pairs of words, hashed with a sign into a fixed number of
 * dimensions, then scaled to length 1. For tests and for trying things out, not for results.
 */
public final class HashingEncoder implements Encoder {

  private final int dimension;

  /** An encoder of 256 dimensions. */
  public HashingEncoder() {
    this(256);
  }

  /** An encoder of the given dimension. */
  public HashingEncoder(int dimension) {
    this.dimension = Require.positive("dimension", dimension);
  }

  @Override
  public EncoderIdentity identity() {
    return EncoderIdentity.of(
        "hashing",
        Map.of("algorithm", "crc32-words-and-pairs-1", "dimension", Integer.toString(dimension)));
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public FloatMatrix embed(List<String> texts) {
    float[] values = new float[texts.size() * dimension];
    for (int row = 0; row < texts.size(); row++) {
      embed(texts.get(row), values, row * dimension);
    }
    return FloatMatrix.wrap(texts.size(), dimension, values);
  }

  private void embed(String text, float[] values, int offset) {
    String previous = "";
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      add(word, values, offset);
      add(previous + " " + word, values, offset);
      previous = word;
    }
    double squares = 0;
    for (int i = offset; i < offset + dimension; i++) {
      squares += values[i] * values[i];
    }
    // A text whose features cancel out stays the zero vector: similar to nothing.
    float scale = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
    for (int i = offset; i < offset + dimension; i++) {
      values[i] *= scale;
    }
  }

  private void add(String feature, float[] values, int offset) {
    CRC32 crc = new CRC32();
    crc.update(feature.getBytes(StandardCharsets.UTF_8));
    long hash = crc.getValue();
    int sign = (hash & 1) == 0 ? 1 : -1;
    values[offset + (int) ((hash >>> 1) % dimension)] += sign;
  }
}
