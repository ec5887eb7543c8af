package org.routerlab.experiments.report;

import java.util.ArrayList;
import java.util.List;

/** Builds results folders in memory; numbers are invented. */
final class Rows {

  final List<ResultRow> results = new ArrayList<>();
  final List<ComparisonRow> comparisons = new ArrayList<>();
  final List<CurvePoint> curves = new ArrayList<>();
  final List<SelectionShare> selection = new ArrayList<>();

  /** Adds an accuracy on all queries with an interval of ± 0.01. */
  Rows accuracy(String router, String encoder, double value) {
    return add(router, encoder, "accuracy", value);
  }

  /** Adds a value on all queries with an interval of ± 0.01. */
  Rows add(String router, String encoder, String metric, double value) {
    return add("all", router, encoder, metric, value, 1_000);
  }

  /** Adds a value on some queries with an interval of ± 0.01. */
  Rows add(String subset, String router, String encoder, String metric, double value, int n) {
    results.add(
        new ResultRow(
            "bench",
            "test",
            subset,
            router,
            encoder,
            "all",
            metric,
            value,
            value - 0.01,
            value + 0.01,
            n));
    return this;
  }

  /** Adds the four references that belong into every comparison. */
  Rows references() {
    return accuracy("random", "-", 0.4)
        .accuracy("best-single", "-", 0.6)
        .accuracy("dataset-oracle", "-", 0.65)
        .accuracy("oracle", "-", 0.9);
  }

  ResultsFolder folder() {
    return new ResultsFolder(
        "built",
        results,
        comparisons,
        curves,
        selection,
        List.of(),
        List.of(),
        List.of(),
        AnalysisFile.EMPTY,
        new Provenance(List.of()),
        "name: built\n");
  }

  /** The only comparison of the folder. */
  ComparisonTable table() {
    List<ComparisonTable> tables = ComparisonTable.of(folder());
    if (tables.size() != 1) {
      throw new IllegalStateException("one table expected, found " + tables.size());
    }
    return tables.get(0);
  }

  ComparisonGrids grids() {
    return new ComparisonGrids(table(), Wording.of(folder().provenance()), "c1");
  }
}
