package org.routerlab.experiments;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.routerlab.core.Paper;
import org.routerlab.core.RoutingMethod;

/** Writes {@code docs/methods.md} and {@code docs/bibliography.md} from the code. */
final class MethodDocs {

  private static final String WRITTEN =
      "<!-- Written from the code; a test compares. To write it again: " + MethodDocsTest.COMMAND;

  private MethodDocs() {}

  /** A section for every registered method, then one for every record of settings they share. */
  static String methods() throws IOException {
    StringBuilder out = new StringBuilder(WRITTEN + " -->\n\n# Routing methods\n\n");
    List<RoutingMethod> methods = List.copyOf(RouterRegistry.load().methods());
    out.append(methods.size())
        .append(" methods, each a small file named after its publication. Defaults are in the")
        .append(" tables; an experiment replaces them by `with:` and tries values by `grid:`.\n");
    Map<String, Class<?>> shared = new TreeMap<>();
    for (RoutingMethod method : methods) {
      out.append(section(method, shared));
    }
    if (!shared.isEmpty()) {
      out.append("\n# Settings that methods share\n");
      for (Class<?> type : shared.values()) {
        SourceDocs docs = SourceDocs.of(type);
        out.append("\n## ").append(type.getSimpleName()).append("\n\n");
        docs.paragraphs().forEach(paragraph -> out.append(paragraph).append("\n\n"));
        docs.parameters().forEach((name, text) -> out.append("- `" + name + "`: " + text + "\n"));
      }
    }
    return out.toString();
  }

  private static String section(RoutingMethod method, Map<String, Class<?>> shared)
      throws IOException {
    Class<?> type = method.getClass();
    SourceDocs docs = SourceDocs.of(type);
    StringBuilder out = new StringBuilder("\n## " + method.name() + "\n\n");
    docs.paragraphs().forEach(paragraph -> out.append(paragraph).append("\n\n"));
    RecordComponent[] components = type.getRecordComponents();
    if (components.length > 0) {
      JsonNode defaults = RecordBinder.JSON.valueToTree(method);
      out.append("| hyper-parameter | default | meaning |\n|---|---|---|\n");
      for (RecordComponent component : components) {
        String name = component.getName();
        String meaning = docs.parameters().getOrDefault(name, "");
        if (component.getType().isRecord()) {
          shared.put(component.getType().getSimpleName(), component.getType());
          meaning += "; see " + component.getType().getSimpleName() + " below";
        }
        String value = text(defaults.path(name)).replace("|", "\\|");
        out.append("| `" + name + "` | `" + value + "` | " + meaning + " |\n");
      }
      out.append('\n');
    }
    Paper paper = type.getAnnotation(Paper.class);
    if (paper != null) {
      out.append("Paper: [" + paper.title() + "](" + paper.url() + ").");
      out.append(paper.deviations().isBlank() ? "" : " Deviations: " + paper.deviations());
      out.append('\n');
    }
    return out.toString();
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? value.asText() : value.toString().replace("\"", "");
  }

  /** Every publication with what comes from it. */
  static String bibliography() {
    Map<String, String> titles = new LinkedHashMap<>();
    Map<String, List<String>> users = new LinkedHashMap<>();
    for (RoutingMethod method : RouterRegistry.load().methods()) {
      Paper paper = method.getClass().getAnnotation(Paper.class);
      if (paper != null) {
        titles.putIfAbsent(paper.url(), paper.title());
        users.computeIfAbsent(paper.url(), url -> new ArrayList<>()).add(method.name());
      }
    }
    StringBuilder out = new StringBuilder(WRITTEN + " -->\n\n# Bibliography\n\n");
    out.append("What the routing methods are built after.\n\n");
    titles.entrySet().stream()
        .sorted(
            Map.Entry.<String, String>comparingByValue(Comparator.naturalOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(
            entry ->
                out.append("- [" + entry.getValue() + "](" + entry.getKey() + "): ")
                    .append("`" + String.join("`, `", users.get(entry.getKey())) + "`\n"));
    out.append("\nSources of the metrics are in [metrics.md](metrics.md).\n");
    return out.toString();
  }
}
