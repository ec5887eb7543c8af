package org.routerlab.datasets.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.routerlab.core.BadDataException;

/**
 * Whether a file looks like what its name says, where no published hash tells.
 *
 * <p>A login page, or what a mirror answers to everything, has status 200 like a file.
 */
final class Appearance {

  private static final int HEAD = 512;
  private static final String PARQUET = "PAR1";

  private Appearance() {}

  /** Whether a file of that path may be a web page. */
  static boolean mayBePage(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    return name.endsWith(".html") || name.endsWith(".htm");
  }

  /**
   * Why {@code content} is not the file; empty where nothing speaks against it, or a hash does.
   *
   * @param source where it came from, for the message
   */
  static Optional<BadDataException> complaint(RemoteFile file, Path content, String source) {
    if (file.isChecked() || mayBePage(file.path())) {
      return Optional.empty();
    }
    String head = head(content);
    String kind = kind(file);
    if (head.isEmpty()) {
      return bad(source, kind, "an empty file");
    }
    if (isPage(head)) {
      return bad(source, kind, "a web page");
    }
    boolean fits =
        switch (kind) {
          case "a parquet file" -> head.startsWith(PARQUET) && tail(content).equals(PARQUET);
          case "a zip archive" -> head.startsWith("PK\3\4") || head.startsWith("PK\5\6");
          case "gzip" -> head.startsWith("\u001f\u008b");
          default -> true;
        };
    return fits ? Optional.empty() : bad(source, kind, "another or an incomplete one");
  }

  private static String kind(RemoteFile file) {
    String name = file.path().toLowerCase(Locale.ROOT);
    if (name.endsWith(".parquet")) {
      return "a parquet file";
    }
    if (name.endsWith(".zip")) {
      return "a zip archive";
    }
    return name.endsWith(".gz") || name.endsWith(".tgz") ? "gzip" : "the file";
  }

  private static boolean isPage(String head) {
    String text = head.startsWith("\u00ef\u00bb\u00bf") ? head.substring(3) : head;
    String start = text.stripLeading().toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype html") || start.startsWith("<html");
  }

  /** The first bytes, each as one character. */
  private static String head(Path content) {
    try (InputStream in = Files.newInputStream(content)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw Disk.failure(content, e);
    }
  }

  /** The last four bytes of a file; empty where it is too short for another four before them. */
  private static String tail(Path content) {
    try (RandomAccessFile file = new RandomAccessFile(content.toFile(), "r")) {
      if (file.length() < 2L * PARQUET.length()) {
        return "";
      }
      byte[] last = new byte[PARQUET.length()];
      file.seek(file.length() - last.length);
      file.readFully(last);
      return new String(last, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw Disk.failure(content, e);
    }
  }

  private static Optional<BadDataException> bad(String source, String expected, String found) {
    return Optional.of(new BadDataException(source, "", expected, found + FileDigest.NOT_KEPT));
  }
}
