package org.routerlab.datasets.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.routerlab.core.BadDataException;

/** The bytes of a file, unpacked where it is gzipped, up to a limit. */
public final class UnpackedStream extends FilterInputStream {

  private final Path path;
  private final long packed;
  private final long limit;
  private long left;

  private UnpackedStream(InputStream in, Path path, long packed, long limit) {
    super(in);
    this.path = path;
    this.packed = packed;
    this.limit = limit;
    this.left = limit;
  }

  /**
   * Opens a file; one that ends in {@code .gz} is unpacked.
   *
   * @throws java.util.zip.ZipException where it ends in {@code .gz} and is none
   */
  public static InputStream open(Path path, UnpackLimit limit) throws IOException {
    InputStream bytes = Files.newInputStream(path);
    if (!isPacked(path)) {
      return bytes;
    }
    try {
      long packed = Files.size(path);
      return new UnpackedStream(new GZIPInputStream(bytes), path, packed, limit.of(packed));
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  /** Whether the name says that the file is gzipped. */
  static boolean isPacked(Path path) {
    return path.toString().endsWith(".gz");
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(0, read));
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(int read) {
    left -= read;
    if (left < 0) {
      throw new BadDataException(
          path.toString(),
          "",
          "at most " + limit + " bytes in a gzip file of " + packed,
          "more; unpack it yourself if you trust it");
    }
  }
}
