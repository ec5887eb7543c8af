package org.routerlab.experiments.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table ready to be printed in any format.
 *
 * @param id letters, digits and hyphens; unique in a report
 * @param title one line
 * @param caption what is shown, in which units, on how many queries
 * @param corner the heading of the first column
 * @param headers the headings of the other columns
 * @param rows in order; a new group begins where {@link Row#group()} changes
 * @param notes what the marks mean and why cells are empty
 */
record Grid(
    String id,
    String title,
    String caption,
    String corner,
    List<String> headers,
    List<Row> rows,
    List<String> notes) {

  Grid {
    headers = List.copyOf(headers);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /**
   * One row.
   *
   * @param cells one a header
   */
  record Row(String title, int group, List<Cell> cells) {}

  /** This table in parts of at most so many columns, each with the first column again. */
  List<Grid> parts(int columns) {
    if (headers.size() <= columns) {
      return List.of(this);
    }
    // Even parts look better than full ones and a short rest.
    int count = (headers.size() + columns - 1) / columns;
    List<Grid> parts = new ArrayList<>();
    for (int part = 0; part < count; part++) {
      int from = part * headers.size() / count;
      int to = (part + 1) * headers.size() / count;
      Grid slice = columns(IntStream.range(from, to).boxed().toList());
      String suffix = " (part " + (part + 1) + " of " + count + ")";
      parts.add(
          new Grid(
              id + "-" + (part + 1),
              title + suffix,
              caption,
              corner,
              slice.headers,
              slice.rows,
              notes));
    }
    return List.copyOf(parts);
  }

  /** The same rows with the given columns only. */
  Grid columns(List<Integer> kept) {
    List<Row> slices =
        rows.stream()
            .map(row -> new Row(row.title, row.group, kept.stream().map(row.cells::get).toList()))
            .toList();
    List<String> names = kept.stream().map(headers::get).toList();
    return new Grid(id, title, caption, corner, names, slices, notes);
  }
}
