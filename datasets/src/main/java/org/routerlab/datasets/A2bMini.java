package org.routerlab.datasets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.routerlab.core.BadDataException;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * The bundled benchmark {@code a2b-mini}: 551 prompts of five routes, in English, German, French
 * and Spanish, written one by one for this project.
 *
 * <p>Its models are the routes themselves: the score is 1 for the prompt's own route and 0 for the
 * others. There are no costs. A query's dataset is its route; it has the tags {@code language} and
 * {@code difficulty} (plain, hard or ambiguous).
 */
public final class A2bMini {

  /** The name of the benchmark. */
  public static final String NAME = "a2b-mini";

  /** The five routes, in column order. */
  public static final List<String> ROUTES =
      List.of(
          "agents-tools", "deep-engineering", "general-chat", "logic-science", "creative-writing");

  private A2bMini() {}

  /** The benchmark; its queries are in the order of the routes. */
  public static Benchmark load() {
    List<Query> queries = new ArrayList<>();
    ROUTES.forEach(route -> queries.addAll(read(route)));
    return Benchmark.of(
        NAME,
        queries,
        outcomes(queries),
        Benchmark.NO_COSTS,
        Map.of(
            "source", "written for RouterLab",
            "licence", "Apache-2.0",
            "caveat", "small and made by few hands: for demonstrations and tests, not for claims"));
  }

  /** 1 for the route that is a query's dataset, 0 for the others. */
  static OutcomeTable outcomes(List<Query> queries) {
    float[] scores = new float[queries.size() * ROUTES.size()];
    for (int row = 0; row < queries.size(); row++) {
      scores[row * ROUTES.size() + ROUTES.indexOf(queries.get(row).dataset())] = 1;
    }
    return new OutcomeTable(
        new ModelPool(ROUTES), FloatMatrix.wrap(queries.size(), ROUTES.size(), scores));
  }

  private static List<Query> read(String route) {
    String resource = "a2b-mini/" + route + ".jsonl";
    try (InputStream bytes = A2bMini.class.getResourceAsStream(resource)) {
      if (bytes == null) {
        throw new IllegalStateException("the resource " + resource + " is missing from the jar");
      }
      return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))
          .lines()
          .map(line -> query(resource, route, JsonRecords.parse(line)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Query query(String resource, String route, ObjectNode object) {
    String found = field(resource, object, "route");
    if (!found.equals(route)) {
      throw new BadDataException(resource, "field route", route, found);
    }
    Map<String, String> tags = new TreeMap<>();
    for (String tag : List.of("language", "difficulty")) {
      tags.put(tag, field(resource, object, tag));
    }
    return new Query(field(resource, object, "id"), field(resource, object, "prompt"), route, tags);
  }

  private static String field(String resource, ObjectNode object, String name) {
    return JsonRecords.scalar(object, name)
        .orElseThrow(
            () -> new BadDataException(resource, "", "a field " + name, object.toString()));
  }
}
