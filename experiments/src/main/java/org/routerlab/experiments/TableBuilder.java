package org.routerlab.experiments;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.routerlab.eval.Estimate;
import org.routerlab.experiments.ExperimentConfig.Published;
import org.routerlab.experiments.report.AnalysisTable;
import org.routerlab.experiments.report.AnalysisTable.Entry;
import org.routerlab.experiments.report.AnalysisTable.Heading;
import org.routerlab.experiments.report.AnalysisTable.Row;
import org.routerlab.experiments.report.AnalysisTable.Unit;
import org.routerlab.experiments.report.ResultRow;

/** Puts a table of an analysis together, row by row, with published values in their own columns. */
final class TableBuilder {

  private final String name;
  private String encoder = "";
  private final String title;
  private final String caption;
  private final String corner;
  private final List<Heading> columns = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * A table without rows and columns.
   *
   * @param name what published values name it by; its id, but for the encoder
   */
  TableBuilder(String name, String title, String caption, String corner) {
    this.name = name;
    this.title = title;
    this.caption = caption;
    this.corner = corner;
  }

  /** One of several tables that differ in the encoder. */
  TableBuilder of(String newEncoder) {
    encoder = newEncoder;
    return this;
  }

  TableBuilder column(String header, Unit unit) {
    columns.add(new Heading(header, unit));
    return this;
  }

  TableBuilder row(String rowTitle, Entry... cells) {
    return row(rowTitle, 0, List.of(cells));
  }

  TableBuilder row(String rowTitle, int group, List<Entry> cells) {
    rows.add(new Row(rowTitle, group, cells));
    return this;
  }

  TableBuilder note(String note) {
    notes.add(note);
    return this;
  }

  static Entry entry(ResultRow row) {
    return Entry.interval(row.value(), row.ciLow(), row.ciHigh());
  }

  static Entry entry(Estimate estimate) {
    return Entry.interval(estimate.value(), estimate.low(), estimate.high());
  }

  /** A difference of fractions in points. */
  static Entry points(Estimate estimate) {
    return entry(estimate.times(100));
  }

  /**
   * The table with the published values that belong beside it: in the rows of the same name, or in
   * rows of their own below.
   */
  AnalysisTable beside(List<Published> all) {
    List<Published> published = all.stream().filter(each -> name.equals(each.beside())).toList();
    List<Heading> headings = new ArrayList<>(columns);
    Set<String> titles = new LinkedHashSet<>();
    rows.forEach(row -> titles.add(row.title()));
    int measured = titles.size();
    List<String> sources = new ArrayList<>();
    for (Published each : published) {
      PublishedColumns.headings(each).forEach(headings::add);
      titles.addAll(each.rows().keySet());
      String unit = each.unit().isEmpty() ? "" : ", in " + each.unit();
      sources.add("publ.: published" + unit + ": " + each.title() + " (" + each.source() + ").");
    }
    List<Row> filled = new ArrayList<>();
    int group = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).group();
    int number = 0;
    for (String title : titles) {
      boolean isMeasured = number < measured;
      Row row = isMeasured ? rows.get(number) : null;
      List<Entry> cells = new ArrayList<>();
      if (isMeasured) {
        cells.addAll(row.cells());
      } else {
        columns.forEach(column -> cells.add(Entry.value(Double.NaN)));
      }
      for (Published each : published) {
        cells.addAll(PublishedColumns.cells(each, title));
      }
      filled.add(new Row(title, isMeasured ? row.group() : group + 1, cells));
      number++;
    }
    List<String> allNotes = new ArrayList<>(notes);
    allNotes.addAll(sources);
    String id = encoder.isEmpty() ? name : name + "-" + encoder.replace('.', '-');
    return new AnalysisTable(id, title, caption, corner, headings, filled, allNotes);
  }
}
