package org.routerlab.datasets.formats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.TokenCounts;
import org.routerlab.datasets.files.Place;
import org.routerlab.datasets.files.SourceFile;

/**
 * Collects queries and outcomes in the order in which files tell them, and makes a benchmark.
 *
 * <p>Models become columns in the order of their first appearance, or as {@link #model} names them.
 * Memory grows with cells, four bytes an amount, not with texts of answers.
 */
final class OutcomeRecorder {

  private final List<Query> queries = new ArrayList<>();
  private final Map<String, Integer> rowOfId = new LinkedHashMap<>();
  private final Map<String, Integer> columnOfModel = new LinkedHashMap<>();
  private final GrowingMatrix scores = new GrowingMatrix();
  private final GrowingMatrix costs = new GrowingMatrix();
  private final GrowingMatrix input = new GrowingMatrix();
  private final GrowingMatrix output = new GrowingMatrix();

  /**
   * Adds a query and returns its row; an id that is there already, or that is no line without outer
   * blanks, is an error.
   */
  int add(Query query, Place place) {
    if (!query.id().equals(query.id().strip()) || query.id().lines().count() != 1) {
      throw place.bad("an id of one line without outer blanks", SourceFile.quote(query.id()));
    }
    Integer earlier = rowOfId.putIfAbsent(query.id(), queries.size());
    if (earlier != null) {
      throw place.bad("every id once", SourceFile.quote(query.id()) + " again");
    }
    queries.add(query);
    return queries.size() - 1;
  }

  /** The row of an id, or -1. */
  int row(String id) {
    return rowOfId.getOrDefault(id, -1);
  }

  /** The query of a row. */
  Query query(int row) {
    return queries.get(row);
  }

  /** Gives a query another text, such as one that kept its line breaks. */
  void reword(int row, String text) {
    Query query = queries.get(row);
    queries.set(row, new Query(query.id(), text, query.dataset(), query.tags()));
  }

  /** The number of queries so far. */
  int size() {
    return queries.size();
  }

  /** The column of a model, a new one where it was never named. */
  int model(String name) {
    return columnOfModel.computeIfAbsent(name, n -> columnOfModel.size());
  }

  /** The names of the models so far, in the order of their columns. */
  List<String> models() {
    return List.copyOf(columnOfModel.keySet());
  }

  /** Notes a score in [0, 1], or NaN; a second one for the same query and model is an error. */
  void score(int row, int model, float score, Place place) {
    if (!Float.isNaN(scores.get(row, model))) {
      throw place.bad(
          "one score a query and model",
          "another for query "
              + SourceFile.quote(queries.get(row).id())
              + " and model "
              + SourceFile.quote(name(model)));
    }
    scores.set(row, model, score);
  }

  /** Notes what a call cost. */
  void cost(int row, int model, float cost) {
    costs.set(row, model, cost);
  }

  /** Notes how many tokens a call read and wrote; NaN where unknown. */
  void tokens(int row, int model, float inputTokens, float outputTokens) {
    input.set(row, model, inputTokens);
    output.set(row, model, outputTokens);
  }

  /**
   * The benchmark.
   *
   * @param source where an empty benchmark or a single model is complained of
   * @param costUnit of the noted costs; unused where none were noted
   */
  Benchmark finish(
      String name, SourceFile source, String costUnit, Map<String, String> provenance) {
    if (queries.isEmpty()) {
      throw source.bad("", "at least one query", "none");
    }
    if (columnOfModel.size() < 2) {
      throw source.bad(
          "", "at least two models to choose from", columnOfModel.keySet() + ": nothing to route");
    }
    for (String model : models()) {
      if (!model.equals(model.strip()) || model.lines().count() != 1) {
        String rule = "names of models of one line without outer blanks";
        throw source.bad("", rule, SourceFile.quote(model));
      }
    }
    ModelPool pool = new ModelPool(models());
    FloatMatrix recorded = costs.isEmpty() ? null : matrix(costs);
    Optional<TokenCounts> tokens =
        input.isEmpty() && output.isEmpty()
            ? Optional.empty()
            : Optional.of(new TokenCounts(matrix(input), matrix(output)));
    return new Benchmark(
        name,
        queries,
        new OutcomeTable(pool, matrix(scores), recorded),
        recorded == null ? Benchmark.NO_COSTS : costUnit,
        new java.util.TreeMap<>(provenance),
        tokens);
  }

  private FloatMatrix matrix(GrowingMatrix values) {
    return values.toMatrix(queries.size(), columnOfModel.size());
  }

  private String name(int model) {
    return models().get(model);
  }
}
