package org.routerlab.datasets;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;
import org.routerlab.core.BadDataException;
import org.routerlab.datasets.files.LineOfBreak;
import org.routerlab.datasets.files.UnpackLimit;
import org.routerlab.datasets.files.UnpackedStream;

/**
 * One file of a routing-table folder, plain or gzipped, read a line at a time.
 *
 * @param path ends in {@code .gz} where the file is gzipped
 */
record TableFile(Path path) {

  /** Hears each line with its number, the first being 1. */
  @FunctionalInterface
  interface LineConsumer {
    void accept(long number, String line);
  }

  /** The file {@code name} or {@code name.gz}, where the folder has one of them. */
  static Optional<TableFile> find(Path folder, String name) {
    Path plain = folder.resolve(name);
    Path zipped = folder.resolve(name + ".gz");
    if (Files.exists(plain) && Files.exists(zipped)) {
      throw new BadDataException(
          folder.toString(), "", "one of " + name + " and " + name + ".gz", "both; remove one");
    }
    return Optional.of(Files.exists(plain) ? plain : zipped)
        .filter(Files::exists)
        .map(TableFile::new);
  }

  /** The file {@code name} or {@code name.gz}, which the folder must have. */
  static TableFile require(Path folder, String name) {
    if (!Files.isDirectory(folder)) {
      throw new BadDataException(folder.toString(), "", "a folder", "none at this path");
    }
    return find(folder, name)
        .orElseThrow(
            () ->
                new BadDataException(
                    folder.toString(), "", name + " or " + name + ".gz", "neither of them"));
  }

  /** A file by its path, which must be there. */
  static TableFile of(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new BadDataException(path.toString(), "", "a file", "none at this path");
    }
    return new TableFile(path);
  }

  /** Feeds every line to {@code consumer}, without its end and without a byte-order mark. */
  void forEachLine(LineConsumer consumer) {
    long number = 0;
    try (BufferedReader reader = open()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        consumer.accept(
            number, number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line);
      }
    } catch (EOFException | ZipException e) {
      String problem = e.getMessage() == null ? "an early end" : e.getMessage();
      throw bad(LineOfBreak.of(path), "a complete gzip file", problem, e);
    } catch (CharacterCodingException e) {
      throw bad(LineOfBreak.of(path), "text in UTF-8", "bytes that are not", e);
    } catch (IOException e) {
      throw bad(number + 1, "a readable file", e.toString(), e);
    }
  }

  /** The whole text, for a short file. */
  String text() {
    StringBuilder text = new StringBuilder();
    forEachLine((number, line) -> text.append(line).append('\n'));
    return text.toString();
  }

  /** The error that line {@code number} breaks a rule. */
  BadDataException bad(long number, String expected, String found) {
    return bad("line " + number, expected, found);
  }

  /** The error that {@code place} breaks a rule. */
  BadDataException bad(String place, String expected, String found) {
    return new BadDataException(path.toString(), place, expected, found);
  }

  private BadDataException bad(long number, String expected, String found, Throwable cause) {
    return new BadDataException(path.toString(), "line " + number, expected, found, cause);
  }

  // An InputStreamReader with a decoder, unlike one with a charset, reports malformed bytes.
  private BufferedReader open() throws IOException {
    InputStream plain = UnpackedStream.open(path, UnpackLimit.DEFAULT);
    return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()));
  }
}
