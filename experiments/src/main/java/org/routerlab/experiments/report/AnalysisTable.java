package org.routerlab.experiments.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import org.routerlab.core.Require;

/**
 * A table of an analysis, such as one of a paper, in the file {@code analyses.json}.
 *
 * @param id letters, digits and hyphens; unique in a report
 * @param title one line
 * @param caption what is shown, in which units, on what
 * @param corner the heading of the first column
 * @param columns the other columns
 * @param rows in order
 * @param notes what marks mean and why cells are empty
 */
@JsonPropertyOrder({"id", "title", "caption", "corner", "columns", "rows", "notes"})
public record AnalysisTable(
    String id,
    String title,
    String caption,
    String corner,
    List<Heading> columns,
    List<Row> rows,
    List<String> notes) {

  /** Rejects rows of another length than the columns. */
  public AnalysisTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
    for (Row row : rows) {
      Require.equal("cells of " + row.title, row.cells.size(), "columns", columns.size());
    }
  }

  /** How the values of a column are printed. */
  public enum Unit {
    /** A fraction, printed in percent. */
    PERCENT,
    /** Percentage points. */
    POINTS,
    /** A ratio, two decimals. */
    RATIO,
    /** Three decimals. */
    PLAIN,
    /** A whole number, or text. */
    COUNT
  }

  /**
   * A column.
   *
   * @param unit how values are printed
   */
  @JsonPropertyOrder({"header", "unit"})
  public record Heading(String header, Unit unit) {

    private static final String PUBLISHED = "publ. ";

    /** A column of published values. */
    public static Heading published(String header) {
      return new Heading(PUBLISHED + header, Unit.COUNT);
    }

    /** Whether its values were published, not measured. */
    @JsonIgnore
    public boolean isPublished() {
      return header.startsWith(PUBLISHED);
    }
  }

  /**
   * A row.
   *
   * @param group rows of one group stand together, a line between groups
   * @param cells one a column
   */
  @JsonPropertyOrder({"title", "group", "cells"})
  public record Row(String title, int group, List<Entry> cells) {

    /** Copies the cells. */
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell: a text or a value, both where a value was published; neither where there is nothing.
   *
   * @param low lower end of the interval; null where there is none
   * @param high upper end
   * @param mark printed after the value, explained in a note; null where there is none
   */
  @JsonPropertyOrder({"text", "value", "low", "high", "mark"})
  public record Entry(String text, Double value, Double low, Double high, String mark) {

    /** A text. */
    public static Entry text(String text) {
      return new Entry(text, null, null, null, null);
    }

    /** A published value as it was printed, or the ends of a published range. */
    public static Entry published(double low, double high) {
      boolean isOne = low == high;
      return new Entry(
          DecimalText.shortest(low) + (isOne ? "" : " to " + DecimalText.shortest(high)),
          isOne ? low : null,
          isOne ? null : low,
          isOne ? null : high,
          null);
    }

    /** A value without an interval; nothing for NaN. */
    public static Entry value(double value) {
      return interval(value, Double.NaN, Double.NaN);
    }

    /** A value with its interval; nothing for NaN. */
    public static Entry interval(double value, double low, double high) {
      boolean bare = Double.isNaN(low) || Double.isNaN(high);
      return Double.isNaN(value)
          ? new Entry(null, null, null, null, null)
          : new Entry(null, value, bare ? null : low, bare ? null : high, null);
    }

    /** Whether there is nothing in it. */
    @JsonIgnore
    public boolean isEmpty() {
      return value == null && low == null && (text == null || text.equals(Cell.MISSING));
    }

    /** The same cell with a mark. */
    public Entry marked(String newMark) {
      return new Entry(text, value, low, high, newMark);
    }
  }

  /** This table, ready to be printed. */
  Grid grid() {
    return new Grid(
        id,
        title,
        caption,
        corner,
        columns.stream().map(Heading::header).toList(),
        rows.stream().map(this::printed).toList(),
        printedNotes());
  }

  private List<String> printedNotes() {
    boolean isAnyMissing =
        rows.stream()
            .flatMap(row -> row.cells.stream())
            .anyMatch(
                cell -> cell.text == null ? cell.value == null : cell.text.equals(Cell.MISSING));
    if (!isAnyMissing) {
      return notes;
    }
    List<String> all = new ArrayList<>(notes);
    all.add(Cell.MISSING + ": not known, not published, or not defined for this row.");
    return all;
  }

  private Grid.Row printed(Row row) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.add(printed(columns.get(i).unit(), row.cells().get(i)));
    }
    return new Grid.Row(row.title(), row.group(), cells);
  }

  private static Cell printed(Unit unit, Entry entry) {
    if (entry.text() != null) {
      return Cell.of(entry.text());
    }
    if (entry.value() == null) {
      return Cell.of(Cell.MISSING);
    }
    String spread =
        entry.low() == null
            ? ""
            : "[" + print(unit, entry.low()) + ", " + print(unit, entry.high()) + "]";
    String mark = entry.mark() == null ? "" : entry.mark();
    return new Cell(print(unit, entry.value()) + mark, spread, false, false);
  }

  static String print(Unit unit, double value) {
    return switch (unit) {
      case PERCENT -> Scale.PERCENT.print(value);
      case POINTS -> Scale.POINTS.print(value);
      case RATIO -> Scale.RATIO.print(value);
      case PLAIN -> Scale.PLAIN.print(value);
      case COUNT -> DecimalText.count(Math.round(value));
    };
  }
}
