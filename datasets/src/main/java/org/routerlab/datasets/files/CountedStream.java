package org.routerlab.datasets.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.routerlab.core.BadDataException;

/** A stream of which no more than a limit is read, so that a small file cannot be a bomb. */
public final class CountedStream extends FilterInputStream {

  private final Supplier<BadDataException> tooMuch;
  private long left;

  /**
   * Counts what is read of a stream.
   *
   * @param limit the most bytes to read
   * @param tooMuch what is thrown where there are more
   */
  public CountedStream(InputStream in, long limit, Supplier<BadDataException> tooMuch) {
    super(in);
    this.left = limit;
    this.tooMuch = tooMuch;
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
    count(read);
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = super.skip(bytes);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long read) {
    left -= Math.max(0, read);
    if (left < 0) {
      throw tooMuch.get();
    }
  }
}
