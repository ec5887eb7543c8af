package org.routerlab.experiments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Require;

/** The experiments that come with RouterLab, and the reader of experiment files. */
public final class ShippedExperiments {

  /** One line a shipped experiment; a test compares it with the files. */
  private static final List<String> NAMES =
      List.of(
          "a2b-benchmark",
          "a2b-languages",
          "a2b-unseen-sources",
          "a2b-utterance-sweep",
          "a2b-vs-learned",
          "llmrouter",
          "llmrouterbench-llmrouter",
          "mmlu-pro",
          "plateau-llmrouter",
          "plateau-mmlu-pro",
          "quickstart",
          "routellm",
          "wrr-mmlu-pro");

  private static final YAMLMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();

  private ShippedExperiments() {}

  /** The names of the shipped experiments, sorted. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * Reads an experiment: a shipped one by name, any other by the path of its YAML file.
   *
   * @throws BadDataException where the file is no YAML
   * @throws IllegalArgumentException on an unknown name or key, or a value out of range
   */
  public static ExperimentConfig open(String nameOrPath) throws IOException {
    if (NAMES.contains(nameOrPath)) {
      return parse(nameOrPath, shippedText(nameOrPath));
    }
    Path file = Path.of(nameOrPath);
    boolean looksLikePath = nameOrPath.endsWith(".yaml") || nameOrPath.endsWith(".yml");
    if (!looksLikePath && !Files.exists(file)) {
      throw new IllegalArgumentException(
          Require.unknown("experiment", nameOrPath, NAMES)
              + "; or give the path of a .yaml file of your own");
    }
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(nameOrPath, null, "an experiment is a YAML file");
    }
    return parse(nameOrPath, Files.readString(file));
  }

  /** The text of a shipped experiment. */
  public static String shippedText(String name) throws IOException {
    Require.known("experiment", name, NAMES);
    String resource = "shipped/" + name + ".yaml";
    try (InputStream in = ShippedExperiments.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + resource + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Parses the YAML text of an experiment; {@code source} names it in messages. */
  static ExperimentConfig parse(String source, String text) {
    JsonNode tree;
    try {
      tree = YAML.readTree(text);
    } catch (JsonProcessingException e) {
      String place = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr();
      throw new BadDataException(source, place, "YAML", firstLine(e.getOriginalMessage()), e);
    }
    if (!tree.isObject()) {
      throw new BadDataException(source, "", "a map of keys such as 'name' and 'dataset'", "none");
    }
    expandShorthands((ObjectNode) tree);
    return RecordBinder.bind(ExperimentConfig.class, tree, source);
  }

  /** The name that the text of an experiment gives itself; empty where it is no such text. */
  static String nameIn(String text) {
    try {
      return YAML.readTree(text).path("name").asText("");
    } catch (JsonProcessingException e) {
      return "";
    }
  }

  /** A router or encoder may be just its name; a split just its kind. */
  private static void expandShorthands(ObjectNode tree) {
    expandList(tree.get("routers"), "use");
    expandList(tree.get("encoders"), "name");
    if (tree.get("split") instanceof TextNode kind) {
      tree.putObject("split").put("kind", kind.textValue());
    }
  }

  private static void expandList(JsonNode list, String key) {
    if (list instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i).isTextual()) {
          String name = array.get(i).textValue();
          array.insertObject(i).put(key, name);
          array.remove(i + 1);
        }
      }
    }
  }

  /** The resolved configuration, every key written out. */
  static String toYaml(ExperimentConfig config) {
    try {
      return YAML.writeValueAsString(RecordBinder.JSON.<JsonNode>valueToTree(config));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a configuration can always be written", e);
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
