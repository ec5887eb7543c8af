package org.routerlab.datasets.fetch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.routerlab.core.BadDataException;

/**
 * Reads a data file of sources: strict keys, and messages that say where.
 *
 * @param file its name, for messages
 */
record SourceReader(String file) {

  /** A source of the file as it stands; all of them in order. */
  List<Source> read(String json) {
    JsonNode root;
    try {
      root = Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new BadDataException(file, "", "JSON", Json.problem(e), e);
    }
    if (!root.isArray()) {
      throw new BadDataException(file, "", "a list of benchmarks", Json.kind(root));
    }
    List<Source> sources = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode entry : root) {
      String place = "benchmark " + (sources.size() + 1);
      Source source = source(new Fields(file, place, entry));
      if (!names.add(source.name())) {
        throw new BadDataException(file, place, "a new name", "'" + source.name() + "' again");
      }
      sources.add(source);
    }
    return List.copyOf(sources);
  }

  private Source source(Fields all) {
    Fields fields = new Fields(file, all.place() + " (" + all.text("name") + ")", all.node());
    fields.allow(
        "name",
        "title",
        "format",
        "licence",
        "gated",
        "page",
        "paper",
        "note",
        "revision",
        "files");
    String revision = fields.text("revision");
    List<RemoteFile> files = new ArrayList<>();
    for (Fields entry : fields.list("files")) {
      files.add(file(entry, revision));
    }
    return fields.valid(
        () ->
            new Source(
                fields.text("name"),
                fields.text("title"),
                fields.optionalText("format"),
                fields.text("licence"),
                fields.flag("gated"),
                fields.text("page"),
                fields.optionalText("paper"),
                fields.optionalText("note"),
                files));
  }

  private static RemoteFile file(Fields fields, String revision) {
    fields.allow("path", "address", "revision", "bytes", "sha256", "git_blob", "unpack");
    Optional<UnpackRule> unpack = fields.object("unpack").map(SourceReader::unpack);
    return fields.valid(
        () ->
            new RemoteFile(
                fields.text("path"),
                URI.create(fields.text("address")),
                fields.optionalText("revision").orElse(revision),
                fields.optionalNumber("bytes"),
                fields.optionalText("sha256"),
                fields.optionalText("git_blob"),
                unpack));
  }

  private static UnpackRule unpack(Fields fields) {
    fields.allow("kind", "into", "bytes", "entries", "ratio");
    return fields.valid(
        () ->
            new UnpackRule(
                fields.text("kind"),
                fields.text("into"),
                fields.number("bytes"),
                Math.toIntExact(fields.number("entries")),
                Math.toIntExact(fields.number("ratio"))));
  }
}
