package org.routerlab.datasets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.matrix.FloatMatrix;

/** The hash of a benchmark's content; every part goes in with its length before it. */
final class Fingerprint {

  private final MessageDigest digest;

  private Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The hash, as 64 hexadecimal digits. */
  static String of(List<Query> queries, OutcomeTable outcomes) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(queries.size());
    queries.forEach(fingerprint::add);
    fingerprint.add(outcomes.pool().size());
    outcomes.pool().names().forEach(fingerprint::add);
    fingerprint.add(outcomes.scores());
    fingerprint.add(outcomes.hasCosts() ? 1 : 0);
    if (outcomes.hasCosts()) {
      fingerprint.add(outcomes.costs());
    }
    return HexFormat.of().formatHex(fingerprint.digest.digest());
  }

  private void add(Query query) {
    add(query.id());
    add(query.text());
    add(query.dataset());
    add(query.tags().size());
    query
        .tags()
        .forEach(
            (tag, value) -> {
              add(tag);
              add(value);
            });
  }

  private void add(FloatMatrix matrix) {
    float[] row = new float[matrix.columns()];
    ByteBuffer bytes = ByteBuffer.allocate(row.length * Float.BYTES);
    for (int i = 0; i < matrix.rows(); i++) {
      matrix.copyRow(i, row, 0);
      bytes.clear();
      for (float value : row) {
        // floatToIntBits gives every NaN the same bits.
        bytes.putInt(Float.floatToIntBits(value));
      }
      digest.update(bytes.array());
    }
  }

  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(bytes.length);
    digest.update(bytes);
  }

  private void add(int number) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }
}
