package org.routerlab.datasets;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.routerlab.core.ModelPool;
import org.routerlab.core.Query;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.datasets.files.CsvLine;

/**
 * A CSV table of one number a query and model: {@code id}, then a column a model.
 *
 * @param pool the models, in column order
 * @param values queries × models; NaN for an empty cell
 * @param clipped how many values lay outside the range and were drawn to its end
 */
record ModelTable(ModelPool pool, FloatMatrix values, int clipped) {

  /** Reads a table that names its models itself. */
  static ModelTable read(TableFile file, QueryRows rows, CellRule rule) {
    return new ModelTableReader(file, rows, rule).read();
  }

  /** Reads a table of the given models, whatever the order of its columns. */
  static ModelTable read(TableFile file, QueryRows rows, CellRule rule, ModelPool pool) {
    return new ModelTableReader(file, rows, rule).expecting(pool).read();
  }

  /** Writes the table; {@link #read} returns the same bits. */
  static void write(Writer writer, List<Query> queries, ModelPool pool, FloatMatrix values)
      throws IOException {
    List<String> header = new ArrayList<>(List.of("id"));
    header.addAll(pool.names());
    writer.append(CsvLine.join(header)).append('\n');
    String[] cells = new String[header.size()];
    for (int row = 0; row < queries.size(); row++) {
      cells[0] = queries.get(row).id();
      for (int model = 0; model < pool.size(); model++) {
        cells[model + 1] = format(values.get(row, model));
      }
      writer.append(CsvLine.join(Arrays.asList(cells))).append('\n');
    }
  }

  private static String format(float value) {
    if (Float.isNaN(value)) {
      return "";
    }
    int whole = (int) value;
    // Comparing bits keeps -0.0, which equals 0 but is another float.
    boolean isWhole = Float.floatToIntBits(whole) == Float.floatToIntBits(value);
    return isWhole && Math.abs(whole) < 1 << 24 ? Integer.toString(whole) : Float.toString(value);
  }
}
