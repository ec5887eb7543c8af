package org.routerlab.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.experiments.report.AnalysisTable.Entry;
import org.routerlab.experiments.report.AnalysisTable.Heading;
import org.routerlab.experiments.report.AnalysisTable.Row;
import org.routerlab.experiments.report.AnalysisTable.Unit;

class AnalysesCsvTest {

  private static AnalysisTable table(String id, List<Heading> columns, Row... rows) {
    return new AnalysisTable(id, "T", "", "row", columns, List.of(rows), List.of());
  }

  @Test
  void everyCellIsALineWithItsUnitIntervalAndMark() {
    AnalysisTable one =
        table(
            "one",
            List.of(new Heading("a, b", Unit.PERCENT), new Heading("c", Unit.POINTS)),
            new Row("r", 0, List.of(Entry.interval(0.1, 0.05, 0.2), Entry.text("never"))),
            new Row("s", 0, List.of(Entry.value(1.0 / 3).marked("†"), Entry.value(Double.NaN))),
            new Row("t", 0, List.of(Entry.text("–"), Entry.value(-2))));
    AnalysisTable two =
        table(
            "two",
            List.of(Heading.published("x")),
            new Row("r", 0, List.of(Entry.published(58, 58))),
            new Row("s", 0, List.of(Entry.published(49, 51))));

    assertThat(AnalysesCsv.render(List.of(one, two)))
        .isEqualTo(
            """
            table,row,column,unit,published,value,low,high,text,mark
            one,r,"a, b",percent,false,0.1,0.05,0.2,,
            one,r,c,points,false,,,,never,
            one,s,"a, b",percent,false,0.3333333333333333,,,,†
            one,t,c,points,false,-2,,,,
            two,r,publ. x,count,true,58,,,58,
            two,s,publ. x,count,true,,49,51,49 to 51,
            """);
  }

  @Test
  void aMarkFollowsThePrintedValue() {
    AnalysisTable table =
        table(
            "t",
            List.of(new Heading("a", Unit.PERCENT)),
            new Row("r", 0, List.of(Entry.interval(0.5, 0.4, 0.6).marked("†"))));

    assertThat(MarkdownTable.render(table.grid(), 9)).contains("| r | 50.0† ");
  }
}
