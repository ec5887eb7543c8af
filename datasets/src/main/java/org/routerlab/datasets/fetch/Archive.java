package org.routerlab.datasets.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.routerlab.core.BadDataException;

/** An archive of a benchmark, read entry by entry. */
final class Archive {

  private Archive() {}

  /**
   * Unpacks a file.
   *
   * @param folder to write to; what is there after an error is to be removed by the caller
   * @param outcome what an error leaves, for messages
   * @throws BadDataException where the archive is broken or has no file, or an entry is not allowed
   */
  static void unpack(Path file, UnpackRule rule, Path folder, EntryNames names, String outcome) {
    try {
      Unpacker unpacker = new Unpacker(file, rule, folder, names, outcome);
      if (rule.kind().equals(UnpackRule.ZIP)) {
        zip(file, unpacker);
      } else {
        tar(file, unpacker);
      }
      unpacker.requireFiles();
    } catch (IOException | IllegalArgumentException e) {
      String found = e.getMessage() == null ? "an early end" : e.getMessage();
      throw new BadDataException(
          file.getFileName().toString(),
          "",
          "a complete " + rule.kind() + " archive",
          found.lines().findFirst().orElse("an early end") + "; " + outcome,
          e);
    }
  }

  private static void tar(Path file, Unpacker unpacker) throws IOException {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        InputStream plain =
            GzipCompressorInputStream.builder()
                .setInputStream(bytes)
                .setDecompressConcatenated(true)
                .get();
        TarArchiveInputStream tar = new TarArchiveInputStream(unpacker.counted(plain))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpacker.accept(entry, kind(entry), tar);
      }
    }
  }

  private static Optional<String> kind(TarArchiveEntry entry) {
    if (entry.isSymbolicLink() || entry.isLink()) {
      return Optional.of("a link to elsewhere");
    }
    boolean device = entry.isBlockDevice() || entry.isCharacterDevice() || entry.isFIFO();
    return device || entry.isSparse() || !(entry.isFile() || entry.isDirectory())
        ? Optional.of("a device or another special entry")
        : Optional.empty();
  }

  private static void zip(Path file, Unpacker unpacker) throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      Enumeration<ZipArchiveEntry> entries = zip.getEntries();
      while (entries.hasMoreElements()) {
        ZipArchiveEntry entry = entries.nextElement();
        try (InputStream content = content(zip, entry)) {
          CheckedInputStream counted = new CheckedInputStream(content, new CRC32());
          unpacker.accept(entry, kind(zip, entry), counted);
          if (!entry.isDirectory() && counted.getChecksum().getValue() != entry.getCrc()) {
            throw unpacker.bad("entry '" + entry.getName() + "'", "its checksum", "another");
          }
        }
      }
    }
  }

  private static InputStream content(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    return kind(zip, entry).isPresent() ? InputStream.nullInputStream() : zip.getInputStream(entry);
  }

  private static Optional<String> kind(ZipFile zip, ZipArchiveEntry entry) {
    if (entry.isUnixSymlink()) {
      return Optional.of("a link to elsewhere");
    }
    int type = entry.getUnixMode() & 0170000;
    if (type != 0 && type != 0100000 && type != 0040000) {
      return Optional.of("a device or another special entry");
    }
    return zip.canReadEntryData(entry)
        ? Optional.empty()
        : Optional.of("one that is encrypted or packed in an unknown way");
  }
}
