package org.routerlab.testkit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.routerlab.core.EmbeddedQueries;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.RoutingData;
import org.routerlab.core.matrix.FloatMatrix;

/** Changed copies of routing data. */
final class Variants {

  private Variants() {}

  /** The same values in memory of their own. */
  static RoutingData copy(RoutingData data) {
    EmbeddedQueries queries =
        new EmbeddedQueries(data.queries().queries(), copy(data.queries().embeddings()));
    OutcomeTable old = data.outcomes();
    return new RoutingData(
        queries, new OutcomeTable(old.pool(), copy(old.scores()), copy(old.costs())));
  }

  /** The same with the models in the order of {@code columns}, or only those. */
  static RoutingData selectModels(RoutingData data, int... columns) {
    OutcomeTable old = data.outcomes();
    List<String> names = Arrays.stream(columns).mapToObj(old.pool()::name).toList();
    return new RoutingData(
        data.queries(),
        new OutcomeTable(
            new ModelPool(names),
            selectColumns(old.scores(), columns),
            selectColumns(old.costs(), columns)));
  }

  /** The same with the scores given by row and model. */
  static RoutingData withScores(RoutingData data, BiFunction<Integer, Integer, Float> score) {
    OutcomeTable old = data.outcomes();
    float[] scores = new float[old.size() * old.pool().size()];
    for (int cell = 0; cell < scores.length; cell++) {
      scores[cell] = score.apply(cell / old.pool().size(), cell % old.pool().size());
    }
    FloatMatrix matrix = FloatMatrix.wrap(old.size(), old.pool().size(), scores);
    return new RoutingData(data.queries(), new OutcomeTable(old.pool(), matrix, old.costs()));
  }

  /** The same without costs. */
  static RoutingData withoutCosts(RoutingData data) {
    OutcomeTable old = data.outcomes();
    return new RoutingData(data.queries(), new OutcomeTable(old.pool(), old.scores()));
  }

  /** The same with every cost unknown. */
  static RoutingData withUnknownCosts(RoutingData data) {
    OutcomeTable old = data.outcomes();
    float[] costs = new float[old.size() * old.pool().size()];
    Arrays.fill(costs, Float.NaN);
    FloatMatrix matrix = FloatMatrix.wrap(old.size(), old.pool().size(), costs);
    return new RoutingData(data.queries(), new OutcomeTable(old.pool(), old.scores(), matrix));
  }

  /** The same with the embeddings in a memory-mapped file. */
  static RoutingData mapped(RoutingData data, Path file) throws IOException {
    return new RoutingData(mapped(data.queries(), file), data.outcomes());
  }

  static EmbeddedQueries mapped(EmbeddedQueries queries, Path file) throws IOException {
    float[] values = queries.embeddings().toArray();
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    Files.write(file, bytes.array());
    return new EmbeddedQueries(
        queries.queries(), FloatMatrix.map(file, queries.size(), queries.dimension()));
  }

  /** The same texts and embeddings under other ids, datasets and tags. */
  static EmbeddedQueries relabelled(EmbeddedQueries queries) {
    List<Query> renamed =
        IntStream.range(0, queries.size())
            .mapToObj(
                row -> new Query("renamed-" + row, queries.queries().get(row).text(), "elsewhere"))
            .toList();
    return new EmbeddedQueries(renamed, queries.embeddings());
  }

  private static FloatMatrix copy(FloatMatrix matrix) {
    return FloatMatrix.wrap(matrix.rows(), matrix.columns(), matrix.toArray());
  }

  private static FloatMatrix selectColumns(FloatMatrix matrix, int[] columns) {
    float[] values = new float[matrix.rows() * columns.length];
    for (int cell = 0; cell < values.length; cell++) {
      values[cell] = matrix.get(cell / columns.length, columns[cell % columns.length]);
    }
    return FloatMatrix.wrap(matrix.rows(), columns.length, values);
  }
}
