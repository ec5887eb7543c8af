package org.routerlab.datasets.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Finds the line on which a text file breaks off or stops being UTF-8.
 *
 * <p>Readers decode ahead, so that they know of an error lines before they hand out the line that
 * has it; this reads the bytes once more, one by one.
 */
public final class LineOfBreak {

  private LineOfBreak() {}

  /** The line, the first being 1: of the first malformed byte, else the last that can be read. */
  public static long of(Path path) {
    long line = 1;
    try (InputStream in = new BufferedInputStream(UnpackedStream.open(path, UnpackLimit.DEFAULT))) {
      for (int lead = in.read(); lead >= 0; lead = in.read()) {
        if (lead == '\n') {
          line++;
        } else if (!isWhole(lead, in)) {
          return line;
        }
      }
    } catch (IOException e) {
      // The file ends here, in the middle of what was packed.
      return line;
    }
    return line;
  }

  // By the table of well-formed sequences in the Unicode standard, section 3.9.
  private static boolean isWhole(int lead, InputStream in) throws IOException {
    if (lead < 0x80) {
      return true;
    }
    int more = lead >= 0xC2 && lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : lead < 0xF5 ? 3 : 0;
    if (lead < 0xC2 || more == 0) {
      return false;
    }
    int second = in.read();
    int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < least || second > most) {
      return false;
    }
    for (int i = 1; i < more; i++) {
      int next = in.read();
      if (next < 0x80 || next > 0xBF) {
        return false;
      }
    }
    return true;
  }
}
