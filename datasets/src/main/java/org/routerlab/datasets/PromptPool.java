package org.routerlab.datasets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Query;
import org.routerlab.datasets.files.SourceFile;

/** A file of prompts, each with the route it belongs to: one JSON object a line, or gzipped. */
final class PromptPool {

  /** The tag that holds where a prompt comes from. */
  static final String SOURCE = "source";

  /** The tag that holds the right route. */
  static final String ROUTE = "route";

  private PromptPool() {}

  /** Whether a file is a pool, judged by its name. */
  static boolean isOne(String name) {
    return name.endsWith(".jsonl") || name.endsWith(".jsonl.gz");
  }

  /**
   * Reads all prompts, in the order of the lines. A query's dataset is its route; underscores in
   * the names of routes are read as hyphens.
   *
   * @throws BadDataException where the file breaks a rule; it names the line
   */
  static List<Query> read(Path path) {
    return QueryFile.read(new TableFile(path), "prompt", PromptPool::query);
  }

  private static Query query(TableFile file, long number, String line) {
    ObjectNode object = QueryFile.object(file, number, line);
    String id = QueryFile.id(file, number, object);
    String prompt = QueryFile.text(file, number, object, "prompt");
    String source = QueryFile.text(file, number, object, SOURCE);
    String found = QueryFile.text(file, number, object, ROUTE);
    String route = found.replace('_', '-');
    if (!A2bMini.ROUTES.contains(route)) {
      throw file.bad(number, "a route of " + A2bMini.ROUTES, SourceFile.quote(found));
    }
    return new Query(id, prompt, route, Map.of(SOURCE, source, ROUTE, route));
  }
}
