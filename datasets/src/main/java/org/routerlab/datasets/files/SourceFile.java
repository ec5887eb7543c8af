package org.routerlab.datasets.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.routerlab.core.BadDataException;

/**
 * A file of a published benchmark.
 *
 * @param path of CSV ({@code .csv}), JSON lines ({@code .jsonl}), JSON ({@code .json}), all three
 *     also gzipped ({@code .gz}), or Parquet ({@code .parquet})
 */
public record SourceFile(Path path) {

  private static final int SHOWN_CHARACTERS = 60;

  /** What {@code datasets fetch} leaves beside the files; it is not the publisher's. */
  private static final String FETCHED = "fetched.json";

  /** The file of that name, plain or gzipped, or as Parquet; which the folder must have. */
  public static SourceFile require(Path folder, String... names) {
    if (!Files.isDirectory(folder)) {
      throw new BadDataException(folder.toString(), "", "a folder", "none at this path");
    }
    return find(folder, names)
        .orElseThrow(
            () ->
                new BadDataException(
                    folder.toString(),
                    "",
                    String.join(" or ", names) + " (or gzipped)",
                    "none; it has " + children(folder)));
  }

  /** The first file of these names that the folder has, plain or gzipped. */
  public static Optional<SourceFile> find(Path folder, String... names) {
    return Stream.of(names)
        .flatMap(name -> Stream.of(name, name + ".gz"))
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .map(SourceFile::new);
  }

  /**
   * The files whose names end so, plain or gzipped: the one file that {@code source} is, or all of
   * the folder, by name; at least one.
   */
  public static List<SourceFile> all(Path source, String... endings) {
    Predicate<Path> fits =
        path ->
            Stream.of(endings)
                .anyMatch(
                    ending ->
                        path.toString().endsWith(ending)
                            || path.toString().endsWith(ending + ".gz"));
    if (Files.isRegularFile(source) && fits.test(source)) {
      return List.of(new SourceFile(source));
    }
    if (!Files.isDirectory(source)) {
      String found = Files.exists(source) ? "another file" : "none at this path";
      throw new BadDataException(
          source.toString(), "", "a folder, or a file *" + String.join(" or *", endings), found);
    }
    try (Stream<Path> entries = Files.list(source)) {
      List<SourceFile> files =
          entries
              .filter(Files::isRegularFile)
              .filter(fits)
              .filter(path -> !path.endsWith(FETCHED))
              .sorted()
              .map(SourceFile::new)
              .toList();
      if (files.isEmpty()) {
        throw new BadDataException(
            source.toString(),
            "",
            "files *" + String.join(" or *", endings) + " (or gzipped)",
            "none; it has " + children(source));
      }
      return files;
    } catch (IOException e) {
      throw new BadDataException(source.toString(), "", "a readable folder", e.toString(), e);
    }
  }

  /**
   * The files whose names end so, plain or gzipped: the one file that {@code folder} is, or all of
   * the folder and the folders below it, by path; at least one.
   */
  public static List<SourceFile> tree(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return all(folder, ending);
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      List<SourceFile> files =
          paths
              .filter(Files::isRegularFile)
              .filter(path -> !path.endsWith(FETCHED))
              .sorted()
              .map(SourceFile::new)
              .filter(file -> file.name().endsWith(ending))
              .toList();
      if (files.isEmpty()) {
        throw new BadDataException(
            folder.toString(),
            "",
            "files *" + ending + " (or gzipped) in it or below",
            "none; it has " + children(folder));
      }
      return files;
    } catch (IOException | UncheckedIOException e) {
      throw new BadDataException(folder.toString(), "", "readable folders", e.toString(), e);
    }
  }

  /** The file's last name up to its last point, {@code .gz} aside. */
  public String stem() {
    int point = name().lastIndexOf('.');
    return point < 0 ? name() : name().substring(0, point);
  }

  /** The file's last name without {@code .gz}. */
  public String name() {
    String name = path.getFileName().toString();
    return UnpackedStream.isPacked(path) ? name.substring(0, name.length() - 3) : name;
  }

  /**
   * Reads the whole file once and requires text in UTF-8, unpacked whole and within the limit.
   *
   * @return its size in bytes, unpacked
   * @throws BadDataException with the line
   */
  public long checkText() {
    return check().bytes();
  }

  /** As {@link #checkText()}, of a file whose last sign that is not blank must be this one. */
  void checkText(char end) {
    // DuckDB takes an array that breaks off after a comma for a whole one.
    char found = check().end();
    if (found != end) {
      throw bad("", "'" + end + "' at the end", "'" + found + "': is the file cut off?");
    }
  }

  /** What a check saw: the size in bytes, and the last sign that is not blank. */
  private record Checked(long bytes, char end) {}

  private Checked check() {
    long bytes = 0;
    char end = ' ';
    try (Reader reader = open()) {
      char[] buffer = new char[1 << 16];
      for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
        for (int i = 0; i < read; i++) {
          char c = buffer[i];
          end = c > ' ' ? c : end;
          // Each half of a surrogate pair stands for two of its four bytes.
          bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
      }
    } catch (CharacterCodingException e) {
      throw bad("line " + LineOfBreak.of(path), "text in UTF-8", "bytes that are not");
    } catch (EOFException | ZipException e) {
      String problem = e.getMessage() == null ? "an early end" : e.getMessage();
      throw bad("line " + LineOfBreak.of(path), "a complete gzip file", problem);
    } catch (IOException e) {
      throw bad("", "a readable file", e.toString());
    }
    if (bytes == 0) {
      throw bad("", "at least one line", "an empty file");
    }
    return new Checked(bytes, end);
  }

  /** The text, as characters; malformed UTF-8 is an error. */
  Reader open() throws IOException {
    return new InputStreamReader(bytes(), StandardCharsets.UTF_8.newDecoder());
  }

  /** The bytes, unpacked. */
  InputStream bytes() throws IOException {
    return UnpackedStream.open(path, UnpackLimit.DEFAULT);
  }

  /** The error that {@code place}, such as {@code record 3}, breaks a rule. */
  public BadDataException bad(String place, String expected, String found) {
    return new BadDataException(path.toString(), place, expected, found);
  }

  /** A value in quotes, short enough for a message of one line. */
  public static String quote(String value) {
    String shown = value.replaceAll("\\R", " ");
    return shown.length() <= SHOWN_CHARACTERS
        ? "'" + shown + "'"
        : "'" + shown.substring(0, SHOWN_CHARACTERS) + "…'";
  }

  private static List<String> children(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().limit(10).toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
