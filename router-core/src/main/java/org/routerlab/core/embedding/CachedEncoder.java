package org.routerlab.core.embedding;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.routerlab.core.Progress;
import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * An encoder that embeds a text once and keeps the result on disk; otherwise like its delegate.
 *
 * <p>The key of a vector is the encoder's fingerprint and the text, so that a table that grows or
 * is re-ordered embeds only what is new, and two encoders never meet. On disk:
 *
 * <pre>
 * directory/FINGERPRINT/encoder.json  name, fingerprint and facts of the encoder, for people
 * directory/FINGERPRINT/SHARD.keys    SHA-256 of each text's UTF-8 bytes: 32 bytes a row
 * directory/FINGERPRINT/SHARD.f32     rows × dimension little-endian 32-bit floats, row after row
 * directory/FINGERPRINT/SHARD.json    {"format":1,"rows":R,"dimension":D,"keys":"X","vectors":"Y"}
 *                                     and a line feed; X and Y are the CRC-32C of the two files,
 *                                     eight hexadecimal digits; without it there is no shard
 * </pre>
 *
 * <p>SHARD is the first 32 hexadecimal digits of the SHA-256 of the .keys file followed by the .f32
 * file. A shard holds at most 2,048 rows and never changes. Its files are written as {@code *.tmp},
 * forced to disk and renamed, the .json last; so any number of threads and processes may share a
 * directory without a lock, and a killed process loses at most one shard of work. What it left
 * behind is removed when a day old.
 *
 * <p>Sizes and checksums are checked when a shard is opened. A damaged one is named in a warning,
 * renamed to {@code *.damaged}, and its texts are embedded again. A cache that cannot be written
 * still serves what it holds; the first missing text is then an error, before it is embedded.
 */
public final class CachedEncoder implements Encoder {

  private static final int SHARD_ROWS = 2048;
  private static final int CALL_ROWS = 256;

  private final Encoder delegate;
  private final EmbeddingStore store;
  private final Progress progress;
  private final int shardRows;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();

  /**
   * Wraps {@code delegate}; nothing is read or written yet.
   *
   * @param directory the cache shared by all encoders; created where missing
   * @param progress hears how many of the missing texts are embedded
   */
  public CachedEncoder(Encoder delegate, Path directory, Progress progress) {
    this(delegate, directory, progress, SHARD_ROWS);
  }

  CachedEncoder(Encoder delegate, Path directory, Progress progress, int shardRows) {
    this.delegate = Objects.requireNonNull(delegate, "delegate");
    this.store = new EmbeddingStore(directory, delegate.identity());
    this.progress = Objects.requireNonNull(progress, "progress");
    this.shardRows = Require.positive("shardRows", shardRows);
  }

  @Override
  public EncoderIdentity identity() {
    return delegate.identity();
  }

  /** The length of the vectors in the cache; only where there is none, the delegate is asked. */
  @Override
  public int dimension() {
    store.refresh();
    return store.dimension().orElseGet(delegate::dimension);
  }

  /** Hits and misses of this object since it was made. */
  public CacheStats stats() {
    return new CacheStats(hits.sum(), misses.sum());
  }

  /**
   * Embeds texts, those that the cache does not hold by the delegate.
   *
   * @throws EncoderException where the delegate fails; what it finished before is kept
   * @throws UncheckedIOException where the cache cannot be read or written
   */
  @Override
  public FloatMatrix embed(List<String> texts) {
    List<TextKey> keys = texts.stream().map(TextKey::of).toList();
    Map<TextKey, String> distinct = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      distinct.putIfAbsent(keys.get(i), texts.get(i));
    }
    int missing = 0;
    if (!store.containsAll(distinct.keySet())) {
      missing = embedMissing(distinct);
    }
    misses.add(missing);
    hits.add(distinct.size() - missing);
    return gather(keys);
  }

  /** Embeds what is missing, one caller at a time: the delegate uses all processors itself. */
  private synchronized int embedMissing(Map<TextKey, String> texts) {
    store.refresh();
    Map<TextKey, String> missing = new LinkedHashMap<>(texts);
    missing.keySet().removeIf(store::contains);
    if (missing.isEmpty()) {
      return 0;
    }
    store.prepare();
    String task = "embedding with " + identity().name();
    List<TextKey> keys = List.copyOf(missing.keySet());
    progress.update(task, 0, keys.size());
    for (int start = 0; start < keys.size(); start += shardRows) {
      List<TextKey> part = keys.subList(start, Math.min(keys.size(), start + shardRows));
      int before = start;
      embedShard(part, missing, done -> progress.update(task, before + done, keys.size()));
    }
    return keys.size();
  }

  private void embedShard(List<TextKey> keys, Map<TextKey, String> texts, Done done) {
    List<FloatMatrix> parts = new ArrayList<>();
    int finished = 0;
    try {
      while (finished < keys.size()) {
        int end = Math.min(keys.size(), finished + CALL_ROWS);
        List<String> call = keys.subList(finished, end).stream().map(texts::get).toList();
        FloatMatrix vectors = delegate.embed(call);
        int dimension = parts.isEmpty() ? expectedDimension(vectors) : parts.get(0).columns();
        requireSound(vectors, call.size(), dimension);
        parts.add(vectors);
        finished = end;
        done.rows(finished);
      }
    } catch (RuntimeException e) {
      keepFinished(keys.subList(0, finished), parts, e);
      throw e;
    }
    store.add(keys, FloatMatrix.concatenate(parts).toArray());
  }

  private void keepFinished(List<TextKey> keys, List<FloatMatrix> parts, RuntimeException cause) {
    if (parts.isEmpty()) {
      return;
    }
    try {
      store.add(keys, FloatMatrix.concatenate(parts).toArray());
    } catch (UncheckedIOException e) {
      cause.addSuppressed(e);
    }
  }

  private int expectedDimension(FloatMatrix vectors) {
    return store.dimension().orElse(vectors.columns());
  }

  /** Refuses nonsense, which the cache would otherwise keep for ever. */
  private void requireSound(FloatMatrix vectors, int rows, int dimension) {
    String name = identity().name();
    if (vectors.rows() != rows || vectors.columns() != dimension || dimension == 0) {
      throw new EncoderException(
          "encoder %s was to return %d × %d numbers but returned %d × %d"
              .formatted(name, rows, dimension, vectors.rows(), vectors.columns()));
    }
    for (int row = 0; row < rows; row++) {
      for (float value : vectors.row(row)) {
        if (!Float.isFinite(value)) {
          throw new EncoderException("encoder " + name + " returned " + value + " in a vector");
        }
      }
    }
  }

  private FloatMatrix gather(List<TextKey> keys) {
    if (keys.isEmpty()) {
      return FloatMatrix.empty(dimension());
    }
    int dimension = store.dimension().orElseThrow();
    float[] values = new float[Math.multiplyExact(keys.size(), dimension)];
    for (int row = 0; row < keys.size(); row++) {
      store.copy(keys.get(row), values, row * dimension);
    }
    return FloatMatrix.wrap(keys.size(), dimension, values);
  }

  /** Hears how many rows of a shard are embedded. */
  @FunctionalInterface
  private interface Done {
    void rows(int count);
  }
}
