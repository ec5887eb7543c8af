package org.routerlab.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.routerlab.core.Require;
import org.routerlab.core.embedding.Encoder;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.semantic.Route;
import org.routerlab.semantic.RouteSet;
import org.routerlab.semantic.UtteranceIndex;
import org.routerlab.semantic.UtteranceLists;
import org.routerlab.semantic.UtteranceVariant;

/** The cosine of every query to every utterance of some variants; all that a sweep needs. */
final class UtteranceCosines {

  private final int queries;

  /** By variant: queries × (routes of the variant × utterances), row after row. */
  private final Map<String, float[]> values;

  private UtteranceCosines(int queries, Map<String, float[]> values) {
    this.queries = queries;
    this.values = values;
  }

  /** Embeds the lists and compares the queries with each utterance as the router would. */
  static UtteranceCosines of(FloatMatrix queries, Encoder encoder, List<String> variants) {
    Map<String, float[]> values = new TreeMap<>();
    for (String variant : variants) {
      List<Route> alone = new ArrayList<>();
      for (String route : UtteranceLists.variant(variant).routes()) {
        // A route of one utterance is as similar as that utterance.
        for (String utterance : UtteranceLists.of(variant, route)) {
          alone.add(new Route(route + " " + alone.size(), List.of(utterance)));
        }
      }
      UtteranceIndex index = UtteranceIndex.of(new RouteSet(alone, -1, ""), encoder);
      values.put(variant, index.similarities(queries).toArray());
    }
    return new UtteranceCosines(queries.rows(), values);
  }

  int queries() {
    return queries;
  }

  /** The cosines of some queries only. */
  UtteranceCosines select(int[] rows) {
    Map<String, float[]> selected = new TreeMap<>();
    values.forEach(
        (variant, all) -> {
          int columns = columns(variant);
          float[] some = new float[Math.multiplyExact(rows.length, columns)];
          for (int i = 0; i < rows.length; i++) {
            System.arraycopy(all, rows[i] * columns, some, i * columns, columns);
          }
          selected.put(variant, some);
        });
    return new UtteranceCosines(rows.length, selected);
  }

  /** The similarity of every query to a route with only these utterances of its list. */
  float[] highest(String variant, int route, int[] utterances) {
    Require.known("variant of the sweep", variant, values.keySet());
    String name = UtteranceLists.ROUTES.get(route);
    UtteranceVariant lists = UtteranceLists.variant(variant);
    Require.known("route of variant '" + variant + "'", name, lists.routes());
    float[] cosines = values.get(variant);
    int columns = columns(variant);
    int first = lists.routes().indexOf(name) * UtteranceLists.LENGTH;
    float[] highest = new float[queries];
    for (int query = 0; query < queries; query++) {
      int offset = query * columns + first;
      float best = Float.NEGATIVE_INFINITY;
      for (int utterance : utterances) {
        best = Math.max(best, cosines[offset + utterance]);
      }
      highest[query] = best;
    }
    return highest;
  }

  /** The first places of a list. */
  static int[] first(int count) {
    return IntStream.range(0, count).toArray();
  }

  private static int columns(String variant) {
    return UtteranceLists.variant(variant).routes().size() * UtteranceLists.LENGTH;
  }
}
