package org.routerlab.experiments;

import java.util.ArrayList;
import java.util.List;
import org.routerlab.experiments.ExperimentConfig.Published;
import org.routerlab.experiments.report.AnalysisTable.Entry;
import org.routerlab.experiments.report.AnalysisTable.Heading;

/**
 * Published values as columns: two columns that name the ends of a range ({@code "words, from"} and
 * {@code "words, to"}, one after the other) are printed as one, as {@code 15 to 30} or, where both
 * ends are the same, {@code 16}.
 */
final class PublishedColumns {

  private static final String FROM = ", from";
  private static final String TO = ", to";

  private PublishedColumns() {}

  static List<Heading> headings(Published published) {
    List<Heading> headings = new ArrayList<>();
    List<String> columns = published.columns();
    for (int i = 0; i < columns.size(); i += isRange(columns, i) ? 2 : 1) {
      headings.add(
          Heading.published(isRange(columns, i) ? stem(columns.get(i), FROM) : columns.get(i)));
    }
    return headings;
  }

  /** The cells of a row; empty ones where nothing was published of it. */
  static List<Entry> cells(Published published, String title) {
    List<Double> values = published.rows().get(title);
    List<String> columns = published.columns();
    List<Entry> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i += isRange(columns, i) ? 2 : 1) {
      Double from = values == null ? null : values.get(i);
      Double to = values == null ? null : values.get(isRange(columns, i) ? i + 1 : i);
      cells.add(from == null || to == null ? Entry.value(Double.NaN) : Entry.published(from, to));
    }
    return cells;
  }

  private static boolean isRange(List<String> columns, int first) {
    return first + 1 < columns.size()
        && columns.get(first).endsWith(FROM)
        && columns.get(first + 1).equals(stem(columns.get(first), FROM) + TO);
  }

  private static String stem(String column, String end) {
    return column.substring(0, column.length() - end.length());
  }
}
