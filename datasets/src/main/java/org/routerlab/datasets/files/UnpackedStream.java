package org.routerlab.datasets.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.routerlab.core.BadDataException;

/** The bytes of a file, unpacked where it is gzipped, up to a limit. */
public final class UnpackedStream {

  private UnpackedStream() {}

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
      long most = limit.of(packed);
      return new CountedStream(new GZIPInputStream(bytes), most, () -> tooMuch(path, packed, most));
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  /** Whether the name says that the file is gzipped. */
  static boolean isPacked(Path path) {
    return path.toString().endsWith(".gz");
  }

  private static BadDataException tooMuch(Path path, long packed, long most) {
    return new BadDataException(
        path.toString(),
        "",
        "at most " + most + " bytes in a gzip file of " + packed,
        "more; unpack it yourself if you trust it");
  }
}
