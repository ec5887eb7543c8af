package org.routerlab.experiments;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelPool;
import org.routerlab.core.Query;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * Predictions as CSV: {@code id,decision} and, for a router that scores, one column a model, then
 * one named {@code cost:} and the model where it predicts costs too; for a cascade the column
 * {@code called}, the names of the models joined by ';'. In these names ';' is written as %3B and
 * '%' as %25. Floats are written in the shortest form that reads back to the same bits.
 */
final class PredictionsCsv {

  private static final String CALLED = "called";
  private static final String COST = "cost:";
  private static final CsvMapper CSV = new CsvMapper();
  private static final ObjectWriter ROWS =
      CSV.writerFor(String[].class)
          .with(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
          .with(CSV.schema().withLineSeparator("\n"));
  private static final ObjectReader CELLS =
      CSV.readerFor(String[].class).with(CsvParser.Feature.WRAP_AS_ARRAY);

  private PredictionsCsv() {}

  static void write(Path file, ModelPool pool, List<Query> queries, Predictions predictions)
      throws IOException {
    List<FloatMatrix> numbers = numbers(predictions);
    try (BufferedWriter out = Files.newBufferedWriter(file);
        SequenceWriter rows = ROWS.writeValues(out)) {
      rows.write(header(pool, predictions));
      String[] row = new String[header(pool, predictions).length];
      for (int i = 0; i < queries.size(); i++) {
        row[0] = queries.get(i).id();
        row[1] = pool.name(predictions.decisions().model(i));
        int column = 2;
        for (FloatMatrix matrix : numbers) {
          for (int model = 0; model < pool.size(); model++) {
            row[column++] = Float.toString(matrix.get(i, model));
          }
        }
        if (predictions instanceof Predictions.Cascaded cascaded) {
          row[2] = join(pool, cascaded.called().get(i));
        }
        rows.write(row);
      }
    }
  }

  private static String[] header(ModelPool pool, Predictions predictions) {
    List<String> header = new ArrayList<>(List.of("id", "decision"));
    if (predictions instanceof Predictions.Scored scored) {
      header.addAll(columns(pool, scored.costs().isPresent()));
    }
    if (predictions instanceof Predictions.Cascaded) {
      header.add(CALLED);
    }
    return header.toArray(String[]::new);
  }

  private static List<FloatMatrix> numbers(Predictions predictions) {
    if (!(predictions instanceof Predictions.Scored scored)) {
      return List.of();
    }
    return scored.costs().isPresent()
        ? List.of(scored.scores(), scored.costs().get())
        : List.of(scored.scores());
  }

  /** The columns of scores and, where there are any, of predicted costs. */
  private static List<String> columns(ModelPool pool, boolean costs) {
    List<String> columns = new ArrayList<>(pool.names());
    if (costs) {
      pool.names().forEach(name -> columns.add(COST + name));
    }
    return columns;
  }

  private static String join(ModelPool pool, int[] models) {
    return Arrays.stream(models)
        .mapToObj(model -> pool.name(model).replace("%", "%25").replace(";", "%3B"))
        .collect(Collectors.joining(";"));
  }

  private static int[] split(ModelPool pool, String names) {
    return Arrays.stream(names.split(";", -1))
        .mapToInt(name -> pool.indexOf(name.replace("%3B", ";").replace("%25", "%")))
        .toArray();
  }

  /**
   * Reads predictions for exactly these queries, in this order.
   *
   * @param kind what the scores mean; empty where the file must hold decisions only
   * @param costs whether predicted costs follow the scores
   */
  static Predictions read(
      Path file, ModelPool pool, List<Query> queries, Optional<ScoreKind> kind, boolean costs)
      throws IOException {
    List<String> columns = kind.isPresent() ? columns(pool, costs) : List.of();
    List<String[]> rows = rows(file, queries, columns);
    Decisions decisions = decisions(rows, pool);
    if (kind.isEmpty()) {
      return new Predictions.Decided(decisions);
    }
    FloatMatrix scores = numbers(rows, 2, pool.size());
    Optional<FloatMatrix> predicted =
        costs ? Optional.of(numbers(rows, 2 + pool.size(), pool.size())) : Optional.empty();
    return new Predictions.Scored(scores, kind.get(), predicted, decisions);
  }

  private static FloatMatrix numbers(List<String[]> rows, int first, int columns) {
    float[] values = new float[rows.size() * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.parseFloat(rows.get(i / columns)[first + i % columns]);
    }
    return FloatMatrix.wrap(rows.size(), columns, values);
  }

  /**
   * Reads the decisions of a cascade for exactly these queries, in this order.
   *
   * @param hindsight whether its judge knew recorded scores
   */
  static Predictions readCascade(Path file, ModelPool pool, List<Query> queries, boolean hindsight)
      throws IOException {
    List<String[]> rows = rows(file, queries, List.of(CALLED));
    Decisions decisions = decisions(rows, pool);
    List<int[]> called = rows.stream().map(row -> split(pool, row[2])).toList();
    for (int i = 0; i < called.size(); i++) {
      int answer = decisions.model(i);
      if (Arrays.stream(called.get(i)).noneMatch(model -> model == answer)) {
        throw new BadDataException(
            file.toString(),
            "line " + (i + 2),
            "a decision among the models called",
            Arrays.toString(rows.get(i)));
      }
    }
    return new Predictions.Cascaded(decisions, called, hindsight);
  }

  private static Decisions decisions(List<String[]> rows, ModelPool pool) {
    return Decisions.of(rows.size(), row -> pool.indexOf(rows.get(row)[1]));
  }

  /** The rows below the header; {@code columns} are those after id and decision. */
  private static List<String[]> rows(Path file, List<Query> queries, List<String> columns)
      throws IOException {
    try (MappingIterator<String[]> rows = CELLS.readValues(file.toFile())) {
      String[] header = rows.hasNext() ? rows.next() : new String[0];
      List<String> expected = new ArrayList<>(List.of("id", "decision"));
      expected.addAll(columns);
      if (!expected.equals(Arrays.asList(header))) {
        throw new BadDataException(
            file.toString(), "line 1", "the columns " + expected, Arrays.toString(header));
      }
      List<String[]> read = new ArrayList<>();
      for (Query query : queries) {
        String[] row = rows.hasNext() ? rows.next() : new String[0];
        if (row.length != expected.size() || !row[0].equals(query.id())) {
          throw new BadDataException(
              file.toString(),
              "line " + (read.size() + 2),
              "query '" + query.id() + "' with " + expected.size() + " cells",
              Arrays.toString(row));
        }
        read.add(row);
      }
      return read;
    }
  }
}
