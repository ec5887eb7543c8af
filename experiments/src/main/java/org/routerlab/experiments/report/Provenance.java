package org.routerlab.experiments.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.routerlab.core.BadDataException;

/**
 * Where results come from: the leaves of {@code provenance.json}, in the order of the file.
 *
 * <p>Any keys may occur; all are shown. A leaf called {@code resamples} or {@code confidence},
 * wherever it stands, is named in the captions.
 */
public record Provenance(List<Fact> facts) {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** Copies the facts. */
  public Provenance {
    facts = List.copyOf(facts);
  }

  /**
   * One leaf.
   *
   * @param path the keys that lead to it, joined by dots; elements of a list of objects by number
   * @param value as printed in the file, without quotes
   */
  public record Fact(String path, String value) {}

  /**
   * Reads a file that holds one JSON object.
   *
   * @throws BadDataException where it holds something else
   */
  public static Provenance read(Path file) throws IOException {
    try {
      JsonNode root = JSON.readTree(file.toFile());
      if (!root.isObject()) {
        throw new BadDataException(file.toString(), "", "a JSON object", root.getNodeType().name());
      }
      List<Fact> facts = new ArrayList<>();
      collect("", root, facts);
      return new Provenance(facts);
    } catch (JsonProcessingException e) {
      throw new BadDataException(file.toString(), "", "valid JSON", e.getOriginalMessage(), e);
    }
  }

  /** The value of the first leaf whose last key is {@code key}. */
  Optional<String> find(String key) {
    return facts.stream()
        .filter(fact -> fact.path().equals(key) || fact.path().endsWith("." + key))
        .map(Fact::value)
        .findFirst();
  }

  private static void collect(String path, JsonNode node, List<Fact> facts) {
    String prefix = path.isEmpty() ? "" : path + ".";
    if (node.isObject()) {
      node.properties().forEach(child -> collect(prefix + child.getKey(), child.getValue(), facts));
    } else if (node.isArray() && holdsContainers(node)) {
      for (int i = 0; i < node.size(); i++) {
        collect(prefix + (i + 1), node.get(i), facts);
      }
    } else if (node.isArray()) {
      List<String> values = new ArrayList<>();
      node.forEach(child -> values.add(child.asText()));
      facts.add(new Fact(path, values.isEmpty() ? "none" : String.join("; ", values)));
    } else {
      facts.add(new Fact(path, node.asText()));
    }
  }

  private static boolean holdsContainers(JsonNode array) {
    for (JsonNode child : array) {
      if (child.isContainerNode()) {
        return true;
      }
    }
    return false;
  }
}
