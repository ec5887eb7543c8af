package org.routerlab.core;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * Queries with their embeddings: all that a router may look at when it routes.
 *
 * @param queries one a row
 * @param embeddings queries × dimensions, from one encoder
 */
public record EmbeddedQueries(List<Query> queries, FloatMatrix embeddings) {

  /** Rejects a matrix with another number of rows than there are queries. */
  public EmbeddedQueries {
    queries = List.copyOf(queries);
    Objects.requireNonNull(embeddings, "embeddings");
    Require.equal("embedding rows", embeddings.rows(), "queries", queries.size());
  }

  /** The number of queries. */
  public int size() {
    return queries.size();
  }

  /** The length of an embedding. */
  public int dimension() {
    return embeddings.columns();
  }

  /** The queries of the given rows, in that order; embeddings are a view. */
  public EmbeddedQueries selectRows(int[] rows) {
    return new EmbeddedQueries(
        Arrays.stream(rows).mapToObj(queries::get).toList(), embeddings.selectRows(rows));
  }
}
