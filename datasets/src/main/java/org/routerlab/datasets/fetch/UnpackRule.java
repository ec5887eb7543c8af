package org.routerlab.datasets.fetch;

import java.util.List;
import org.routerlab.core.Require;

/**
 * How an archive is unpacked, and how much it may hold.
 *
 * @param kind {@code tar.gz} or {@code zip}
 * @param into the folder below the benchmark's that the content goes to; {@code .} is the
 *     benchmark's own
 * @param bytes that all files together may have, unpacked
 * @param entries files and folders that the archive may have
 * @param ratio unpacked to packed bytes
 */
public record UnpackRule(String kind, String into, long bytes, int entries, int ratio) {

  static final String TAR_GZ = "tar.gz";
  static final String ZIP = "zip";

  /** Archives of less than this unpacked are never called a bomb because of their ratio. */
  private static final long ALWAYS = 1 << 20;

  /** Rejects unknown kinds and limits that let nothing through. */
  public UnpackRule {
    Require.known("kind of archive", kind, List.of(TAR_GZ, ZIP));
    Require.positive("bytes", (double) bytes);
    Require.positive("entries", entries);
    Require.positive("ratio", ratio);
    if (!into.equals(".")) {
      RelativePath.require("into", into);
    }
  }

  /** The most bytes that an archive of {@code packed} bytes may hold. */
  long limit(long packed) {
    long byRatio = packed > Long.MAX_VALUE / ratio ? Long.MAX_VALUE : packed * ratio;
    return Math.min(bytes, Math.max(ALWAYS, byRatio));
  }
}
