package org.routerlab.encoders;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.routerlab.core.embedding.EncoderException;

/** A file that an encoder needs: on disk, inside a jar, or among the resources of this program. */
public sealed interface ModelFile {

  /** A file on disk. */
  static ModelFile path(Path path) {
    return new OnDisk(path);
  }

  /** An entry of a jar file. */
  static ModelFile entry(Path jar, String name) {
    return new InJar(jar, name);
  }

  /** A resource on the class path. */
  static ModelFile resource(String name) {
    return new Resource(name);
  }

  /** All of its bytes. */
  byte[] read();

  /** SHA-256 of its bytes, in hexadecimal digits. */
  String sha256();

  /** Where it lies, if it is a file of its own. */
  Optional<Path> path();

  /**
   * A file on disk.
   *
   * @param file its path
   */
  record OnDisk(Path file) implements ModelFile {

    @Override
    public byte[] read() {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw unreadable(file.toString(), e);
      }
    }

    /** Large ONNX exports keep weights in files beside the model, which belong to the hash. */
    @Override
    public String sha256() {
      MessageDigest digest = digest();
      try {
        update(digest, Files.newInputStream(file));
        for (Path data : dataFiles()) {
          update(digest, Files.newInputStream(data));
        }
      } catch (IOException e) {
        throw unreadable(file.toString(), e);
      }
      return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public Optional<Path> path() {
      return Optional.of(file);
    }

    private List<Path> dataFiles() throws IOException {
      String name = file.getFileName().toString();
      try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
        return files
            .filter(path -> path.getFileName().toString().startsWith(name))
            .filter(path -> !path.getFileName().toString().equals(name))
            .sorted()
            .toList();
      }
    }
  }

  /**
   * An entry of a jar file.
   *
   * @param jar the jar
   * @param name the entry
   */
  record InJar(Path jar, String name) implements ModelFile {

    @Override
    public byte[] read() {
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        return open(zip).readAllBytes();
      } catch (IOException e) {
        throw unreadable(jar + "!" + name, e);
      }
    }

    @Override
    public String sha256() {
      MessageDigest digest = digest();
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        update(digest, open(zip));
      } catch (IOException e) {
        throw unreadable(jar + "!" + name, e);
      }
      return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public Optional<Path> path() {
      return Optional.empty();
    }

    private InputStream open(ZipFile zip) throws IOException {
      if (zip.getEntry(name) == null) {
        throw new IOException("no such entry");
      }
      return zip.getInputStream(zip.getEntry(name));
    }
  }

  /**
   * A resource on the class path.
   *
   * @param name its name, without a leading slash
   */
  record Resource(String name) implements ModelFile {

    @Override
    public byte[] read() {
      try (InputStream stream = open()) {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw unreadable("resource " + name, e);
      }
    }

    @Override
    public String sha256() {
      MessageDigest digest = digest();
      try {
        update(digest, open());
      } catch (IOException e) {
        throw unreadable("resource " + name, e);
      }
      return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public Optional<Path> path() {
      return Optional.empty();
    }

    private InputStream open() throws IOException {
      InputStream stream = ModelFile.class.getClassLoader().getResourceAsStream(name);
      if (stream == null) {
        throw new IOException("it is not on the class path");
      }
      return stream;
    }
  }

  private static void update(MessageDigest digest, InputStream source) throws IOException {
    try (InputStream stream = new DigestInputStream(source, digest)) {
      stream.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static EncoderException unreadable(String what, IOException e) {
    return new EncoderException("cannot read the model file " + what + ": " + e, e);
  }
}
