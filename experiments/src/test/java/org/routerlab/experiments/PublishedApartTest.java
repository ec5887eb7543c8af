package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.routerlab.experiments.ExperimentConfig.Published;
import org.routerlab.experiments.report.AnalysisTable;
import org.routerlab.experiments.report.AnalysisTable.Entry;
import org.routerlab.experiments.report.AnalysisTable.Heading;
import org.routerlab.experiments.report.AnalysisTable.Row;
import org.routerlab.experiments.report.AnalysisTable.Unit;

/** Where published values stand, and how ranges are printed. */
class PublishedApartTest {

  private static Published published(String row, Double... values) {
    Map<String, List<Double>> rows = new LinkedHashMap<>();
    rows.put(row, Arrays.asList(values));
    List<String> columns = List.of("words, from", "words, to", "gain");
    return new Published(0, "t", "a table", "a paper", "%", columns, rows);
  }

  private static AnalysisTable beside(Published published) {
    return new TableBuilder("t", "Title", "", "Encoder")
        .column("Accuracy", Unit.PERCENT)
        .row("ours", Entry.value(0.5))
        .note("A note.")
        .beside(List.of(published));
  }

  @Test
  void aRangeIsOneColumnAndEqualEndsAreOneNumber() {
    Row range = beside(published("ours", 15.0, 30.0, 28.0)).rows().get(0);
    Row one = beside(published("ours", 16.0, 16.0, null)).rows().get(0);

    assertThat(beside(published("ours", 1.0, 2.0, 3.0)).columns())
        .extracting(Heading::header)
        .containsExactly("Accuracy", "publ. words", "publ. gain");
    assertThat(range.cells().get(1)).isEqualTo(new Entry("15 to 30", null, 15.0, 30.0, null));
    assertThat(one.cells().get(1)).isEqualTo(new Entry("16", 16.0, null, null, null));
    assertThat(one.cells().get(2).isEmpty()).isTrue();
  }

  @Test
  void valuesThatShareNoRowStandInATableOfTheirOwn() {
    List<AnalysisTable> tables =
        PublishedApart.of(List.of(beside(published("theirs", 15.0, 30.0, 28.0))));

    assertThat(tables).extracting(AnalysisTable::id).containsExactly("t", "t-published");
    assertThat(tables.get(0).columns()).extracting(Heading::header).containsExactly("Accuracy");
    assertThat(tables.get(0).rows()).extracting(Row::title).containsExactly("ours");
    assertThat(tables.get(0).notes()).containsExactly("A note.");
    assertThat(tables.get(1).rows()).extracting(Row::title).containsExactly("theirs");
    assertThat(tables.get(1).rows().get(0).cells()).noneMatch(Entry::isEmpty);
    assertThat(tables.get(1).notes()).singleElement().asString().contains("a paper");
  }

  @Test
  void rowsThatShareNoColumnStandInSeveralTables() {
    Map<String, List<Double>> rows = new LinkedHashMap<>();
    rows.put("a", Arrays.asList(1.0, null, null));
    rows.put("b", Arrays.asList(null, null, 3.0));
    rows.put("c", Arrays.asList(4.0, 5.0, null));
    Published mixed = new Published(0, "t", "a table", "a paper", "", List.of("x", "y", "z"), rows);

    List<AnalysisTable> tables = PublishedApart.of(List.of(beside(mixed)));

    assertThat(tables)
        .extracting(AnalysisTable::id)
        .containsExactly("t", "t-published", "t-published-2");
    assertThat(tables.get(1).rows()).extracting(Row::title).containsExactly("a", "c");
    assertThat(tables.get(1).columns())
        .extracting(Heading::header)
        .containsExactly("publ. x", "publ. y");
    assertThat(tables.get(2).rows()).extracting(Row::title).containsExactly("b");
    assertThat(tables.get(2).columns()).extracting(Heading::header).containsExactly("publ. z");
  }

  @Test
  void valuesBesideAMeasuredOneStay() {
    AnalysisTable table = beside(published("ours", 15.0, 30.0, 28.0));

    assertThat(PublishedApart.of(List.of(table))).containsExactly(table);
  }
}
