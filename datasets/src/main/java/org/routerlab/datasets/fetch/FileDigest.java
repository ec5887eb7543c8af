package org.routerlab.datasets.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.routerlab.core.BadDataException;

/**
 * The size and hashes of a file.
 *
 * @param bytes its size
 * @param sha256 of its content, in hexadecimal digits
 * @param gitBlob the SHA-1 under which git keeps it
 */
record FileDigest(long bytes, String sha256, String gitBlob) {

  /** What becomes of a file that is not the published one, for messages. */
  static final String NOT_KEPT =
      "; it is not kept (finished files are): try again, or without the mirror";

  /** Reads the whole file. */
  static FileDigest of(Path file) {
    MessageDigest sha256 = digest("SHA-256");
    MessageDigest blob = digest("SHA-1");
    try (InputStream in = Files.newInputStream(file)) {
      long size = Files.size(file);
      blob.update(("blob " + size + "\0").getBytes(StandardCharsets.UTF_8));
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sha256.update(buffer, 0, read);
        blob.update(buffer, 0, read);
      }
      return new FileDigest(size, hex(sha256), hex(blob));
    } catch (IOException e) {
      throw Disk.failure(file, e);
    }
  }

  /**
   * Why {@code content}, of which this is the digest, is not the published one; empty where nothing
   * speaks against it.
   *
   * @param source where it came from, for the message
   */
  Optional<BadDataException> complaint(RemoteFile file, Path content, String source) {
    if (file.bytes().isPresent() && file.bytes().get() != bytes) {
      return Optional.of(bad(source, Grouped.of(file.bytes().get()) + " bytes", Grouped.of(bytes)));
    }
    if (file.sha256().isPresent() && !file.sha256().get().equals(sha256)) {
      return Optional.of(bad(source, "SHA-256 " + file.sha256().get(), sha256));
    }
    if (file.gitBlob().isPresent() && !file.gitBlob().get().equals(gitBlob)) {
      return Optional.of(bad(source, "git blob " + file.gitBlob().get(), gitBlob));
    }
    return Appearance.complaint(file, content, source);
  }

  private static BadDataException bad(String source, String expected, String found) {
    return new BadDataException(source, "", expected, found + NOT_KEPT);
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
