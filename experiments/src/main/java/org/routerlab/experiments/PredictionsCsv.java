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
import org.routerlab.core.BadDataException;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelPool;
import org.routerlab.core.Query;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * Predictions as CSV: {@code id,decision} and, for a router that scores, one column a model. Floats
 * are written in the shortest form that reads back to the same bits.
 */
final class PredictionsCsv {

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
    FloatMatrix scores =
        predictions instanceof Predictions.Scored scored
            ? scored.scores()
            : FloatMatrix.wrap(queries.size(), 0, new float[0]);
    try (BufferedWriter out = Files.newBufferedWriter(file);
        SequenceWriter rows = ROWS.writeValues(out)) {
      rows.write(header(pool, predictions));
      String[] row = new String[2 + scores.columns()];
      for (int i = 0; i < queries.size(); i++) {
        row[0] = queries.get(i).id();
        row[1] = pool.name(predictions.decisions().model(i));
        for (int model = 0; model < scores.columns(); model++) {
          row[2 + model] = Float.toString(scores.get(i, model));
        }
        rows.write(row);
      }
    }
  }

  private static String[] header(ModelPool pool, Predictions predictions) {
    List<String> header = new ArrayList<>(List.of("id", "decision"));
    if (predictions instanceof Predictions.Scored) {
      header.addAll(pool.names());
    }
    return header.toArray(String[]::new);
  }

  /**
   * Reads predictions for exactly these queries, in this order.
   *
   * @param kind what the scores mean; empty where the file must hold decisions only
   */
  static Predictions read(Path file, ModelPool pool, List<Query> queries, Optional<ScoreKind> kind)
      throws IOException {
    try (MappingIterator<String[]> rows = CELLS.readValues(file.toFile())) {
      String[] header = rows.hasNext() ? rows.next() : new String[0];
      List<String> expected = new ArrayList<>(List.of("id", "decision"));
      expected.addAll(kind.isPresent() ? pool.names() : List.of());
      if (!expected.equals(Arrays.asList(header))) {
        throw new BadDataException(
            file.toString(), "line 1", "the columns " + expected, Arrays.toString(header));
      }
      int columns = expected.size() - 2;
      float[] scores = new float[queries.size() * columns];
      int[] choices = new int[queries.size()];
      for (int i = 0; i < queries.size(); i++) {
        String[] row = rows.hasNext() ? rows.next() : new String[0];
        if (row.length != 2 + columns || !row[0].equals(queries.get(i).id())) {
          throw new BadDataException(
              file.toString(),
              "line " + (i + 2),
              "query '" + queries.get(i).id() + "' with " + (2 + columns) + " cells",
              Arrays.toString(row));
        }
        choices[i] = pool.indexOf(row[1]);
        for (int model = 0; model < columns; model++) {
          scores[i * columns + model] = Float.parseFloat(row[2 + model]);
        }
      }
      Decisions decisions = Decisions.of(choices);
      return kind.isPresent()
          ? new Predictions.Scored(
              FloatMatrix.wrap(queries.size(), columns, scores), kind.get(), decisions)
          : new Predictions.Decided(decisions);
    }
  }
}
