package org.routerlab.experiments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** SHA-256 of texts, files and code, in lower-case hexadecimal digits. */
final class Hashes {

  private static final Map<Path, String> CODE = new ConcurrentHashMap<>();

  private Hashes() {}

  static String ofText(String text) {
    return hex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  static String ofFile(Path file) throws IOException {
    MessageDigest digest = digest();
    update(digest, file);
    return hex(digest.digest());
  }

  /**
   * The hash of the jar, or folder of classes, that a class was loaded from: a router whose code
   * changed must not be answered from results of the old code.
   */
  static String ofCode(Class<?> type) {
    try {
      Path source = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      return CODE.computeIfAbsent(source, Hashes::ofTree);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a code location is always a URI", e);
    }
  }

  private static String ofTree(Path root) {
    MessageDigest digest = digest();
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
      for (Path file : sorted) {
        digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        update(digest, file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return hex(digest.digest());
  }

  private static void update(MessageDigest digest, Path file) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
