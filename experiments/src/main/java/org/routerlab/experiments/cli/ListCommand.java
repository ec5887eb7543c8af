package org.routerlab.experiments.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.routerlab.experiments.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code routerlab list}: what there is to use in a configuration. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists routers, datasets, encoders, experiments or metrics.")
final class ListCommand implements Callable<Integer> {

  /** What is too long for a line. */
  private static final Set<String> JSON_ONLY = Set.of("hyperParameters", "deviations");

  enum Kind {
    ROUTERS,
    DATASETS,
    ENCODERS,
    EXPERIMENTS,
    METRICS
  }

  @Parameters(
      paramLabel = "KIND",
      arity = "0..1",
      description = "${COMPLETION-CANDIDATES}; all kinds where left out")
  private Kind kind;

  @Option(
      names = "--json",
      description = "print JSON, of routers with hyper-parameters and deviations")
  private boolean json;

  @Mixin private Folders folders;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Map<String, List<Map<String, String>>> all = new LinkedHashMap<>();
    for (Kind each : kind == null ? List.of(Kind.values()) : List.of(kind)) {
      all.put(each.name().toLowerCase(Locale.ROOT), entries(each));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(toJson(kind == null ? all : all.values().iterator().next()));
    } else {
      all.forEach((name, entries) -> print(name, entries, out));
    }
    out.flush();
    return 0;
  }

  private List<Map<String, String>> entries(Kind each) throws IOException {
    return switch (each) {
      case ROUTERS -> Catalogue.routers();
      case DATASETS -> Catalogue.datasets(folders.data());
      case ENCODERS -> Catalogue.encoders();
      case EXPERIMENTS -> Catalogue.experiments();
      case METRICS -> Catalogue.metrics();
    };
  }

  private static String toJson(Object value) throws JsonProcessingException {
    return Catalogue.toJson(value);
  }

  private void print(String name, List<Map<String, String>> entries, PrintWriter out) {
    if (kind == null) {
      out.println(name);
    }
    int width = entries.stream().mapToInt(entry -> entry.get("name").length()).max().orElse(0);
    for (Map<String, String> entry : entries) {
      Map<String, String> shown = new LinkedHashMap<>(entry);
      shown.keySet().removeAll(JSON_ONLY);
      List<String> rest = new ArrayList<>(shown.values());
      rest.remove(0);
      String line = String.format("  %-" + Math.max(1, width) + "s", entry.get("name"));
      out.println((line + "  " + String.join("; ", rest)).stripTrailing());
    }
    if (kind == null) {
      out.println();
    }
  }
}
