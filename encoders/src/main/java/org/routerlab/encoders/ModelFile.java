package org.routerlab.encoders;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.routerlab.core.embedding.EncoderException;

/** A file that an encoder needs: on disk, inside a jar, or among the resources of this program. */
public final class ModelFile {

  private final String description;
  private final Optional<Path> path;
  private final Source source;
  private Optional<String> sha256 = Optional.empty();

  private ModelFile(String description, Optional<Path> path, Source source) {
    this.description = description;
    this.path = path;
    this.source = source;
  }

  /** Opens the bytes. */
  @FunctionalInterface
  private interface Source {
    InputStream open() throws IOException;
  }

  /** A file on disk. */
  public static ModelFile path(Path path) {
    return new ModelFile(path.toString(), Optional.of(path), () -> Files.newInputStream(path));
  }

  /** An entry of a jar file. */
  public static ModelFile entry(Path jar, String name) {
    return new ModelFile(jar + "!/" + name, Optional.empty(), () -> openEntry(jar, name));
  }

  /** A resource on the class path, by its name without a leading slash. */
  public static ModelFile resource(String name) {
    return new ModelFile("resource " + name, Optional.empty(), () -> openResource(name));
  }

  /** Where it lies, if it is a file of its own. */
  Optional<Path> path() {
    return path;
  }

  byte[] read() {
    try (InputStream stream = source.open()) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * SHA-256 in hexadecimal digits; of a file on disk together with the files beside it in which
   * large ONNX exports keep their weights ({@code model.onnx_data}, {@code model.onnx.data}). Read
   * once.
   */
  synchronized String sha256() {
    if (sha256.isEmpty()) {
      sha256 = Optional.of(hash());
    }
    return sha256.get();
  }

  private String hash() {
    MessageDigest digest = digest();
    try (OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      try (InputStream stream = source.open()) {
        stream.transferTo(sink);
      }
      for (Path data : dataFiles()) {
        Files.copy(data, sink);
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Whether the ASCII {@code word} occurs among its bytes. */
  boolean contains(String word) {
    byte[] buffer = new byte[1 << 16];
    String tail = "";
    try (InputStream stream = source.open()) {
      for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
        String part = tail + new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
        if (part.contains(word)) {
          return true;
        }
        tail = part.substring(Math.max(0, part.length() - word.length()));
      }
      return false;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private List<Path> dataFiles() throws IOException {
    if (path.isEmpty()) {
      return List.of();
    }
    String name = path.get().getFileName().toString();
    try (Stream<Path> files = Files.list(path.get().toAbsolutePath().getParent())) {
      return files.filter(file -> isData(file.getFileName().toString(), name)).sorted().toList();
    }
  }

  private static boolean isData(String file, String model) {
    return file.startsWith(model + "_data") || file.startsWith(model + ".data");
  }

  private static InputStream openEntry(Path jar, String name) throws IOException {
    ZipFile zip = new ZipFile(jar.toFile());
    if (zip.getEntry(name) == null) {
      zip.close();
      throw new IOException("there is no such entry");
    }
    return new FilterInputStream(zip.getInputStream(zip.getEntry(name))) {
      @Override
      public void close() throws IOException {
        zip.close();
      }
    };
  }

  private static InputStream openResource(String name) throws IOException {
    InputStream stream = ModelFile.class.getClassLoader().getResourceAsStream(name);
    if (stream == null) {
      throw new IOException("it is not on the class path");
    }
    return stream;
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private EncoderException unreadable(IOException e) {
    return new EncoderException("cannot read the model file " + description + ": " + e, e);
  }

  @Override
  public String toString() {
    return description;
  }
}
