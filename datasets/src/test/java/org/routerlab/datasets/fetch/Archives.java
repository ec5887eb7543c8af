package org.routerlab.datasets.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Archives, good and bad, made in memory. */
final class Archives {

  private Archives() {}

  /** A tar.gz of files, each of its name's bytes; a name that ends in a slash is a folder. */
  static byte[] tar(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (String name : names) {
        put(
            tar,
            new TarArchiveEntry(name, true),
            name.endsWith("/") ? new byte[0] : name.getBytes());
      }
    }
    return bytes.toByteArray();
  }

  /** A tar.gz with an entry of a kind such as {@link TarConstants#LF_SYMLINK}. */
  static byte[] tarOf(byte kind) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      put(tar, new TarArchiveEntry("fine.json", true), new byte[] {1});
      TarArchiveEntry entry = new TarArchiveEntry("odd.json", kind);
      entry.setLinkName("/etc/passwd");
      put(tar, entry, new byte[0]);
    }
    return bytes.toByteArray();
  }

  /** A tar.gz of one file of so many zeros. */
  static byte[] tarOfZeros(int size) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      put(tar, new TarArchiveEntry("zeros.json", true), new byte[size]);
    }
    return bytes.toByteArray();
  }

  /** A tar.gz of one file whose name, in GNU's form, has so many letters. */
  static byte[] tarOfName(int length) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      byte[] name = "x".repeat(length).getBytes();
      put(tar, new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME), name);
      put(tar, new TarArchiveEntry("short", true), new byte[] {1});
    }
    return bytes.toByteArray();
  }

  private static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] content)
      throws IOException {
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  /** A zip of files, each of its name's bytes. */
  static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      for (String name : names) {
        put(zip, new ZipArchiveEntry(name), name.endsWith("/") ? new byte[0] : name.getBytes());
      }
    }
    return bytes.toByteArray();
  }

  /** A zip of one entry that is a link. */
  static byte[] zipOfLink() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      ZipArchiveEntry entry = new ZipArchiveEntry("odd.json");
      entry.setUnixMode(0120777);
      put(zip, entry, "/etc/passwd".getBytes());
    }
    return bytes.toByteArray();
  }

  /** A zip of one file of so many zeros. */
  static byte[] zipOfZeros(int size) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      put(zip, new ZipArchiveEntry("zeros.json"), new byte[size]);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipArchiveOutputStream zip, ZipArchiveEntry entry, byte[] content)
      throws IOException {
    zip.putArchiveEntry(entry);
    zip.write(content);
    zip.closeArchiveEntry();
  }
}
