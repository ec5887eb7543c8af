package org.routerlab.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.routerlab.experiments.report.AnalysisTable;
import org.routerlab.experiments.report.AnalysisTable.Entry;
import org.routerlab.experiments.report.AnalysisTable.Unit;

/**
 * How similar right and wrong decisions of an utterance router are: quantiles and a histogram.
 *
 * @param utterance the label of the router
 */
record A2bSimilarityTables(FinishedRun run, String utterance) {

  List<AnalysisTable> of(String encoder, SimilarityDensities densities) {
    return List.of(similarities(encoder, densities), histogram(encoder, densities));
  }

  private AnalysisTable similarities(String encoder, SimilarityDensities densities) {
    TableBuilder table =
        new TableBuilder(
                "a2b-similarities",
                "Similarity of right and wrong decisions, " + encoder,
                "The cosine of a test query with the nearest utterance of the route that "
                    + utterance
                    + " chose, for the queries of each route that it sent there and those that it"
                    + " did not.",
                "Right route")
            .column("Queries", Unit.COUNT)
            .column("Mean", Unit.PLAIN);
    for (double share : SimilarityDensities.shares()) {
      table.column(Math.round(100 * share) + " %", Unit.PLAIN);
    }
    int number = 0;
    for (SimilarityDensities.Group group : densities.groups()) {
      List<Entry> cells = new ArrayList<>();
      cells.add(Entry.value(group.similarities().length));
      cells.add(Entry.value(group.mean()));
      cells.addAll(SimilarityDensities.quantiles(group));
      table.row(group.title(), number++ / 2, cells);
    }
    return table
        .of(encoder)
        .note("Columns headed by a percentage are quantiles.")
        .beside(run.config().published());
  }

  private AnalysisTable histogram(String encoder, SimilarityDensities densities) {
    TableBuilder table =
        new TableBuilder(
            "a2b-densities",
            "Densities of similarity, " + encoder,
            "Of the decisions of each column the share in each range of cosines, in %; the mean of"
                + " a column is in the table before.",
            "Cosine");
    densities.groups().forEach(group -> table.column(group.title(), Unit.PERCENT));
    List<double[]> shares = densities.groups().stream().map(densities::histogram).toList();
    for (int i = 0; i < SimilarityDensities.BINS; i++) {
      int bin = i;
      table.row(
          String.format(Locale.ROOT, "%.3f to %.3f", densities.edge(bin), densities.edge(bin + 1)),
          0,
          shares.stream().map(column -> Entry.value(column[bin])).toList());
    }
    return table.of(encoder).beside(run.config().published());
  }
}
