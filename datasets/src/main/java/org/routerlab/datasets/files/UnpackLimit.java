package org.routerlab.datasets.files;

import org.routerlab.core.Require;

/**
 * How much a packed file may hold, so that a small file cannot fill memory or disk.
 *
 * @param bytes that may always be unpacked
 * @param ratio unpacked to packed bytes, allowed beyond {@code bytes}
 */
public record UnpackLimit(long bytes, int ratio) {

  /** 256 MiB, or 200 times the packed size; text of benchmarks packs to a tenth or so. */
  public static final UnpackLimit DEFAULT = new UnpackLimit(256L << 20, 200);

  /** Rejects limits that let nothing through. */
  public UnpackLimit {
    Require.positive("bytes", (double) bytes);
    Require.positive("ratio", ratio);
  }

  /** The most bytes that a file of {@code packed} bytes may hold. */
  public long of(long packed) {
    return Math.max(bytes, packed > Long.MAX_VALUE / ratio ? Long.MAX_VALUE : packed * ratio);
  }
}
