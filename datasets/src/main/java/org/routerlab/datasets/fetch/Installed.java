package org.routerlab.datasets.fetch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.routerlab.core.BadDataException;

/**
 * What {@code fetched.json} in an installed folder says: what was downloaded, and what is there.
 *
 * <p>It has no date, so that equal content from equal addresses has equal bytes.
 *
 * @param name of the benchmark
 * @param format that reads the folder
 * @param licence of the data
 * @param page of the publisher
 * @param downloads what came, archives included
 * @param files what is in the folder
 */
record Installed(
    String name,
    Optional<String> format,
    String licence,
    String page,
    List<Arrived> downloads,
    List<Content> files) {

  /** Its name in the folder. */
  static final String FILE = "fetched.json";

  /**
   * A file as it came.
   *
   * @param path as in the source
   * @param address that it came from, which may be a mirror's
   * @param revision as in the source
   * @param checked what its content was compared with: {@code SHA-256}, {@code git blob}, or {@code
   *     nothing published}
   */
  record Arrived(
      String path, String address, String revision, long bytes, String sha256, String checked) {}

  /** A file of the folder. */
  record Content(String path, long bytes, String sha256) {

    /** The SHA-256 of what lies there now; empty where no file does. */
    Optional<String> found(Path folder) {
      Path file = folder.resolve(path);
      return Files.isRegularFile(file)
          ? Optional.of(FileDigest.of(file).sha256())
          : Optional.empty();
    }
  }

  /**
   * What an installed folder says of itself.
   *
   * @throws BadDataException where that is not what fetch writes
   */
  static Installed read(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      JsonNode root = Json.MAPPER.readTree(Files.readString(file));
      Fields fields = new Fields(file.toString(), "", root);
      fields.allow("name", "format", "licence", "page", "downloads", "files");
      List<Arrived> downloads = new ArrayList<>();
      fields.list("downloads").forEach(entry -> downloads.add(arrived(entry)));
      List<Content> files = new ArrayList<>();
      fields.list("files").forEach(entry -> files.add(content(entry)));
      return new Installed(
          fields.text("name"),
          fields.optionalText("format"),
          fields.text("licence"),
          fields.text("page"),
          downloads,
          files);
    } catch (JsonProcessingException e) {
      throw broken(file, Json.problem(e), e);
    } catch (CharacterCodingException e) {
      throw broken(file, "no UTF-8", e);
    } catch (BadDataException e) {
      throw broken(file, e.getMessage().substring(file.toString().length() + 2), e);
    } catch (IOException e) {
      throw Disk.failure(file, e);
    }
  }

  private static BadDataException broken(Path file, String problem, Exception cause) {
    return new BadDataException(
        file.toString(),
        "",
        "what fetch wrote",
        "a broken record (" + problem + "); fetch it again with --force",
        cause);
  }

  private static Arrived arrived(Fields fields) {
    fields.allow("path", "address", "revision", "bytes", "sha256", "checked");
    return new Arrived(
        fields.text("path"),
        fields.text("address"),
        fields.text("revision"),
        fields.number("bytes"),
        fields.text("sha256"),
        fields.text("checked"));
  }

  private static Content content(Fields fields) {
    fields.allow("path", "bytes", "sha256");
    return new Content(fields.text("path"), fields.number("bytes"), fields.text("sha256"));
  }

  /** Writes it into a folder. */
  void write(Path folder) {
    ObjectNode root = Json.MAPPER.createObjectNode();
    root.put("name", name);
    format.ifPresent(layout -> root.put("format", layout));
    root.put("licence", licence).put("page", page);
    ArrayNode arrived = root.putArray("downloads");
    downloads.forEach(download -> arrived.add(Json.MAPPER.valueToTree(download)));
    ArrayNode content = root.putArray("files");
    files.forEach(file -> content.add(Json.MAPPER.valueToTree(file)));
    Path file = folder.resolve(FILE);
    Disk.write(file, () -> Files.writeString(file, root.toPrettyString() + "\n"));
  }

  /**
   * Requires every file to be as it was.
   *
   * @throws BadDataException where one is missing or differs
   */
  void requireUndamaged(Path folder) {
    for (Content content : files) {
      String found = content.found(folder).orElse("no file");
      if (!found.equals(content.sha256())) {
        throw new BadDataException(
            folder.resolve(content.path()).toString(),
            "",
            "SHA-256 " + content.sha256() + " as fetched",
            found + "; fetch it again with --force");
      }
    }
  }
}
